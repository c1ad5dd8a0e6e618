import {
  MessageChannel,
  receiveMessageOnPort,
  type MessagePort,
  type Worker,
} from 'node:worker_threads';
import type { ProcessOutcome, ProcessReader } from './process';

/*
 * Reading all of /proc is nearly all waiting for the kernel, which serves two threads twice as fast.
 * The thread that needs the processes and a second one take turns at a shared list: whoever is done
 * with a few takes the next few. A second thread that is not up yet only takes none.
 */

/** Below this a second thread is not worth its messages. */
const MANY = 500;
/** PIDs taken at a time. */
const FEW = 32;
/** Milliseconds after which a second thread that took work and does not deliver is given up. */
const PATIENCE = 5000;

/** Words of the shared state: the next PID to take, and whether the second thread is at work. */
const NEXT = 0;
const BUSY = 1;

/** A list of PIDs to be read by two threads, in memory that both see. */
interface Job {
  pids: Int32Array<SharedArrayBuffer>;
  state: Int32Array<SharedArrayBuffer>;
}

type Outcomes = [pid: number, outcome: ProcessOutcome][];

/** @returns what became of each; `reader.read` in one thread or two */
export type ReadMany = (pids: readonly number[]) => Map<number, ProcessOutcome>;

export function oneByOne(reader: ProcessReader): ReadMany {
  return (pids) => new Map(pids.map((pid) => [pid, reader.read(pid)]));
}

/** @param start starts a thread that calls `helpAlong` with the port it is given */
export function withSecondThread(
  reader: ProcessReader,
  start: (port: MessagePort) => Worker,
): ReadMany {
  const alone = oneByOne(reader);
  let port: MessagePort | null = null;
  let lost = false;

  const connect = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    const thread = start(port2);
    const lose = () => {
      lost = true;
    };
    thread.on('error', lose);
    thread.on('exit', lose);
    // Neither keeps this thread from its end.
    thread.unref();
    port1.unref();
    return port1;
  };
  return (pids) => {
    if (pids.length < MANY || lost) return alone(pids);
    port ??= connect();
    const job: Job = {
      pids: new Int32Array(new SharedArrayBuffer(pids.length * Int32Array.BYTES_PER_ELEMENT)),
      state: new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)),
    };
    job.pids.set(pids);
    port.postMessage(job);
    const outcomes = new Map(readTurns(job, reader));
    if (!isDelivered(job)) {
      lost = true;
      return alone(pids);
    }
    for (let message = receiveMessageOnPort(port); message; message = receiveMessageOnPort(port)) {
      const delivered: Outcomes = message.message;
      for (const [pid, outcome] of delivered) outcomes.set(pid, outcome);
    }
    return outcomes;
  };
}

/** In the second thread: takes its turns at every job that comes. */
export function helpAlong(port: MessagePort, reader: ProcessReader): void {
  port.on('message', (job: Job) => {
    // Busy before the first turn: who sees us idle at the end of the list may trust that we took none.
    Atomics.store(job.state, BUSY, 1);
    const outcomes = readTurns(job, reader);
    // Of a job that was over before we came there is nothing to tell.
    if (outcomes.length > 0) port.postMessage(outcomes);
    Atomics.store(job.state, BUSY, 0);
    Atomics.notify(job.state, BUSY);
  });
}

function readTurns({ pids, state }: Job, reader: ProcessReader): Outcomes {
  const outcomes: Outcomes = [];
  for (;;) {
    const from = Atomics.add(state, NEXT, FEW);
    if (from >= pids.length) return outcomes;
    for (const pid of pids.subarray(from, from + FEW)) outcomes.push([pid, reader.read(pid)]);
  }
}

/** Waits until the second thread has delivered what it took; false when it does not. */
function isDelivered({ state }: Job): boolean {
  return Atomics.wait(state, BUSY, 1, PATIENCE) !== 'timed-out';
}
