/** How fast a recording may be played. */
export const SPEEDS = [1, 2, 4, 8] as const;

/** Where the playing of a recording is at some moment, and how it goes on from there. */
export interface Playback {
  /** Milliseconds from the start. */
  position: number;
  playing: boolean;
  /** Recorded milliseconds for each that passes. */
  speed: number;
  /** Nothing is known of the moment that was asked for, or no longer: it is the nearest that is. */
  isNearest: boolean;
}

/** The position `elapsed` milliseconds later; at the end it stands still. */
export function positionAfter(playback: Playback, elapsed: number, duration: number): number {
  const { position, playing, speed } = playback;
  const moved = playing ? position + Math.max(0, elapsed) * speed : position;
  return Math.min(Math.max(0, moved), duration);
}
