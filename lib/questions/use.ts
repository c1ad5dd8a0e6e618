import * as z from 'zod/mini';
import { useSchema } from '../use/use';
import { answerBase, defineQuestion, verbatim } from './question';

/** What a container uses, what it may use at most, and what a limit did. */
export const use = defineQuestion({
  question: z.strictObject({ container: z.string().check(z.minLength(1), z.maxLength(256)) }),
  answer: z.extend(useSchema, answerBase),
  texts: { container: verbatim },
});
