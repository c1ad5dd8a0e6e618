import { Worker } from 'node:worker_threads';
import type { Question } from '@lib/netlink/message';
import {
  allUntold,
  type Errand,
  type Request,
  type Response,
  type ThreadData,
  type Told,
} from './requests';
import type { Door } from './visit';

/**
 * What is done inside a namespace: a thread of its own goes in and comes back. Every answer has as many
 * items as were asked for; each that is not told has its errno: `EPERM` without the right to enter,
 * `ESRCH` where the process is gone, `ENOSYS` where this machine cannot be asked.
 */
export interface Enter {
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
  const thread = new EnteringThread(() => start({ procRoot }));
  return {
    ask: (door, questions) => thread.run(door, { questions }),
    read: (door, paths) => thread.run(door, { paths }),
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

/** Started when first sent for and again after it ended; it keeps no program from its end but while asked. */
class EnteringThread {
  #worker: Worker | null = null;
  #closed = false;
  #lastId = 0;
  readonly #pending = new Map<number, Pending>();

  constructor(private readonly create: () => Worker) {}

  run(door: Door, errand: Errand): Promise<Told[]> {
    if (this.#closed) return Promise.resolve(allUntold(errand, LOST));
    const worker = (this.#worker ??= this.#start());
    const request: Request = { id: ++this.#lastId, door, errand };
    worker.ref();
    return new Promise((resolve) => {
      this.#pending.set(request.id, { errand, resolve });
      worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = this.create();
    worker.on('message', ({ id, told }: Response) => {
      this.#pending.get(id)?.resolve(told);
      this.#pending.delete(id);
      if (this.#pending.size === 0) worker.unref();
    });
    // Why it ended makes no difference to who asked: that nothing is told is said.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#worker = null;
      for (const { errand, resolve } of this.#pending.values()) resolve(allUntold(errand, LOST));
      this.#pending.clear();
    });
    return worker;
  }
}

interface Pending {
  errand: Errand;
  resolve(told: Told[]): void;
}
