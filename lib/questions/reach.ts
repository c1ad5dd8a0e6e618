import * as z from 'zod/mini';
import { TRANSPORTS } from '../reach/packet';
import { changeSchema, hopSchema } from '../reach/said';
import { answerBase, defineQuestion, numbersIn, verbatim } from './question';

const end = z.string().check(z.minLength(1), z.maxLength(256));

/**
 * Whether one end gets through to another, worked out from what the kernel tells: no packet is sent. An end
 * is what names a container, `:host`, or `:outside`.
 */
export const reach = defineQuestion({
  question: z.strictObject({
    from: end,
    to: end,
    protocol: z._default(z.enum(TRANSPORTS), 'tcp'),
    /** Of the other end; left out: any, and nobody has to listen. */
    port: z.optional(z.int().check(z.minimum(1), z.maximum(65_535))),
  }),
  answer: z.object({
    ...answerBase,
    verdict: z.enum(['yes', 'no', 'unknown']),
    /** The way there, and that of the answer; or as far as it gets. */
    hops: z.array(hopSchema),
    /** What would have to be another way. */
    changes: z.array(changeSchema),
  }),
  texts: { from: verbatim, to: verbatim, protocol: verbatim, port: (text) => numbersIn(text)[0] },
});
