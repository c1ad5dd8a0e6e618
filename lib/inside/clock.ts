/** How far a clock is from the machine's own, as a person says it. */
export interface Clock {
  /** Null: it goes with it. */
  ahead: boolean | null;
  days: number;
  /** `01:02:03`, with a fraction where it has one. */
  time: string;
}

const SECOND = 1_000_000_000n;

/** @param nanoseconds a whole number as text, negative for a clock that is behind */
export function clockOf(nanoseconds: string): Clock {
  const offset = BigInt(nanoseconds);
  const far = offset < 0n ? -offset : offset;
  const seconds = far / SECOND;
  const fraction = String(far % SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const two = (value: bigint) => String(value).padStart(2, '0');
  const time = [(seconds / 3600n) % 24n, (seconds / 60n) % 60n, seconds % 60n].map(two).join(':');
  return {
    ahead: offset === 0n ? null : offset > 0n,
    days: Number(seconds / 86_400n),
    time: fraction === '' ? time : `${time}.${fraction}`,
  };
}
