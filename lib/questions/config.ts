import * as z from 'zod/mini';
import { configSchema } from '../config/config';
import { answerBase, defineQuestion, verbatim } from './question';

/** How a container was started, as the flags that would start it so: by name or id. */
export const config = defineQuestion({
  question: z.strictObject({ container: z.string().check(z.minLength(1), z.maxLength(256)) }),
  answer: z.extend(configSchema, answerBase),
  texts: { container: verbatim },
});
