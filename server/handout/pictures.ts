import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pictures, StepSight } from '@lib/handout/picture';
import { stepMoments } from '@lib/handout/step-moments';
import type { Lesson } from '@lib/lessons/lesson';
import { parseViewState } from '@lib/view-state/view-state';
import { atMoment } from '../figure/moment';
import { toldIn } from '../figure/told';
import { ROOT } from '../root';
import { readRecording } from '../source/recording-file';

/** What there was when each step of a lesson began, where it was recorded. @throws where the recording is unreadable */
export async function recordedPictures(lesson: Lesson): Promise<Pictures> {
  const file = recordingOf(lesson);
  if (file === null) return () => null;
  const recording = await readRecording(file);
  const moments = stepMoments(lesson, recording.typed);
  const sights = new Map<string, StepSight>();
  for (const { id, focus } of lesson.steps) {
    const at = moments.get(id);
    if (at === undefined) continue;
    const { state } = parseViewState(focus ?? '');
    const sight = await atMoment(recording, at, async (moment) => ({
      snapshot: moment.snapshot,
      ...(await toldIn(moment, state)),
    }));
    sights.set(id, sight);
  }
  return ({ id }) => sights.get(id) ?? null;
}

/** That in which a lesson of the course was done, of those that come with nsview; null: there is none. */
function recordingOf({ id }: Lesson): string | null {
  const names = [`lesson-${id}`, ...(id === 'isolation' ? ['course'] : [])];
  const files = names.map((name) => join(ROOT, 'public/recordings', `${name}.jsonl.gz`));
  return files.find((file) => existsSync(file)) ?? null;
}
