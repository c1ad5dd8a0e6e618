const CLOCK = new Intl.DateTimeFormat('sv', { timeStyle: 'medium' });

/** A moment, in milliseconds since the epoch, as a clock on the wall here shows it: 17:33:04. */
export function clockTime(moment: number): string {
  return CLOCK.format(moment);
}
