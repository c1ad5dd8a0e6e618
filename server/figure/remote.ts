import { snapshotSchema } from '@lib/model/snapshot';
import { askErrorSchema, type AskedQuestion, type Outcome } from '@lib/protocol/ask';
import * as z from 'zod/mini';
import type { Moment } from './moment';

/** Milliseconds that another nsview is given for one answer. */
const PATIENCE = 15_000;

const answerSchema = z.record(z.string(), z.unknown());
const refusalSchema = z.object({ error: askErrorSchema });

/**
 * What another nsview shows now, asked over its API.
 *
 * @param address of its page or API, such as `http://127.0.0.1:3000` @param token null: none is shown
 * @throws Error with what it said, or why nothing was heard of it
 */
export async function remoteMoment(address: string, token: string | null): Promise<Moment> {
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(new URL(path, address), {
      headers: token === null ? {} : { Authorization: `Bearer ${token}` },
      // Whoever answers is who was asked: a token is not for others.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    if (isJson) return response.json();
    throw new Error(`${response.status} ${(await response.text()).trim().slice(0, 200)}`);
  };
  const snapshot = snapshotSchema.safeParse(await read('/api/v1/snapshot').catch(rethrown));
  if (!snapshot.success) throw new Error('what it answers is no snapshot of nsview');
  return {
    snapshot: snapshot.data,
    ask: async (question) => outcomeOf(await read(pathOf(question)).catch(failure)),
  };
}

/** Where a question is asked: its fields as text, several values with commas between. */
function pathOf({ name, ...fields }: AskedQuestion): string {
  const query = new URLSearchParams(
    Object.entries(fields).map(([field, value]) => [field, String(value)]),
  );
  return `/api/v1/ask/${name}?${query.toString()}`;
}

function outcomeOf(told: unknown): Outcome {
  const refused = refusalSchema.safeParse(told);
  if (refused.success) return refused.data;
  const answer = answerSchema.safeParse(told);
  return answer.success ? { answer: answer.data } : failure('no answer of nsview');
}

function failure(error: unknown): { error: z.infer<typeof askErrorSchema> } {
  return { error: { code: 'failed', message: reasonOf(error) } };
}

function rethrown(error: unknown): never {
  throw new Error(reasonOf(error));
}

/** `fetch failed` says nothing; what it was caused by does. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== ''
    ? error.cause.message
    : error.message;
}
