import { useEffect, useState } from 'react';
import { positionAfter } from '@lib/protocol/playing';
import { useNsview } from './store';

/**
 * Where the playing of the recording is, in milliseconds, looked at again every so many; 0 without
 * a recording.
 */
export function usePosition(everyMs: number): number {
  const playback = useNsview((store) => store.playback);
  const duration = useNsview((store) => store.recording?.duration ?? 0);
  const [now, setNow] = useState(() => performance.now());
  const playing = playback?.playing ?? false;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setNow(performance.now()), everyMs);
    return () => clearInterval(timer);
  }, [playing, everyMs]);
  if (playback === null) return 0;
  return positionAfter(playback, now - playback.since, duration);
}
