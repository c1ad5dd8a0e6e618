/**
 * Remembers what one kind of part was made of the last time: where its ingredients are the same, it is
 * the very same part again, so that who draws it can pass over it.
 */
export class Kept<Ingredients extends object, Made> {
  readonly #make: (of: Ingredients) => Made;
  #last = new Map<string, { of: Ingredients; made: Made }>();

  constructor(make: (of: Ingredients) => Made) {
    this.#make = make;
  }

  /** The parts of one picture, by their keys; others are forgotten. */
  parts(wanted: readonly (readonly [key: string, of: Ingredients])[]): Made[] {
    const now = new Map<string, { of: Ingredients; made: Made }>();
    for (const [key, of] of wanted) {
      const before = this.#last.get(key);
      now.set(
        key,
        before !== undefined && isSame(before.of, of) ? before : { of, made: this.#make(of) },
      );
    }
    this.#last = now;
    return [...now.values()].map(({ made }) => made);
  }
}

function isSame<T extends object>(a: T, b: T): boolean {
  const [as, bs] = [Object.entries(a), Object.entries(b)];
  return (
    as.length === bs.length &&
    as.every(([name, value], index) => bs[index]?.[0] === name && Object.is(bs[index][1], value))
  );
}
