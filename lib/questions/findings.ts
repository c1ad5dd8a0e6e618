import * as z from 'zod/mini';
import { findingsSchema } from '../findings/finding';
import { answerBase, defineQuestion, verbatim } from './question';

/** What should be said of the containers that run, or of one, and what could not be decided. */
export const findings = defineQuestion({
  question: z.strictObject({
    container: z.optional(z.string().check(z.minLength(1), z.maxLength(256))),
  }),
  answer: z.extend(findingsSchema, answerBase),
  texts: { container: verbatim },
});
