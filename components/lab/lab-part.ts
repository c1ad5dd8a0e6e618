import { Part } from '../parts/part';
import { refreshLabFor } from './lab';

const parts = new Map<string, Part<true>>();

/** What a lesson has to know of the lab before it is shown: else an answer might complete what the lab would check. */
export function labPart(lesson: string): Part<true> {
  const part = parts.get(lesson) ?? new Part(() => refreshLabFor(lesson).then(() => true as const));
  parts.set(lesson, part);
  return part;
}
