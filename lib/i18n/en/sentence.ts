/** A sentence with things in it that are drawn as links: `T` is what the caller draws. */
export type Sentence<T> = (string | T)[];

/** Names in a row. */
export function listed<T>(items: readonly T[]): Sentence<T> {
  return items.flatMap((item, index) => {
    if (index === 0) return [item];
    return [index === items.length - 1 ? ' and ' : ', ', item];
  });
}
