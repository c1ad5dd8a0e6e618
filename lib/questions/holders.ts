import * as z from 'zod/mini';
import { namespaceIdSchema } from '../model/namespace-id-schema';
import { holderSchema } from '../model/holder';
import { answerBase, defineQuestion, verbatim } from './question';

const heldSchema = z.object({ namespace: namespaceIdSchema, heldBy: z.array(holderSchema) });

/**
 * What else than the processes in them holds namespaces, looked for now: of one namespace, or of all
 * that something holds.
 */
export const holders = defineQuestion({
  question: z.strictObject({ namespace: z.optional(namespaceIdSchema) }),
  answer: z.object({ ...answerBase, held: z.array(heldSchema) }),
  texts: { namespace: verbatim },
});
