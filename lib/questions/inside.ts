import * as z from 'zod/mini';
import { insideSchema } from '../inside/inside';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { answerBase, defineQuestion, verbatim } from './question';

/** What a namespace isolates: by its type, in fields of their own. */
export const inside = defineQuestion({
  question: z.strictObject({ namespace: namespaceIdSchema }),
  answer: z.intersection(z.object(answerBase), insideSchema),
  texts: { namespace: verbatim },
});
