import * as z from 'zod/mini';
import { labNewsSchema, labReasonSchema } from '../lab/word';
import type { Run } from './run';

const boundSchema = z.record(z.string(), z.object({ id: z.string(), engine: z.string() }));

const ranSchema = z.object({
  exit: z.nullable(z.number()),
  because: z.nullable(labReasonSchema),
  news: z.array(labNewsSchema),
  text: z.string(),
  left: z.number(),
  at: z.number(),
});

const stepRunSchema = z.object({
  since: z.number(),
  newestTicks: z.number(),
  chosen: z.exactOptional(z.nullable(z.string())),
  wasOpen: z.boolean(),
  sawAt: z.exactOptional(z.number()),
  doneAt: z.exactOptional(z.number()),
  told: z.exactOptional(z.boolean()),
  factsAt: z.exactOptional(z.record(z.string(), z.number())),
  bound: boundSchema,
  openHints: z.array(z.number()),
  before: z.record(z.string(), z.number()),
  ran: z.exactOptional(z.record(z.string(), ranSchema)),
});

const runSchema: z.ZodMiniType<Run> = z.object({
  lesson: z.string(),
  bootId: z.string(),
  suffix: z.string(),
  heard: z.array(z.string()),
  foreign: z.record(z.string(), z.object({ name: z.string(), engine: z.string() })),
  bound: boundSchema,
  steps: z.record(z.string(), stepRunSchema),
  lab: z.exactOptional(z.record(z.string(), z.array(z.number()))),
});

/**
 * A run as it was kept, to go on with.
 *
 * @param text as `JSON.stringify` made it; null: nothing was kept
 * @returns null where it is none, or one of another lesson or another boot
 */
export function keptRun(text: string | null, lesson: string, bootId: string): Run | null {
  const parsed = runSchema.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const isThis = parsed.data.lesson === lesson && parsed.data.bootId === bootId;
  return isThis ? parsed.data : null;
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    // Something else wrote there, or it was cut off: it is begun anew.
    return null;
  }
}
