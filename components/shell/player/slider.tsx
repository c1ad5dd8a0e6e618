import { useState, type KeyboardEvent } from 'react';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import type { RecordingMessage } from '@lib/protocol/playback';
import { clockTime } from '@lib/recording/clock-time';
import { useMessages } from '../../store/messages';
import { positionNow, seek } from '../../store/seek';
import styles from './player.module.css';

/** Milliseconds that a key moves it. */
const STEPS = { back: -1000, on: 1000, farBack: -10_000, farOn: 10_000 };

/** The recording from left to right, with a tick wherever something changed. */
export function Slider({ position, recording }: { position: number; recording: RecordingMessage }) {
  const { recordings } = useMessages();
  const { duration, marks } = recording;
  // While the thumb is held it stays where the hand is, whatever the server still tells.
  const [held, setHeld] = useState<number | null>(null);
  const shown = held ?? position;
  const share = (at: number) => (duration === 0 ? 0 : at / duration);

  const step = (event: KeyboardEvent) => {
    const action = actionOf(KEYS.recording.slide, strokeOf(event));
    if (action === null) return;
    event.preventDefault();
    seek(Math.min(Math.max(0, positionNow(recording) + STEPS[action]), duration));
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
