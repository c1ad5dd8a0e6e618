import * as z from 'zod/mini';
import { askSchema } from '../protocol/ask';
import { FROM_VIEWER, helloSchema, watchSchema } from '../protocol/from-viewer';
import { ofHost, type EventsOf } from '../protocol/of-host';
import { idOfLesson } from '../protocol/present-request';
import type { QuestionName } from '../questions/questions';

/**
 * All that one who follows may say, by event: also when it comes back, or has missed something (`hello`), and when it
 * begins and ends to look around by itself (`look`).
 */
export const FROM_FOLLOWER = {
  // What is seen is for the leader to choose.
  hello: ofHost(z.omit(helloSchema, { recording: true, past: true })),
  watch: ofHost(watchSchema),
  ask: ofHost(askSchema),
  vote: ofHost(z.object({ lesson: idOfLesson, step: idOfLesson, answer: idOfLesson })),
  look: ofHost(z.object({ around: z.boolean() })),
};

export type FromFollower = EventsOf<typeof FROM_FOLLOWER>;

/** Is it an event of one who follows? */
export function isOfFollower(event: string): event is keyof FromFollower {
  return Object.hasOwn(FROM_FOLLOWER, event);
}

/** How an event is counted that was refused: by its name where there is one like that, as anything else may be sent. */
export function refusedAs(event: string): string {
  return Object.hasOwn(FROM_VIEWER, event) ? event : 'other';
}

/**
 * Details that are told to who follows: what pictures are drawn of. Not told is what is of no use for a picture and
 * of much for whoever means harm (how containers were started, what processes may do, what is amiss), what has the
 * whole machine searched for each who asks, and what was: the way through the past is not followed.
 */
const TOLD: ReadonlySet<string> = new Set<QuestionName>([
  ...(['usage', 'inside', 'insides'] as const),
  ...(['images', 'image', 'written', 'reach', 'use', 'uses'] as const),
]);

/** Is it told to who follows? */
export function isToldToFollowers(question: string): boolean {
  return TOLD.has(question);
}
