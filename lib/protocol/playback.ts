import * as z from 'zod/mini';
import { SHIPPED_RECORDINGS } from './shipped';

/** Milliseconds since a recording's start. */
export const moment = z.int().check(z.nonnegative());

/** The recording that is shown; its pictures come as snapshots and deltas, as those of a machine do. */
export const recordingMessageSchema = z.object({
  /** Null: a file that the server was told to open, or the past of the machine that it shows. */
  name: z.nullable(z.enum(SHIPPED_RECORDINGS)),
  title: z.string(),
  /** The moment at position 0, ISO 8601. */
  startedAt: z.string(),
  /** Milliseconds. */
  duration: moment,
  marks: z.array(
    z.object({
      /** When it began, and when what came of it had come to rest. */
      from: moment,
      at: moment,
      typed: z.nullable(z.string()),
      refused: z.nullable(z.string()),
    }),
  ),
  /** The steps of lessons that were done in it, each from when it began until it was over. */
  steps: z.array(z.object({ lesson: z.string(), step: z.string(), from: moment, to: moment })),
  /** False: it was cut off while it was made. */
  complete: z.boolean(),
  /** Is it the past of that machine, which goes on meanwhile? */
  past: z.boolean(),
  /** Does the server show a machine, which can be gone back to? */
  live: z.boolean(),
});
export type RecordedStep = RecordingMessage['steps'][number];
export type RecordingMessage = z.infer<typeof recordingMessageSchema>;

/** Where the playing is, sent when it changes other than by going on. */
export const playbackMessageSchema = z.object({
  position: moment,
  playing: z.boolean(),
  speed: z.number(),
  isNearest: z.boolean(),
  /** The highest number of a wish of this viewer that was heard before; 0: none was. */
  wish: z.int(),
});
