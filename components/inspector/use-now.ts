import { useEffect, useState } from 'react';
import { useNsview } from '../store/store';
import { usePosition } from '../store/use-position';

const EVERY_MS = 10_000;
const MINUTE_MS = 60_000;

/**
 * The time now, in milliseconds since the epoch, looked at again every ten seconds; in a recording,
 * the time then, and while a moment is held, its time.
 *
 * @param since what it is told how long ago that was, which is told by the second while it is less than a minute
 */
export function useNow(since: string | null = null): number {
  const [now, setNow] = useState(() => Date.now());
  const frozenAt = useNsview((store) => store.frozenAt);
  const startedAt = useNsview((store) => store.recording?.startedAt ?? null);
  const position = usePosition(1000);
  const isYoung = since !== null && now - Date.parse(since) < MINUTE_MS;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), isYoung ? 1000 : EVERY_MS);
    return () => clearInterval(timer);
  }, [isYoung]);
  if (frozenAt !== null) return frozenAt;
  return startedAt === null ? now : Date.parse(startedAt) + position;
}
