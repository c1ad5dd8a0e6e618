import * as z from 'zod/mini';
import { labCommandSchema } from './state';
import { labNewsSchema, labReasonSchema, labRuleSchema } from './word';

/** What `POST /api/v1/lab/run` is told: never the command itself, which the server has from the lesson. */
export const labRunSchema = z.strictObject({
  ...labCommandSchema.shape,
  /** What the lesson's containers have behind their names here; empty: nothing. */
  suffix: z.string().check(z.regex(/^[a-z0-9]{0,20}$/)),
});
export type LabRun = z.infer<typeof labRunSchema>;

/** A line of what it answers, as application/x-ndjson: one for each event, as it happens. */
export const labEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('says'), news: labNewsSchema }),
  /** `part`: of the whole, from 0 to 1; null: not to be told. `text`: in the words of who does it. */
  z.object({
    kind: z.literal('progress'),
    what: z.enum(['pull', 'build', 'image']),
    part: z.nullable(z.number()),
    text: z.string(),
  }),
  /** One line, without its end, and without codes for terminals. */
  z.object({ kind: z.literal('out'), stream: z.enum(['stdout', 'stderr']), text: z.string() }),
  /** The last one. `exit`: null where it did not end by itself; `because`: why that is, or why nothing was run. */
  z.object({
    kind: z.literal('end'),
    exit: z.nullable(z.int()),
    because: z.nullable(labReasonSchema),
  }),
]);
export type LabEvent = z.infer<typeof labEventSchema>;

/** What `GET /api/v1/lab/commands?lesson=ID` answers: of each command of the lesson whether it can be run. */
export const labCommandsSchema = z.array(
  z.discriminatedUnion('runs', [
    z.object({
      ...{ step: z.string(), command: z.int() },
      ...{ runs: z.literal(true), rule: labRuleSchema },
    }),
    z.object({
      ...{ step: z.string(), command: z.int() },
      ...{ runs: z.literal(false), because: labReasonSchema },
    }),
  ]),
);
export type LabCommands = z.infer<typeof labCommandsSchema>;

/** What a lab that does not do what it was asked answers: in a sentence for people, and by code. */
export const labErrorSchema = z.object({ error: z.string(), because: labReasonSchema });
