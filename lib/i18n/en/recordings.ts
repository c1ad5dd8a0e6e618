import type { ShippedRecording } from '../../protocol/shipped';

const titles: Record<ShippedRecording, string> = {
  course: 'Isolation in action',
  compose: 'A dozen containers',
};

const tells: Record<ShippedRecording, string> = {
  course: 'Two containers, step by step: each by itself, then both in one PID namespace.',
  compose: 'Two compose projects start up; sidecars join them, some stop.',
};

/** Recordings, and the player at the bottom of the page. */
export const recordings = {
  titles,
  tells,
  offer: 'Or watch a recording:',
  player: 'Player',
  play: 'Play (space)',
  pause: 'Pause (space)',
  replay: 'Play again (space)',
  previous: 'To the change before (,)',
  next: 'To the next change (.)',
  position: 'Moment of the recording',
  /** Times as 0:07. */
  positionText: (now: string, duration: string): string => `${now} of ${duration}`,
  speed: 'Speed',
  speedText: (times: number): string => `${times}×`,
  which: 'Recording',
  back: 'Back to this machine',
  typed: 'Typed',
  recordedOn: (date: string): string => `Recorded on ${date}`,
  cutOff: 'This recording was cut off while it was made: it shows what came before.',
  state: 'recording',
  empty: 'No container at this moment of the recording.',
};
