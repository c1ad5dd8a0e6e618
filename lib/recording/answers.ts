import * as z from 'zod/mini';
import { QUESTIONS } from '../questions/questions';
import { Moments } from './moments';

const { image, process, reach, usage, use } = QUESTIONS;

const imageSchema = z.strictObject({
  asked: z.literal('image'),
  question: image.question,
  life: z.string(),
  answer: z.nullable(image.answer),
});
const processSchema = z.strictObject({
  asked: z.literal('process'),
  question: process.question,
  life: z.string(),
  answer: z.nullable(process.answer),
});
const reachSchema = z.strictObject({
  asked: z.literal('reach'),
  question: reach.question,
  life: z.string(),
  answer: z.nullable(reach.answer),
});
const usageSchema = z.strictObject({
  asked: z.literal('usage'),
  question: usage.question,
  life: z.string(),
  answer: z.nullable(usage.answer),
});
const useSchema = z.strictObject({
  asked: z.literal('use'),
  question: use.question,
  life: z.string(),
  answer: z.nullable(use.answer),
});

/**
 * A question that a lesson asks, and what was answered; null: what it is about was not there. `life` tells which one
 * it was about, for numbers are used again. What namespaces isolate is not among them: of that there are readings.
 */
export const keptAnswerSchema = z.discriminatedUnion('asked', [
  imageSchema,
  processSchema,
  reachSchema,
  usageSchema,
  useSchema,
]);
export type KeptAnswer = z.infer<typeof keptAnswerSchema>;

/** What a recording has of answers: to each question one after another. */
export class RecordedAnswers {
  readonly #moments = new Moments<KeptAnswer>();

  /** Answers are put in the order of time. @param at milliseconds since the start */
  put(at: number, kept: KeptAnswer): void {
    const { asked, question, life } = kept;
    this.#moments.put(keyOf(asked, JSON.stringify(question), life), at, kept);
  }

  /**
   * The last one at or before a moment; before the first, that one. Null: it was never asked.
   *
   * @param question its fields as text: equal ones are equal to the letter
   */
  at(position: number, asked: string, question: string, life: string): KeptAnswer | null {
    return this.#moments.at(keyOf(asked, question, life), position);
  }
}

function keyOf(asked: string, question: string, life: string): string {
  return `${asked} ${question} ${life}`;
}
