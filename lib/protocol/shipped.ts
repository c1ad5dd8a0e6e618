/** The recordings that come with nsview and stand for themselves: the page offers them where there is nothing to see. */
export const OFFERED_RECORDINGS = ['course', 'compose'] as const;
export type OfferedRecording = (typeof OFFERED_RECORDINGS)[number];

/** Those in which a lesson is done, `lesson-<its id>`; the last on a machine that can do what others cannot. */
export const LESSON_RECORDINGS = [
  'lesson-images',
  'lesson-process',
  'lesson-kernel',
  'lesson-namespaces',
  'lesson-limits',
  'lesson-isolation',
  'lesson-namespaces-remapped',
] as const;
export type LessonRecording = (typeof LESSON_RECORDINGS)[number];

/** All recordings that come with nsview: `public/recordings/<name>.jsonl.gz`. */
export const SHIPPED_RECORDINGS = [...OFFERED_RECORDINGS, ...LESSON_RECORDINGS] as const;
export type ShippedRecording = (typeof SHIPPED_RECORDINGS)[number];
