import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { LineError, openLine, type LineOptions } from './line';

/** Milliseconds from one attempt to the next, and up to as many more: agents of a fleet start at the same time. */
const AGAIN = 1000;

/**
 * A line as soon as a server answers: machines are started in any order.
 *
 * @param waiting told once, where nobody answers at first
 * @throws LineError where somebody answers with whom there can be no line: nobody who waits would be told so
 */
export async function firstLine(
  options: LineOptions & { signal: AbortSignal },
  waiting: (error: LineError) => void,
): Promise<NatsConnection> {
  let isTold = false;
  for (;;) {
    try {
      return await openLine(options);
    } catch (error) {
      if (!(error instanceof LineError) || error.problem !== 'unreachable') throw error;
      if (!isTold) waiting(error);
      isTold = true;
    }
    await delay(AGAIN * (1 + Math.random()), undefined, { signal: options.signal });
  }
}

/** Attempts for somebody who waits: the second that a server has to answer is short on a machine that is busy. */
const ATTEMPTS = 3;

/** A line for one who asks once. @throws LineError */
export async function lineInTime(options: LineOptions): Promise<NatsConnection> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await openLine(options);
    } catch (error) {
      const mayBeLate = error instanceof LineError && error.problem === 'unreachable';
      if (!mayBeLate || left === 0) throw error;
    }
  }
}
