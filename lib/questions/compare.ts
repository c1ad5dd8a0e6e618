import * as z from 'zod/mini';
import { comparisonSchema } from '../timeline/difference';
import { answerBase, defineQuestion, numbersIn } from './question';

const moment = z.int().check(z.nonnegative());

/** What is different at one moment from what it was at another: milliseconds since the start of what is shown. */
export const compare = defineQuestion({
  question: z.strictObject({ from: moment, to: moment }),
  answer: z.extend(comparisonSchema, {
    ...answerBase,
    /** The moments of which it tells: the nearest that are known. */
    from: moment,
    to: moment,
  }),
  texts: { from: (text) => numbersIn(text)[0], to: (text) => numbersIn(text)[0] },
});
