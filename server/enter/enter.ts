import { Worker } from 'node:worker_threads';
import type { Question } from '@lib/netlink/message';
import { LastingThread } from '../proc/lasting-thread';
import { allUntold, type Errand, type ThreadData, type Told } from './requests';
import type { Door } from './visit';

/**
 * What is done inside a namespace: a thread of its own goes in and comes back. Every answer has as many
 * items as were asked for; each that is not told has its errno: `EPERM` without the right to enter,
 * `ESRCH` where the process is gone, `ENOSYS` where this machine cannot be asked.
 */
export interface Enter {
  /** Has the thread started ahead of the first question. */
  prepare(): void;
  /** Questions to the kernel about that network. */
  ask(door: Door, questions: readonly Question[]): Promise<Told[]>;
  /** Files whose content goes by the namespace of who reads them, by their whole paths. */
  read(door: Door, paths: readonly string[]): Promise<Told[]>;
  close(): Promise<void>;
}

/** The thread ended before it had answered: it could not come back, say. The next has one that is new. */
const LOST = 'ECANCELED';

/**
 * @param procRoot where /proc is mounted
 * @param start makes the thread
 */
export function createEnter(procRoot: string, start = startThread): Enter {
  const thread = new LastingThread('the thread that enters', () => start({ procRoot }));
  const run = (door: Door, errand: Errand): Promise<Told[]> =>
    // Why it ended makes no difference to who asked: that nothing is told is said.
    thread.ask<Told[]>({ door, errand }).catch(() => allUntold(errand, LOST));
  return {
    prepare: () => thread.prepare(),
    ask: (door, questions) => run(door, { questions }),
    read: (door, paths) => run(door, { paths }),
    close: () => thread.close(),
  };
}

/** entering.js lies beside us in the production bundle, entering.ts in the source tree. */
export function startThread(workerData: ThreadData): Worker {
  const file = import.meta.url.endsWith('.ts')
    ? new URL('./entering.dev.mjs', import.meta.url)
    : new URL('./entering.js', import.meta.url);
  return new Worker(file, { workerData });
}
