import { useMemo } from 'react';
import { clockTime, wallClock } from '@lib/recording/clock-time';
import { useLanguage } from '../../store/messages';

/**
 * How a moment is written, in milliseconds since the start: of a machine as clocks show it, of a recording since its
 * start.
 *
 * @param startedAt when that was; null: of a recording
 */
export function useClock(startedAt: string | null): (at: number) => string {
  const language = useLanguage();
  return useMemo(
    () =>
      startedAt === null ? (at) => clockTime(Math.max(0, at)) : wallClock(startedAt, language),
    [startedAt, language],
  );
}
