import type { Language } from '../view-state/view-state';

/** The day of a moment where the reader of the page is: `2026-11-23`. @param moment in milliseconds */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Made once: to make one takes as long as to draw a row. */
const DAYS: Record<Language, Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric' }),
  'zh-CN': new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric' }),
};

/**
 * When a process began, as short as ps tells it: the time of day if it was today, else the day, with
 * the year if it was another one.
 *
 * @param startedAt ISO 8601 @param today as {@link dayOf} tells it
 */
export function startText(startedAt: string, today: string, language: Language): string {
  const moment = new Date(startedAt);
  const day = dayOf(moment.getTime());
  if (day === today) return moment.toTimeString().slice(0, 8);
  return day.slice(0, 4) === today.slice(0, 4) ? DAYS[language].format(moment) : day;
}
