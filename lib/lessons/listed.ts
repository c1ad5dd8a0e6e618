import * as z from 'zod/mini';
import { lessonSchema, stepSchema, type Lesson } from './lesson';

/** What a lesson goes by in a list: its number in the course, from 1; null: it is not of the course. */
const placeSchema = z.object({
  ...z.pick(lessonSchema, { id: true }).shape,
  number: z.nullable(z.int()),
});

/** Of a lesson, what a list of lessons tells. */
const outlineSchema = z.object({
  ...placeSchema.shape,
  ...z.pick(lessonSchema, { title: true, about: true }).shape,
  steps: z.array(z.object(z.pick(stepSchema, { id: true, kind: true, title: true }).shape)),
});

/** Of one whose file cannot be read: what is wrong in it, a line for each mistake. */
const unreadableSchema = z.object({ ...placeSchema.shape, mistakes: z.array(z.string()) });

/** What a list of lessons has of each. */
export const listedSchema = z.union([outlineSchema, unreadableSchema]);
export type Listed = z.infer<typeof listedSchema>;

/** A lesson that can be followed, or why it cannot. */
export interface Entry {
  id: string;
  /** In the course, from 1; null: it is not of the course. */
  number: number | null;
  read: { lesson: Lesson } | { mistakes: string[] };
}

export function listedOf({ id, number, read }: Entry): Listed {
  if ('mistakes' in read) return { id, number, mistakes: read.mistakes };
  const { title, about, steps } = read.lesson;
  const told = steps.map((step) => ({ id: step.id, kind: step.kind, title: step.title }));
  return { id, number, title, about, steps: told };
}
