import * as z from 'zod/mini';
import { usageRowSchema } from '../protocol/usage';
import { answerBase, defineQuestion, numbersIn } from './question';

/** As many as a viewer has on screen at most. */
const MOST = 512;

const pids = z.array(z.int().check(z.positive())).check(
  z.minLength(1),
  z.maxLength(MOST),
  z.overwrite((asked) => [...new Set(asked)].sort((a, b) => a - b)),
);

/** State, memory and CPU time, of these processes or of all. One that is not there has no row. */
export const usage = defineQuestion({
  question: z.strictObject({ pids: z.optional(pids) }),
  answer: z.object({ ...answerBase, processes: z.array(usageRowSchema) }),
  texts: { pids: numbersIn },
});
