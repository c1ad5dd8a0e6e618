import { join } from 'node:path';
import type { Pictures } from '@lib/handout/picture';
import { stepMoments } from '@lib/handout/step-moments';
import type { Lesson } from '@lib/lessons/lesson';
import { SHIPPED_RECORDINGS, type ShippedRecording } from '@lib/protocol/shipped';
import { ROOT } from '../root';
import { readRecording } from '../source/recording-file';

/** The recording in which a lesson of the course was done, of those that come with nsview. */
const DONE_IN: Readonly<Record<string, ShippedRecording>> = { isolation: 'course' };

/** What there was when each step of a lesson began, where it was recorded. @throws where the recording is unreadable */
export async function recordedPictures(lesson: Lesson): Promise<Pictures> {
  const name = SHIPPED_RECORDINGS.find((each) => each === DONE_IN[lesson.id]);
  if (name === undefined) return () => null;
  const file = join(ROOT, 'public/recordings', `${name}.jsonl.gz`);
  const { timeline, typed } = await readRecording(file);
  const moments = stepMoments(lesson, typed);
  return ({ id }) => {
    const at = moments.get(id);
    return at === undefined ? null : { snapshot: timeline.snapshotOf(timeline.indexAt(at)) };
  };
}
