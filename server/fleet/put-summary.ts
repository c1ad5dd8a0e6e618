import { setImmediate } from 'node:timers/promises';
import {
  NoRespondersError,
  PermissionViolationError,
  type NatsConnection,
} from '@nats-io/transport-node';
import type { SummaryTrouble } from '@lib/fleet/problems';
import { summarySubject } from '@lib/fleet/subjects';
import type { HostId } from '@lib/model/host';

/** Milliseconds for which what a server says of a summary is listened for: until it has said what came after. */
const LISTENS = 5000;

const CUT_OFF = 'the connection has ended';

/** Why a summary was not sent, or not taken. */
export class NotTold extends Error {
  constructor(
    readonly trouble: SummaryTrouble,
    /** In the words of the system. */
    override readonly message: string,
  ) {
    super(message);
  }
}

/**
 * Puts the summary of a machine into the bucket, which acknowledges nothing. But a server says at once where somebody may
 * not write there, or nobody listens there, and answers one thing after the other: a ping that is answered with nothing
 * said before means that it was taken.
 *
 * @param over the connection is: then nothing is answered any more, nor said so
 * @throws NotTold
 */
export async function putSummary(
  line: Pick<NatsConnection, 'request' | 'flush'>,
  host: HostId,
  packed: Uint8Array,
  over: AbortSignal,
): Promise<void> {
  if (over.aborted) throw new NotTold('silent', CUT_OFF);
  let said: unknown = null;
  line.request(summarySubject(host), packed, { timeout: LISTENS }).catch((error: unknown) => {
    said = error;
  });
  await answered(line, over);
  // What came before the answer is told after it, to who waits for something else.
  await setImmediate();
  if (said !== null) throw new NotTold(troubleOf(said), reasonOf(said));
}

/** Resolves when the server has answered a ping. @throws NotTold */
async function answered(line: Pick<NatsConnection, 'flush'>, over: AbortSignal): Promise<void> {
  let end: () => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(new Error(CUT_OFF));
    over.addEventListener('abort', end);
  });
  try {
    await Promise.race([line.flush(), ended]);
  } catch (error) {
    throw new NotTold('silent', reasonOf(error));
  } finally {
    over.removeEventListener('abort', end);
  }
}

function troubleOf(error: unknown): SummaryTrouble {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof NoRespondersError) return 'no-bucket';
  return cause instanceof PermissionViolationError ? 'forbidden' : 'silent';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
