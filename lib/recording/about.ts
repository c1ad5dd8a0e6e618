import type { RecordingMessage } from '../protocol/playback';
import { marksOf } from './marks';
import type { Recording } from './parse';

/** What a page is told of a recording before its first picture. @param shown by which name, and beside what */
export function aboutRecording(
  { duration, timeline, typed, steps, complete }: Recording,
  shown: Pick<RecordingMessage, 'name' | 'title' | 'live'>,
): RecordingMessage {
  const { takenAt: startedAt } = timeline.snapshotOf(0);
  const marks = marksOf(timeline.changes, typed, duration);
  return { ...shown, past: false, startedAt, duration, marks, steps: [...steps], complete };
}
