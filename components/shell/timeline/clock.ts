import { useMemo } from 'react';
import { clockTime } from '@lib/recording/clock-time';
import { useLanguage } from '../../store/messages';
import type { Moments } from './moments';

/** How a moment is written: of a machine as clocks show it, of a recording since its start. */
export function useClock({ is, told }: Moments): (at: number) => string {
  const language = useLanguage();
  // Making a format takes longer than all the rest.
  const format = useMemo(
    () =>
      new Intl.DateTimeFormat(language, {
        ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
      }),
    [language],
  );
  if (is === 'recording') return (at) => clockTime(Math.max(0, at));
  const start = Date.parse(told.startedAt);
  return (at) => format.format(start + at);
}
