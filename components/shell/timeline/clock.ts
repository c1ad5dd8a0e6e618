import { useMemo } from 'react';
import { clockTime } from '@lib/recording/clock-time';
import { useLanguage } from '../../store/messages';

/**
 * How a moment is written, in milliseconds since the start: of a machine as clocks show it, of a recording since its
 * start.
 *
 * @param startedAt when that was; null: of a recording
 */
export function useClock(startedAt: string | null): (at: number) => string {
  const language = useLanguage();
  // Making a format takes longer than all the rest.
  const format = useMemo(
    () =>
      new Intl.DateTimeFormat(language, {
        ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
      }),
    [language],
  );
  if (startedAt === null) return (at) => clockTime(Math.max(0, at));
  const start = Date.parse(startedAt);
  return (at) => format.format(start + at);
}
