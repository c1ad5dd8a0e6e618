import { fork, type ChildProcess } from 'node:child_process';
import type { Question, Said } from './question';

/** It ended before it had answered. */
export class HelperEnded extends Error {}

interface Waits {
  /** A helper of ours answers each question with what its type says. */
  resolve(said: never): void;
  reject(error: Error): void;
}

/** One process that reads below roots of others; asked one question at a time. */
export class Helper {
  #hasEnded = false;
  #end: () => void = () => undefined;
  #waits: Waits | null = null;
  /** @throws HelperEnded */
  readonly ready: Promise<unknown>;
  /** It is gone. */
  readonly ended = new Promise<void>((resolve) => {
    this.#end = () => {
      this.#hasEnded = true;
      this.#settled()?.reject(new HelperEnded());
      resolve();
    };
  });

  /** @param child says something when it is ready, and from then on answers */
  constructor(private readonly child: ChildProcess) {
    // It keeps no program from its end but while it is asked.
    child.unref();
    this.ready = this.#said();
    child.on('message', ({ value }: Said<never>) => {
      this.#settled()?.resolve(value);
    });
    child.on('error', () => {
      // It was not started; else it goes on, and could not be told or ended.
      if (child.pid === undefined) this.#end();
      else this.#settled()?.reject(new HelperEnded());
    });
    child.on('exit', () => this.#end());
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** @throws HelperEnded */
  ask<T>(question: Question): Promise<T> {
    if (!this.child.connected) return Promise.reject(new HelperEnded());
    const said = this.#said<T>();
    this.child.send(question);
    return said;
  }

  /**
   * Leaves it behind: it ends now or, where the kernel does not let it or us, when what it waits for has come.
   */
  leave(): void {
    this.#settled();
    this.child.kill('SIGKILL');
    if (this.child.connected) this.child.disconnect();
  }

  #said<T>(): Promise<T> {
    this.child.channel?.ref();
    return new Promise((resolve, reject) => {
      this.#waits = { resolve, reject };
    });
  }

  #settled(): Waits | null {
    const waits = this.#waits;
    this.#waits = null;
    this.child.channel?.unref();
    return waits;
  }
}

/** helper-program.js lies beside us in the production bundle, helper-program.ts in the source tree. */
export function startHelper(): Helper {
  const file = import.meta.url.endsWith('.ts')
    ? new URL('./helper-program.dev.mjs', import.meta.url)
    : new URL('./helper-program.js', import.meta.url);
  return new Helper(fork(file, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }));
}
