import type { Lesson, Step } from '@lib/lessons/lesson';
import type { DockerCommand } from './docker';
import type { Tell } from './running';

/** For whom something is done, and by what. */
export interface Surroundings {
  docker: DockerCommand;
  lesson: Lesson;
  step: Step;
  tell: Tell;
  /** Ends it: somebody stopped it, or it took too long. */
  signal: AbortSignal;
}
