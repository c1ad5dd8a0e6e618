import { line } from '#line';
import { LOCAL_HOST } from '@lib/model/host';
import { answerSchema, type AskedQuestion, type Outcome } from '@lib/protocol/ask';
import type { Asked } from '@lib/protocol/asked';
import type { Question } from '@lib/questions/question';
import { incompatible } from './connection';
import type { useNsview } from './store';

/* Questions about details, asked while what they are about is on screen. */

let lastId = 0;
const waiting = new Map<number, (outcome: Outcome) => void>();

line.on('answer', (message) => {
  const parsed = answerSchema.safeParse(message);
  if (!parsed.success) return incompatible();
  waiting.get(parsed.data.id)?.(parsed.data);
  waiting.delete(parsed.data.id);
});

/** Never answered where the connection is lost meanwhile. @returns how to want it no more */
export function ask(question: AskedQuestion, told: (outcome: Outcome) => void): () => void {
  lastId += 1;
  const id = lastId;
  waiting.set(id, told);
  line.emit('ask', { host: LOCAL_HOST, id, question });
  return () => waiting.delete(id);
}

/** Milliseconds that who takes away what is seen waits for what is not known of it. */
export const PATIENCE = 15_000;

/** Null: it did not come within so many milliseconds. */
export function answerTo(question: AskedQuestion, patience: number): Promise<Outcome | null> {
  return new Promise((resolve) => {
    const forget = ask(question, (outcome) => {
      clearTimeout(giveUp);
      resolve(outcome);
    });
    const giveUp = setTimeout(() => {
      forget();
      resolve(null);
    }, patience);
  });
}

/** When so many milliseconds are over. */
export function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * The moment of which a recording tells: another one when its picture is another, and when it was wound to where
 * the same picture stands, for what was read since may differ. Null: a machine tells of now.
 */
export function recordedMoment({
  recording,
  snapshot,
  playback,
}: ReturnType<typeof useNsview.getState>): string | null {
  if (recording === null) return null;
  return `${snapshot?.takenAt ?? ''} ${playback?.since ?? 0}`;
}

/** What an outcome tells; null: it is no answer to that. */
export function read<A>(outcome: Outcome, schema: Question<object, A>['answer']): Asked<A> | null {
  if ('error' in outcome) return { is: 'refused', code: outcome.error.code };
  const parsed = schema.safeParse(outcome.answer);
  return parsed.success ? { is: 'answered', answer: parsed.data } : null;
}

/** A question, and how its answer is kept: null where that is none, and nothing more is asked then. */
export interface Asking {
  question: AskedQuestion;
  taken: (outcome: Outcome) => Asked<unknown> | null;
}
