import * as z from 'zod/mini';

/** Characters of a query that says what is shown: what the page's own links come to, many times over. */
export const LONGEST_VIEW = 4096;

/** Ids of lessons, of their steps and of answers. */
export const idOfLesson = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));

/** Two moments that are compared, in milliseconds since the start of what is shown. */
export const comparedMomentsSchema = z.object({
  from: z.int().check(z.nonnegative()),
  to: z.int().check(z.nonnegative()),
});
export type ComparedMoments = z.infer<typeof comparedMomentsSchema>;

/** What the leader shows. */
const shows = {
  /** The query of its address. */
  view: z.string().check(z.maxLength(LONGEST_VIEW)),
  /** What stands behind the names of the lesson's containers on this machine: `Run.suffix`. */
  suffix: z.string().check(z.regex(/^[a-z0-9]{0,20}$/)),
  /** Left out: nothing is compared. */
  compared: z.optional(comparedMomentsSchema),
};

/**
 * What a page of the presenter's address does about presenting: it wants to hear of it, leads, shows something else,
 * leaves the lead to others, lets everybody see how a question was voted on, or what is right.
 */
export const presentRequestSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('see') }),
  z.object({ do: z.literal('lead'), ...shows }),
  z.object({ do: z.literal('show'), ...shows }),
  z.object({ do: z.literal('leave') }),
  z.object({
    do: z.literal('reveal'),
    lesson: idOfLesson,
    step: idOfLesson,
    what: z.enum(['votes', 'answer']),
  }),
]);
export type PresentRequest = z.infer<typeof presentRequestSchema>;
