const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/**
 * Bytes as `docker history` and `docker ps -s` print them, so that the two can be held side by side: three
 * digits, in powers of 1000: `0B`, `12.3kB`, `77.9MB`. Source: HumanSizeWithPrecision of docker/go-units.
 */
export function dockerSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  // What rounds to a thousand stays in its unit there: `1e+03kB`, which nobody should have to read.
  if (Number(value.toPrecision(3)) >= 1000 && unit < UNITS.length - 1) return `1${UNITS[unit + 1]}`;
  return `${Number(value.toPrecision(3))}${UNITS[unit]}`;
}
