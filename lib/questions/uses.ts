import * as z from 'zod/mini';
import { sampleSchema } from '../use/sample';
import { answerBase, defineQuestion } from './question';

/** So many containers are asked about at once. */
const MOST = 64;

const container = z.string().check(z.minLength(1), z.maxLength(256));

/**
 * What changes all the time of what containers use, for who asks about many. One that does not run has no row.
 */
export const uses = defineQuestion({
  question: z.strictObject({
    containers: z.array(container).check(z.minLength(1), z.maxLength(MOST)),
  }),
  answer: z.object({
    ...answerBase,
    samples: z.array(z.extend(sampleSchema, { engine: z.string(), container: z.string() })),
  }),
  texts: { containers: (text) => text.split(',') },
});
