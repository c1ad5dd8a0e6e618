import * as z from 'zod/mini';
import { imageSchema } from '../images/image';
import { answerBase, defineQuestion, verbatim } from './question';

/** One of the images that there are, by its id (12 digits do) or a tag. */
export const image = defineQuestion({
  question: z.strictObject({ image: z.string().check(z.minLength(1), z.maxLength(512)) }),
  answer: z.extend(imageSchema, answerBase),
  texts: { image: verbatim },
});
