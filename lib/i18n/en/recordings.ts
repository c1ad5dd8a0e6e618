import type { OfferedRecording } from '../../protocol/shipped';

const titles: Record<OfferedRecording, string> = {
  course: 'Isolation in action',
  compose: 'A dozen containers',
};

/** Recordings, and the player at the bottom of the page. */
export const recordings = {
  titles,
  ofLesson: 'A lesson',
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
  past: 'looking back',
};
