import type { Worker } from 'node:worker_threads';
import type { CallName, InputOf, ReaderOptions, Request, Response, ValueOf } from '../proc/calls';
import { readerAt, type Reader, type ReaderLine } from './reader';
import { startThread } from './thread';

/**
 * Reads this machine's /proc in a thread of its own. When that ended, the next call starts a new one,
 * whose first tick has everything again (`full`).
 *
 * @param start makes the thread
 */
export function createThreadReader(options: ReaderOptions, start = startThread): Reader {
  return readerAt(new ReaderThread(() => start(options)));
}

interface Pending {
  /** A thread of ours answers each call with what its type says. */
  resolve(value: never): void;
  reject(error: Error): void;
}

/** The worker, started when first asked and again after it ended. */
class ReaderThread implements ReaderLine {
  #worker: Worker | null = null;
  #closed = false;
  #lastId = 0;
  readonly #pending = new Map<number, Pending>();

  constructor(private readonly create: () => Worker) {}

  ask<N extends CallName>(name: N, ...input: InputOf<N>): Promise<ValueOf<N>> {
    if (this.#closed) return Promise.reject(new Error('the reader of /proc is closed'));
    this.#worker ??= this.#start();
    const request: Request<N> = { id: ++this.#lastId, name, input };
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      this.#pending.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = this.create();
    let cause = 'it was stopped';
    worker.on('message', (response: Response<never>) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      if ('error' in response) pending?.reject(new Error(response.error));
      else pending?.resolve(response.value);
    });
    worker.on('error', (error) => {
      cause = error.message;
    });
    worker.on('exit', () => {
      this.#worker = null;
      const error = new Error(`the reader of /proc ended: ${cause}`);
      for (const { reject } of this.#pending.values()) reject(error);
      this.#pending.clear();
    });
    return worker;
  }
}
