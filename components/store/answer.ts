import { useState } from 'react';
import { ASKED, isForNow, type Asked } from '@lib/protocol/asked';
import type { Question } from '@lib/questions/question';
import type { QuestionName } from '@lib/questions/questions';
import { read, recordedMoment } from './asking';
import { stopped, useRepeated } from './repeated';
import { useNsview } from './store';

/**
 * The answer to a question, asked again so many milliseconds after each answer. While the moment is held, what
 * is known stays as it is. Where the connection is lost the latest answer stays, as the picture does.
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
  const moment = useNsview(recordedMoment);
  const key = JSON.stringify([name, fields, moment, lives]);
  const [known, setKnown] = useState<{ of: string; asked: Asked<A> }>({ of: key, asked: ASKED });
  const asked = known.of === key ? known.asked : ASKED;
  useRepeated(
    fields === null ? [] : [key],
    (isHeld) => {
      if (isHeld && asked.is !== 'asked' && !isForNow(asked)) return null;
      return {
        question: { ...fields, name },
        tell: (outcome) => {
          const told = read(outcome, schema);
          if (told === null) return stopped();
          setKnown({ of: key, asked: told });
          return every;
        },
      };
    },
    'dropped',
  );
  return asked;
}
