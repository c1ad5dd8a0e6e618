import * as z from 'zod/mini';

/** A question by name, with its fields: lib/questions has the table. */
export const askedQuestionSchema = z.looseObject({ name: z.string().check(z.maxLength(64)) });
export type AskedQuestion = z.infer<typeof askedQuestionSchema>;

export const askSchema = z.object({
  /** Chosen by who asks; the answer has it as well. */
  id: z.int().check(z.nonnegative()),
  question: askedQuestionSchema,
});

/**
 * Why there is no answer: there is no such question; it is not as it should be; what it is about is not
 * there (any more); it took too long; too much is asked at once; it is not in a recording; who reads
 * /proc now cannot tell it; it is not told to who follows a presentation; reading failed.
 */
export const askErrorCodeSchema = z.enum([
  'unknown-question',
  'invalid',
  'gone',
  'deadline',
  'busy',
  'not-in-recording',
  'not-from-here',
  'withheld',
  'failed',
]);
export type AskErrorCode = z.infer<typeof askErrorCodeSchema>;

/** Why there is no answer; `message` in English, for the one who looks into it. */
export const askErrorSchema = z.object({ code: askErrorCodeSchema, message: z.string() });

/** The answer, or why there is none. */
export const outcomeSchema = z.union([
  z.object({ answer: z.record(z.string(), z.unknown()) }),
  z.object({ error: askErrorSchema }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export const answerSchema = z.intersection(z.object({ id: z.int() }), outcomeSchema);
