import { sansWidth } from '../layout/node-text';

/**
 * What may be written in a cell of who else is in a namespace, what says most first: `with c1, c2`, `c1 +1`, `+2`; of a
 * single one its name is the least.
 *
 * @param told all of them, in words
 */
export function companyWords(others: readonly string[], told: string): string[] {
  const [first = told, ...more] = others;
  if (more.length === 0) return [told, first];
  return [told, `${first} +${more.length}`, `+${others.length}`];
}

/**
 * The first of these that has room; the last where none has.
 *
 * @param room in the unit of `size`
 */
export function firstThatFits(
  words: readonly string[],
  room: number,
  size: number,
  bold = false,
): string {
  return words.find((word) => sansWidth(word, size, bold) <= room) ?? words.at(-1) ?? '';
}
