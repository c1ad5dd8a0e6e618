import type { ViewState } from '../view-state/view-state';
import { LESSON_RECORDINGS, type LessonRecording } from '../protocol/shipped';
import type { SHIPPED_LESSONS } from './shipped';

interface Recorded {
  lesson: (typeof SHIPPED_LESSONS)[number];
  /** The one step that it was made for, on a machine that can do it; left out: all that most machines can. */
  step?: string;
}

/** What is done in each recording of a lesson. */
export const RECORDED: Readonly<Record<LessonRecording, Recorded>> = {
  'lesson-images': { lesson: 'images' },
  'lesson-process': { lesson: 'process' },
  'lesson-kernel': { lesson: 'kernel' },
  'lesson-namespaces': { lesson: 'namespaces' },
  'lesson-limits': { lesson: 'limits' },
  'lesson-isolation': { lesson: 'isolation' },
  'lesson-namespaces-remapped': { lesson: 'namespaces', step: 'user-zero' },
};

/** The recording in which a step is done, on a machine where it can be. Null: none comes with nsview. */
export function recordingOf(lesson: string, step: string): LessonRecording | null {
  const those = LESSON_RECORDINGS.filter((name) => RECORDED[name].lesson === lesson);
  const special = those.find((name) => RECORDED[name].step === step);
  return special ?? those.find((name) => RECORDED[name].step === undefined) ?? null;
}

/** What is shown at a step of a lesson: who watches lessons in recordings has that of each step, from its beginning. */
export function replayedAt(
  { recording, at }: Pick<ViewState, 'recording' | 'at'>,
  lesson: string,
  step: string,
): Pick<ViewState, 'recording' | 'at'> {
  const isReplay = LESSON_RECORDINGS.some((each) => each === recording);
  return isReplay
    ? { recording: recordingOf(lesson, step) ?? recording, at: null }
    : { recording, at };
}
