import * as z from 'zod/mini';
import { timelineEventSchema } from '../timeline/event';
import { answerBase, defineQuestion, numbersIn } from './question';

const moment = z.int().check(z.nonnegative());
const stretch = z.object({ from: moment, to: moment });

/** What can be gone back to, and what happened: of a recording, or of what a server keeps. Milliseconds since its start. */
export const timeline = defineQuestion({
  /** `since`: only what happened from then on. */
  question: z.strictObject({ since: z.optional(moment) }),
  answer: z.object({
    ...answerBase,
    /** Moment 0, ISO 8601. */
    startedAt: z.string(),
    from: moment,
    to: moment,
    /** Where nobody looked. */
    gaps: z.array(stretch),
    /** Pictures that were pinned: when each came, and the last moment at which it shows. */
    pins: z.array(stretch),
    /** In memory; null: all of it is there, and no more comes. */
    size: z.nullable(z.object({ bytes: z.number(), most: z.number() })),
    /** The latest, in order. */
    events: z.array(timelineEventSchema),
    /** How many there are that are earlier than these. */
    earlier: z.int(),
  }),
  texts: { since: (text) => numbersIn(text)[0] },
});
