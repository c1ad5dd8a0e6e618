import type { Language } from '../model/language';

/**
 * The day of a moment: `2026-11-23`.
 *
 * @param moment in milliseconds @param timeZone as IANA names it; undefined: where the code runs
 */
export function dayOf(moment: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('sv', DAY(timeZone)).format(moment);
}

/** In Swedish a day is written as ISO 8601 has it. */
const DAY = (timeZone: string | undefined): Intl.DateTimeFormatOptions => ({
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone,
});

/**
 * Tells of processes when they began, as short as ps tells it: the time of day if it was today, else the
 * day, with the year if it was another one.
 *
 * @param today as {@link dayOf} tells it @param timeZone as there
 * @returns what makes a text of a moment in ISO 8601
 */
export function startTexts(
  language: Language,
  today: string,
  timeZone?: string,
): (startedAt: string) => string {
  // Made once: to make one takes as long as to draw a row.
  const days = new Intl.DateTimeFormat('sv', DAY(timeZone));
  const times = new Intl.DateTimeFormat('sv', { timeStyle: 'medium', timeZone });
  const month = language === 'en' ? 'short' : 'long';
  const dates = new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone });
  return (startedAt) => {
    const moment = new Date(startedAt);
    const day = days.format(moment);
    if (day === today) return times.format(moment);
    return day.slice(0, 4) === today.slice(0, 4) ? dates.format(moment) : day;
  };
}
