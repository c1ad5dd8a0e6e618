const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
type Unit = (typeof UNITS)[number];

/** Bytes as a person says them, in powers of 1024, as limits are given. */
export interface SaidSize {
  number: string;
  unit: Unit;
  /** Both. */
  text: string;
}

/**
 * `64 MiB`, `1.5 GiB`, `12 KiB`: at most three digits tell.
 *
 * @param wanted the unit of what it is held against; else the one in which it is shortest
 */
export function saidSize(bytes: number, wanted?: Unit): SaidSize {
  let value = bytes;
  let at = 0;
  while (at < UNITS.length - 1 && (wanted === undefined ? value >= 1000 : UNITS[at] !== wanted)) {
    value /= 1024;
    at += 1;
  }
  const unit = UNITS[at] ?? 'B';
  const isWhole = unit === 'B' || value >= 10;
  const number = isWhole ? value.toFixed(0) : value.toFixed(1).replace(/\.0$/, '');
  return { number, unit, text: `${number} ${unit}` };
}
