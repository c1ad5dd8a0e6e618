const UNITS = [
  ['g', 1024 ** 3],
  ['m', 1024 ** 2],
  ['k', 1024],
] as const;

/** Bytes as `docker run` takes them, exactly: `64m`, `1536k`, `1000b`. */
export function sizeText(bytes: number): string {
  const [letter, unit] = UNITS.find(([, each]) => bytes % each === 0) ?? ['b', 1];
  return `${bytes / unit}${letter}`;
}
