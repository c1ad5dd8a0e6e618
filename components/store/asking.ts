import { useEffect, useEffectEvent, useState } from 'react';
import { LOCAL_HOST } from '@lib/model/host';
import { answerSchema, type AskedQuestion, type Outcome } from '@lib/protocol/ask';
import { ASKED, type Asked } from '@lib/protocol/asked';
import type { Question } from '@lib/questions/question';
import type { QuestionName } from '@lib/questions/questions';
import { incompatible, socket } from './connection';
import { useNsview } from './store';

/* Questions about details, asked while what they are about is on screen. */

let lastId = 0;
const waiting = new Map<number, (outcome: Outcome) => void>();

socket.on('answer', (message) => {
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
  socket.emit('ask', { host: LOCAL_HOST, id, question });
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

/**
 * The answer to a question, asked again so many milliseconds after each answer. Where the connection is
 * lost the latest one stays, as the picture does.
 *
 * @param fields what is asked; null: nothing is
 * @param lives of what is asked about: when it is another, what was told before is not shown, and it is asked anew
 */
export function useAnswer<Q extends object, A>(
  name: QuestionName,
  { answer: schema }: Question<Q, A>,
  fields: Q | null,
  every: number,
  lives = '',
): Asked<A> {
  const isLive = useNsview(({ connection }) => connection === 'live');
  const moment = useNsview(recordedMoment);
  const isIdle = fields === null;
  const key = JSON.stringify([name, fields, moment, lives]);
  const [known, setKnown] = useState<{ of: string; asked: Asked<A> }>({ of: key, asked: ASKED });
  const askNow = useEffectEvent((told: () => void) =>
    ask({ ...fields, name }, (outcome) => {
      const asked = read(outcome, schema);
      if (asked === null) return incompatible();
      setKnown({ of: key, asked });
      told();
    }),
  );
  useEffect(() => {
    if (!isLive || isIdle) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forget: () => void = () => undefined;
    const again = () => {
      forget = askNow(() => {
        timer = setTimeout(again, every);
      });
    };
    again();
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [isLive, isIdle, key, every]);
  return known.of === key ? known.asked : ASKED;
}

/** What an outcome tells; null: it is no answer to that. */
export function read<A>(outcome: Outcome, schema: Question<object, A>['answer']): Asked<A> | null {
  if ('error' in outcome) return { is: 'refused', code: outcome.error.code };
  const parsed = schema.safeParse(outcome.answer);
  return parsed.success ? { is: 'answered', answer: parsed.data } : null;
}
