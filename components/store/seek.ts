import { positionAfter } from '@lib/protocol/playing';
import type { RecordingMessage } from '@lib/protocol/playback';
import { askPlayback, nextWish } from './connection';
import { useNsview } from './store';

/** Milliseconds between two wishes: a slider that is drawn has more of them than the server takes. */
const APART = 50;

let wanted: { to: number; wish: number } | null = null;
let resting = false;

/** Goes to a moment of the recording: on this page at once, and the server follows. */
export function seek(to: number): void {
  const { playback, setPlayback } = useNsview.getState();
  const position = Math.round(to);
  if (playback !== null) setPlayback({ ...playback, position });
  wanted = { to: position, wish: nextWish() };
  if (!resting) send();
}

function send(): void {
  resting = wanted !== null;
  if (wanted === null) return;
  askPlayback({ do: 'seek', to: wanted.to }, wanted.wish);
  wanted = null;
  setTimeout(send, APART);
}

/** Where it is at this moment, between two looks of the page. */
export function positionNow({ duration }: RecordingMessage): number {
  const { playback } = useNsview.getState();
  if (playback === null) return 0;
  return positionAfter(playback, performance.now() - playback.since, duration);
}

export function togglePlaying(): void {
  askPlayback({ do: useNsview.getState().playback?.playing === true ? 'pause' : 'play' });
}
