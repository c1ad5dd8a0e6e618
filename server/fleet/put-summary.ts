import {
  NoRespondersError,
  PermissionViolationError,
  TimeoutError,
  type Msg,
  type NatsConnection,
} from '@nats-io/transport-node';
import * as z from 'zod/mini';
import type { SummaryTrouble } from '@lib/fleet/problems';
import { BUCKET_STREAM, summarySubject } from '@lib/fleet/subjects';
import type { HostId } from '@lib/model/host';

/** Milliseconds for a server to confirm; one that hangs is noticed before. */
const CONFIRMS_WITHIN = 5000;

/** What a server says of what it was given to keep. */
const ackSchema = z.union([
  z.object({ error: z.object({ description: z.string() }) }),
  z.object({ stream: z.literal(BUCKET_STREAM), seq: z.int() }),
]);

/** Why a summary was not sent, or not kept. */
export class NotTold extends Error {
  constructor(
    readonly trouble: SummaryTrouble,
    /** In the words of the system. */
    override readonly message: string,
  ) {
    super(message);
  }
}

/** Puts the summary of a machine into the bucket. Resolves when it is kept there. @throws NotTold */
export async function putSummary(
  line: Pick<NatsConnection, 'request'>,
  host: HostId,
  packed: Uint8Array,
): Promise<void> {
  const answer = await line
    .request(summarySubject(host), packed, { timeout: CONFIRMS_WITHIN })
    .catch((error: unknown) => {
      throw new NotTold(troubleOf(error), reasonOf(error));
    });
  const ack = ackSchema.safeParse(jsonIn(answer));
  if (!ack.success) throw new NotTold('not-kept', 'it was answered by something else');
  if ('error' in ack.data) throw new NotTold('not-kept', ack.data.error.description);
}

function jsonIn(answer: Msg): unknown {
  try {
    return answer.json();
  } catch {
    return null;
  }
}

function troubleOf(error: unknown): SummaryTrouble {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof NoRespondersError) return 'no-bucket';
  return cause instanceof PermissionViolationError ? 'forbidden' : 'silent';
}

function reasonOf(error: unknown): string {
  if (error instanceof TimeoutError) return `no answer within ${CONFIRMS_WITHIN} ms`;
  return error instanceof Error ? error.message : String(error);
}
