import { setTimeout as delay } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Response } from './calls';

/** Milliseconds that a thread may take for the last thing that it is asked. */
const FAREWELL = 500;

interface Pending {
  /** A thread of ours answers each question with what its type says. */
  resolve(value: never): void;
  reject(error: Error): void;
}

/**
 * A thread that is there whenever it is asked: started the first time, and anew after it ended. It is sent
 * each question with an `id`, which its answer has as well. It keeps no program from its end but while
 * it is asked.
 */
export class LastingThread {
  #worker: Worker | null = null;
  #closed = false;
  #lastId = 0;
  readonly #pending = new Map<number, Pending>();

  /**
   * @param name what it is, in the message of an error
   * @param create makes the thread
   */
  constructor(
    private readonly name: string,
    private readonly create: () => Worker,
  ) {}

  /** Starts it ahead of the first question, which then need not wait for that. */
  prepare(): void {
    if (this.#closed || this.#worker !== null) return;
    this.#worker = this.#start();
    this.#worker.unref();
  }

  /** Rejects with what the thread says, or with why it ended. */
  ask<T>(question: object): Promise<T> {
    if (this.#closed) return Promise.reject(new Error(`${this.name} is closed`));
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#lastId;
    worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      worker.postMessage({ ...question, id });
    });
  }

  /** @param last asked before it ends, but of one that was never started: what it has started itself has to end first */
  async close(last: object | null = null): Promise<void> {
    const isAsked = last !== null && this.#worker !== null && !this.#closed;
    const answered = isAsked ? this.ask(last).catch(() => undefined) : null;
    this.#closed = true;
    await Promise.race([answered, delay(FAREWELL, null, { ref: false })]);
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = this.create();
    let cause = 'it was stopped';
    worker.on('message', (response: Response<never>) => {
      const pending = this.#pending.get(response.id);
      this.#pending.delete(response.id);
      // Who closes it waits for its end.
      if (this.#pending.size === 0 && !this.#closed) worker.unref();
      if ('error' in response) pending?.reject(new Error(response.error));
      else pending?.resolve(response.value);
    });
    worker.on('error', (error) => {
      cause = error.message;
    });
    worker.on('exit', () => {
      this.#worker = null;
      const error = new Error(`${this.name} ended: ${cause}`);
      for (const { reject } of this.#pending.values()) reject(error);
      this.#pending.clear();
    });
    return worker;
  }
}
