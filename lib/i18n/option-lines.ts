/** Options of a command as its help lists them, each in a column of so many characters beside what it is for. */
export function optionLines(
  options: readonly [option: string, what: string][],
  width: number,
): string {
  return options.map(([option, what]) => `  ${option.padEnd(width)}  ${what}`).join('\n');
}
