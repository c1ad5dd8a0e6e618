import * as z from 'zod/mini';
import { LESSONS } from '@lib/api/lesson-paths';
import { lessonSchema, type Lesson } from '@lib/lessons/lesson';
import { listedSchema } from '@lib/lessons/listed';
import { Part } from '../parts/part';
import { role } from '../parts/role';

/** The lessons that the server has, in their order. */
export const LISTED = new Part(() =>
  // Who follows has none to choose from: their address has no such path.
  role === 'follower' ? Promise.resolve([]) : get(LESSONS, z.array(listedSchema)),
);

const lessons = new Map<string, Part<Lesson>>();

/** A lesson that the server has. */
export function lessonPart(id: string): Part<Lesson> {
  const part =
    lessons.get(id) ?? new Part(() => get(`${LESSONS}/${encodeURIComponent(id)}`, lessonSchema));
  lessons.set(id, part);
  return part;
}

/** @throws where it cannot be had, or is not as it should be */
async function get<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return schema.parse(await response.json());
}
