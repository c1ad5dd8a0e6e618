import { Part } from '../parts/part';
import { withAllMessages } from '../store/messages';

/** What stands beside the picture while a lesson is followed. */
export const LESSON = new Part(
  withAllMessages(async () => (await import('./lesson-panel')).LessonPanel),
);
