import * as z from 'zod/mini';
import { writtenSchema } from '../images/image';
import { answerBase, defineQuestion } from './question';

/** So many containers are asked about at once: the engine looks at every file that they have written. */
const MOST_WRITERS = 64;

const container = z.string().check(z.minLength(1), z.maxLength(256));

/** What containers have written into layers of their own. One that does not run has no row. */
export const written = defineQuestion({
  question: z.strictObject({
    containers: z.array(container).check(z.minLength(1), z.maxLength(MOST_WRITERS)),
  }),
  answer: z.object({ ...answerBase, written: z.array(writtenSchema) }),
  texts: { containers: (text) => text.split(',') },
});
