import * as z from 'zod/mini';
import { comparisonSchema } from '../timeline/difference';
import { answerBase, defineQuestion, numbersIn, yesOrNo } from './question';

const moment = z.int().check(z.nonnegative());

/** What is different at one moment from what it was at another: milliseconds since the start of what is shown. */
export const compare = defineQuestion({
  /** `own`: with nsview's own reader, which is nothing of what is looked at. */
  question: z.strictObject({ from: moment, to: moment, own: z.optional(z.boolean()) }),
  answer: z.extend(comparisonSchema, {
    ...answerBase,
    /** The moments of which it tells: the nearest that are known. */
    from: moment,
    to: moment,
  }),
  texts: { from: (text) => numbersIn(text)[0], to: (text) => numbersIn(text)[0], own: yesOrNo },
});
