import * as z from 'zod/mini';
import { INSIDE_TYPES, insideSchema } from '../inside/inside';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { answerBase, defineQuestion, verbatim } from './question';

/** What a namespace isolates: by its type, in fields of their own. */
export const inside = defineQuestion({
  question: z.strictObject({
    namespace: namespaceIdSchema.check(
      z.refine(
        // It may be no id at all, which is told by another check.
        (id) => INSIDE_TYPES.some((type) => id.startsWith(`${type}:`)),
        `expected one of these types: ${INSIDE_TYPES.join(', ')}`,
      ),
    ),
  }),
  answer: z.intersection(z.object(answerBase), insideSchema),
  texts: { namespace: verbatim },
});
