import * as z from 'zod/mini';
import { imageSchema } from '../images/image';
import { answerBase, defineQuestion, yesOrNo } from './question';

/** The images that there are, with their layers and what made each. */
export const images = defineQuestion({
  /** `used`: those that containers run from, and no others. */
  question: z.strictObject({ used: z.optional(z.boolean()) }),
  answer: z.object({ ...answerBase, images: z.array(imageSchema) }),
  texts: { used: yesOrNo },
});
