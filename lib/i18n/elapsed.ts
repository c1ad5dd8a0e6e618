/** A length of time in its largest whole unit. */
export interface Elapsed {
  count: number;
  unit: 'second' | 'minute' | 'hour' | 'day';
}

/**
 * The time between two moments, as a person says it: `7 minutes`. A clock set back gives 0 seconds.
 *
 * @param since ISO 8601 @param now milliseconds since the epoch @returns null when `since` is no date
 */
export function elapsed(since: string, now: number): Elapsed | null {
  const start = Date.parse(since);
  if (Number.isNaN(start)) return null;
  const seconds = Math.max(0, Math.floor((now - start) / 1000));
  if (seconds < 60) return { count: seconds, unit: 'second' };
  if (seconds < 3600) return { count: Math.floor(seconds / 60), unit: 'minute' };
  if (seconds < 86400) return { count: Math.floor(seconds / 3600), unit: 'hour' };
  return { count: Math.floor(seconds / 86400), unit: 'day' };
}
