import * as z from 'zod/mini';
import { imageSchema } from '../images/image';
import { answerBase, defineQuestion } from './question';

/** The images that containers run from, with their layers and what made each. */
export const images = defineQuestion({
  question: z.strictObject({}),
  answer: z.object({ ...answerBase, images: z.array(imageSchema) }),
  texts: {},
});
