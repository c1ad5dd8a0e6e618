/**
 * The pauses of one who waits for time or for news, whichever comes first: who is woken looks what it
 * was. There is one pause at a time.
 */
export class Waiting {
  #stopped = false;
  #wake: () => void = () => undefined;

  /** Over for good: `pause` returns at once from now on. */
  get stopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  /** Ends the pause, if there is one. */
  wake(): void {
    this.#wake();
  }

  async pause(ms: number): Promise<void> {
    if (this.#stopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
