import { engineForLessons, type LessonEngine } from '@lib/lessons/engine';
import { useNsview } from '../store/store';

/** What there is here for the commands of lessons; null in a recording, and before anything was seen. */
export function useLessonEngine(): LessonEngine | null {
  return useNsview(({ snapshot, recording }) =>
    snapshot === null || recording !== null ? null : engineForLessons(snapshot.engines),
  );
}
