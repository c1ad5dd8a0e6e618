/** What was told of several things, of each one thing after another in the order of time. */
export class Moments<T> {
  readonly #told = new Map<string, { at: number; value: T }[]>();

  /** @param at milliseconds since the start, never less than before */
  put(key: string, at: number, value: T): void {
    const told = this.#told.get(key);
    if (told === undefined) this.#told.set(key, [{ at, value }]);
    else told.push({ at, value });
  }

  /**
   * The last at or before a moment. What is there is asked about a moment after it is first seen: until then it
   * has what was told first. Null: nothing was ever told.
   */
  at(key: string, position: number): T | null {
    const told = this.#told.get(key) ?? [];
    const last = told.findLast(({ at }) => at <= position) ?? told[0];
    return last?.value ?? null;
  }
}
