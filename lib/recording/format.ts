/**
 * The format of a recording: lines of JSON, in a file compressed with gzip. The first line is the
 * header, each other one something that happened `at` so many milliseconds after the start, in the
 * order in which it happened. docs/recording.md describes it for those who read or write it
 * elsewhere.
 */
import * as z from 'zod/mini';
import { insideReadingSchema } from '../inside/reading';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { recordsSchema, snapshotSchema } from '../model/snapshot';
import { deltaSchema } from '../protocol/protocol';
import { keptAnswerSchema } from './answers';
import { layersReadingSchema } from './layers';

export const RECORDING_FORMAT = 'nsview-recording';
/**
 * Raise it with every change that an older nsview would misread or refuse: a new kind of line, a new word where
 * words are listed, as the kinds of engines. All versions up to it are opened.
 */
export const RECORDING_VERSION = 4;

/** Enough to tell what a file is, whatever version made it. */
export const recordingLabelSchema = z.object({
  format: z.literal(RECORDING_FORMAT),
  version: z.int(),
});

export const recordingHeaderSchema = z.object({
  format: z.literal(RECORDING_FORMAT),
  version: z.int().check(z.gte(1), z.lte(RECORDING_VERSION)),
  /** ISO 8601. */
  createdAt: z.iso.datetime(),
  /** The version of nsview that made it. */
  nsview: z.string(),
  /** Were the names of the machine and its users replaced? See anonymize.ts. */
  anonymous: z.boolean(),
  /** How it was made, where that is worth telling. */
  note: z.optional(z.string()),
});
export type RecordingHeader = z.infer<typeof recordingHeaderSchema>;

const at = z.int().check(z.nonnegative());

const wholeLineSchema = z.strictObject({ at, snapshot: snapshotSchema });
/** Applies to the picture of the lines before it, whose seq is one less. */
const changeLineSchema = z.strictObject({
  at,
  delta: z.extend(z.omit(deltaSchema, { epoch: true }), {
    put: z.extend(deltaSchema.shape.put, recordsSchema.shape),
  }),
});
/** What was read inside a namespace of the picture: the first time, and whenever it is another. */
const readingLineSchema = z.strictObject({
  at,
  namespace: namespaceIdSchema,
  lifetime: z.string(),
  reading: insideReadingSchema,
});
/** What was told of images and of what containers had written: the first time, and whenever it is another. */
const layersLineSchema = z.strictObject({ at, layers: layersReadingSchema });
/** What was answered to a question that a lesson asks: the first time, and whenever it is another. */
const answerLineSchema = z.strictObject({ at, answered: keptAnswerSchema });
/** A step of a lesson begins: nothing was done for it yet. It ends with the next one's beginning, or the end. */
const stepLineSchema = z.strictObject({
  at,
  lesson: z.string().check(z.maxLength(64)),
  step: z.string().check(z.maxLength(64)),
});
/** What a person typed on the machine at this moment, and the complaint if it was refused. */
const typedLineSchema = z.strictObject({
  at,
  typed: z.string().check(z.maxLength(1000)),
  refused: z.optional(z.string().check(z.maxLength(1000))),
});
/** The recording was ended, not cut off: its last line. */
const endLineSchema = z.strictObject({ at, end: z.literal(true) });

export const recordingLineSchema = z.union([
  wholeLineSchema,
  changeLineSchema,
  readingLineSchema,
  layersLineSchema,
  answerLineSchema,
  stepLineSchema,
  typedLineSchema,
  endLineSchema,
]);
export type RecordingLine = z.infer<typeof recordingLineSchema>;

/** The schema that a line claims to follow, so that what is wrong with it is told by that one. */
export function schemaOfLine(line: object): z.ZodMiniType<RecordingLine> {
  if ('snapshot' in line) return wholeLineSchema;
  if ('delta' in line) return changeLineSchema;
  if ('reading' in line) return readingLineSchema;
  if ('layers' in line) return layersLineSchema;
  if ('answered' in line) return answerLineSchema;
  if ('step' in line) return stepLineSchema;
  if ('typed' in line) return typedLineSchema;
  if ('end' in line) return endLineSchema;
  return recordingLineSchema;
}

/** A line of the file, its line feed included. */
export function formatLine(line: RecordingHeader | RecordingLine): string {
  return `${JSON.stringify(line)}\n`;
}
