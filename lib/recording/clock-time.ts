/** A length of time as a player writes it: `0:07`, `12:30`, `1:02:03`. @param milliseconds not negative */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

/**
 * Writes moments of a machine's time as clocks show them, from milliseconds since it began.
 *
 * @param startedAt when that was
 * @param timeZone as IANA names it; undefined: that of who looks
 */
export function wallClock(
  startedAt: string,
  language: string,
  timeZone?: string,
): (at: number) => string {
  // Making a format takes longer than all the rest.
  const format = new Intl.DateTimeFormat(language, {
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone },
  });
  const start = Date.parse(startedAt);
  return (at) => format.format(start + at);
}
