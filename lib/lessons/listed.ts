import * as z from 'zod/mini';
import { lessonSchema, stepSchema, type Lesson } from './lesson';

/** Of a lesson, what a list of lessons tells. */
export const outlineSchema = z.object({
  ...z.pick(lessonSchema, { id: true, title: true, about: true }).shape,
  steps: z.array(z.object(z.pick(stepSchema, { id: true, kind: true, title: true }).shape)),
});
export type Outline = z.infer<typeof outlineSchema>;

export function outlineOf({ id, title, about, steps }: Lesson): Outline {
  const told = steps.map((step) => ({ id: step.id, kind: step.kind, title: step.title }));
  return { id, title, about, steps: told };
}
