import { useState, type KeyboardEvent } from 'react';
import type { RecordingMessage } from '@lib/protocol/playback';
import { clockTime } from '@lib/recording/clock-time';
import { useMessages } from '../../store/messages';
import { positionNow, seek } from './seek';
import styles from './player.module.css';

/** Milliseconds that a key moves it. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1000,
  ArrowDown: -1000,
  ArrowRight: 1000,
  ArrowUp: 1000,
  PageDown: -10_000,
  PageUp: 10_000,
};

/** The recording from left to right, with a tick wherever something changed. */
export function Slider({ position, recording }: { position: number; recording: RecordingMessage }) {
  const { recordings } = useMessages();
  const { duration, marks } = recording;
  // While the thumb is held it stays where the hand is, whatever the server still tells.
  const [held, setHeld] = useState<number | null>(null);
  const shown = held ?? position;
  const share = (at: number) => (duration === 0 ? 0 : at / duration);

  const step = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    seek(Math.min(Math.max(0, positionNow(recording) + by), duration));
  };
  return (
    <div className={styles.slider}>
      <div className={styles.track} aria-hidden>
        <span className={styles.played} style={{ width: `${100 * share(shown)}%` }} />
        {marks.map(({ from, at, typed }) => (
          <span
            key={from}
            className={styles.mark}
            data-passed={at <= shown}
            style={{ left: `${100 * share(at)}%` }}
            title={typed ?? undefined}
          />
        ))}
      </div>
      <input
        type="range"
        min={0}
        max={duration}
        step={1}
        value={Math.round(shown)}
        aria-label={recordings.position}
        aria-valuetext={recordings.positionText(clockTime(shown), clockTime(duration))}
        onKeyDown={step}
        onPointerDown={() => setHeld(position)}
        onPointerUp={() => setHeld(null)}
        onPointerCancel={() => setHeld(null)}
        onChange={({ target }) => {
          const to = Number(target.value);
          setHeld((now) => (now === null ? null : to));
          seek(to);
        }}
      />
    </div>
  );
}
