import * as z from 'zod/mini';
import { textSchema } from '../lessons/lesson';
import { ofHost, type EventsOf } from '../protocol/of-host';
import { comparedMomentsSchema, idOfLesson, LONGEST_VIEW } from '../protocol/present-request';
import { compare } from '../questions/compare';
import { SHOWN } from './ballot';

/** How many voted for an answer, by its id. */
const votes = z.nullable(z.record(idOfLesson, z.int().check(z.nonnegative())));

/** The question of a step; what is right comes when everybody sees it. */
const ledQuestionSchema = z.object({
  ask: textSchema,
  answers: z.array(z.object({ id: idOfLesson, text: textSchema })).check(z.maxLength(4)),
  shown: z.enum(SHOWN),
  votes,
  /** The answer that is right, and why; null as long as that is not shown. */
  right: z.nullable(z.object({ id: idOfLesson, why: textSchema })),
});
export type LedQuestion = z.infer<typeof ledQuestionSchema>;

/** The step of a lesson that is shown, as far as those need it who follow. */
const ledStepSchema = z.object({
  lesson: idOfLesson,
  step: idOfLesson,
  /** Which of how many, from 1. */
  number: z.int(),
  of: z.int(),
  title: textSchema,
  question: z.nullable(ledQuestionSchema),
});
export type LedStep = z.infer<typeof ledStepSchema>;

/** What is followed: the same for all who do. */
const ledSchema = z.object({
  /** As `followedView` gives it; null: nobody has led so far. */
  view: z.nullable(z.string().check(z.maxLength(LONGEST_VIEW))),
  /** Does anybody lead now? */
  isLed: z.boolean(),
  step: z.nullable(ledStepSchema),
});
export type Led = z.infer<typeof ledSchema>;

/** What is different between the two moments that the leader compares; null: none are. */
const comparedSchema = z.object({ comparison: z.nullable(compare.answer) });
export type Compared = z.infer<typeof comparedSchema>;

/** What counts of one's own. */
const votedSchema = z.object({ lesson: idOfLesson, step: idOfLesson, answer: idOfLesson });

/** What a page of the presenter's address is told, which is on a wall for all to see: no votes before they are shown. */
const stageSchema = z.object({
  /** Where to follow: an address with the token that lets one follow, and do nothing else. */
  link: z.string().check(z.maxLength(200)),
  leads: z.enum(['you', 'another', 'nobody']),
  /** Who follows, and how many of them look around by themselves. */
  followers: z.int(),
  away: z.int(),
  ballot: z.nullable(
    z.object({
      lesson: idOfLesson,
      step: idOfLesson,
      /** How many have voted. */
      voted: z.int(),
      shown: z.enum(SHOWN),
      votes,
    }),
  ),
});
export type StageMessage = z.infer<typeof stageSchema>;

/** What is said about presenting, by event. */
export const FROM_STAGE = {
  led: ofHost(ledSchema),
  compared: ofHost(comparedSchema),
  /** The same is different between these two: most of what there is to tell while time goes on. */
  moments: ofHost(comparedMomentsSchema),
  voted: ofHost(votedSchema),
  stage: ofHost(stageSchema),
};

export type FromStage = EventsOf<typeof FROM_STAGE>;
