import type { HostReading } from '../proc/reading';

/** Milliseconds after which the kernel's clock of 64-bit nanoseconds begins again. */
const ROUND = 2 ** 64 / 1e6;
/** Milliseconds before and after 1970 that a Date can tell. */
const FURTHEST = 8.64e15;

/**
 * When a process began: ISO 8601. In a time namespace whose boot time clock was set back, what is
 * older than its zero seems to begin just before the end of a round, time_namespaces(7).
 *
 * Null where it is not known when the machine was started.
 *
 * @param startTicks clock ticks after boot, as /proc/PID/stat tells them
 */
export function startedAt(
  startTicks: string,
  { bootTime, ticksPerSecond }: Pick<HostReading, 'bootTime' | 'ticksPerSecond'>,
): string | null {
  if (bootTime === null) return null;
  const told = (Number(startTicks) / ticksPerSecond) * 1000;
  const sinceBoot = told > ROUND / 2 && told <= ROUND ? told - ROUND : told;
  const moment = Math.min(bootTime + sinceBoot, FURTHEST);
  return new Date(moment).toISOString();
}
