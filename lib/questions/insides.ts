import * as z from 'zod/mini';
import { insideSchema } from '../inside/inside';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { askErrorSchema } from '../protocol/ask';
import { answerBase, defineQuestion } from './question';

/** So many namespaces are asked about at once. */
export const MOST = 16;

/** What each of several namespaces isolates: for who draws many, in the order in which they were asked. */
export const insides = defineQuestion({
  question: z.strictObject({
    namespaces: z.array(namespaceIdSchema).check(z.minLength(1), z.maxLength(MOST)),
  }),
  answer: z.object({
    ...answerBase,
    told: z.array(
      z.union([
        z.object({ namespace: namespaceIdSchema, inside: insideSchema }),
        z.object({ namespace: namespaceIdSchema, refused: askErrorSchema }),
      ]),
    ),
  }),
  texts: { namespaces: (text) => text.split(',') },
});
export type InsidesAnswer = z.infer<typeof insides.answer>;
