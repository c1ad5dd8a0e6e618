import { leavesIn } from '../forms';
import type { Step } from '../lesson';
import type { Found } from './found';
import { twice } from './twice';

/** What is wrong about what a step asks. */
export function questionMistakes({ kind, predict, done }: Step): Found[] {
  if (predict === undefined) {
    const answered = leavesIn(done).find(({ name }) => name === 'answered');
    if (answered !== undefined) {
      return [
        { path: ['done', ...answered.path], mistake: { code: 'no-question', for: 'answered' } },
      ];
    }
    return kind === 'predict'
      ? [{ path: [], mistake: { code: 'no-question', for: 'predict' } }]
      : [];
  }
  const ids = predict.answers.map(({ id }) => id);
  const right = predict.answers.filter((answer) => answer.right).map(({ id }) => id);
  const found = twice(ids, (nth) => ['predict', 'answers', nth, 'id']);
  if (right.length === 1) return found;
  return [
    ...found,
    { path: ['predict', 'answers'], mistake: { code: 'right-answers', given: right } },
  ];
}
