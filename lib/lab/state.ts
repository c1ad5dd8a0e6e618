import * as z from 'zod/mini';
import { labReasonSchema } from './word';

const thingSchema = z.object({
  /** As the engine has it; volumes go by their name alone. */
  id: z.string(),
  name: z.string(),
  /** The id of the lesson that it was made for; `lab`: for all of them. */
  lesson: z.string(),
});
export type LabThing = z.infer<typeof thingSchema>;

/** What lessons have made: all that carries the lab's label, and the folders that it made below /tmp. */
const labThingsSchema = z.object({
  containers: z.array(thingSchema),
  images: z.array(thingSchema),
  networks: z.array(thingSchema),
  volumes: z.array(thingSchema),
  folders: z.array(z.string()),
});
export type LabThings = z.infer<typeof labThingsSchema>;

/** A command of a lesson: which step by its id, which of its lines (`commandsOf` in lib/lessons), from 0. */
export const labCommandSchema = z.object({
  lesson: z.string(),
  step: z.string(),
  command: z.int().check(z.nonnegative()),
});
export type LabCommand = z.infer<typeof labCommandSchema>;

/** What `GET /api/v1/lab` answers. */
export const labStateSchema = z.object({
  /** `off`: nsview was not started with --lab. */
  state: z.enum(['off', 'ready', 'unavailable']),
  /** Why it is not ready; null: it is. */
  because: z.nullable(labReasonSchema),
  left: labThingsSchema,
  running: z.nullable(labCommandSchema),
});
export type LabState = z.infer<typeof labStateSchema>;

/** What `POST /api/v1/lab/clean` is told. */
export const labCleanSchema = z.strictObject({
  /** Left out: what any lesson has made. */
  lesson: z.optional(z.string()),
});

/** What it answers. */
export const labCleanedSchema = z.object({
  removed: labThingsSchema,
  kept: z.array(z.object({ what: z.string(), because: labReasonSchema })),
});
export type LabCleaned = z.infer<typeof labCleanedSchema>;

/** What `POST /api/v1/lab/stop` answers: what was stopped; null: nothing ran. */
export const labStoppedSchema = z.object({ stopped: z.nullable(labCommandSchema) });
