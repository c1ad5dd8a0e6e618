import { useEffect, useState } from 'react';
import { useNsview } from '../store/store';
import { usePosition } from '../store/use-position';

const EVERY_MS = 10_000;

/**
 * The time now, in milliseconds since the epoch, looked at again every ten seconds; in a recording,
 * the time then, and while a moment is held, its time.
 */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  const frozenAt = useNsview((store) => store.frozenAt);
  const startedAt = useNsview((store) => store.recording?.startedAt ?? null);
  const position = usePosition(1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  if (frozenAt !== null) return frozenAt;
  return startedAt === null ? now : Date.parse(startedAt) + position;
}
