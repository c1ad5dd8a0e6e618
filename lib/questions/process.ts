import * as z from 'zod/mini';
import { privilegesSchema } from '../privileges/privileges';
import { answerBase, defineQuestion, numbersIn } from './question';

/** What a process may do, and what it does now: of one that the snapshot has. */
export const process = defineQuestion({
  question: z.strictObject({ pid: z.int().check(z.positive()) }),
  answer: z.extend(privilegesSchema, answerBase),
  texts: { pid: (text) => numbersIn(text)[0] },
});
