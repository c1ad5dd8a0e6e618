/** A character and its number, for it may be one that cannot be seen. */
export function named(character: string): string {
  const numbers = [...character].map((each) => each.codePointAt(0)?.toString(16).toUpperCase());
  return `"${character}" (${numbers.map((each) => `U+${(each ?? '').padStart(4, '0')}`).join(' ')})`;
}
