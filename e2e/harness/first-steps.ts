import type { Lesson, Step } from '../../lib/lessons/lesson';
import { textIn } from '../../lib/lessons/text';

/** The last step of the lesson that the README tells; those after it are named. */
const LAST_TOLD = 'ps-in-both';
const BEGIN =
  '<!-- From here on written by `npm run first-steps`, of lib/lessons/course/isolation.yaml -->';
const END = '<!-- Here that ends -->';

/**
 * A README with the lesson between its two marks, word for word: what is asked, what is typed, and what came of it.
 *
 * @throws where it has no such marks, or the lesson no such steps
 */
export function withFirstSteps(readme: string, lesson: Lesson): string {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md needs the lines ${BEGIN} and ${END}`);
  return `${readme.slice(0, begin)}${BEGIN}\n\n${firstSteps(lesson)}\n\n${readme.slice(end)}`;
}

function firstSteps({ steps }: Lesson): string {
  const last = steps.findIndex(({ id }) => id === LAST_TOLD);
  if (last < 0) throw new Error(`the lesson has no step ${LAST_TOLD}`);
  const told = steps.slice(0, last + 1).map((step, index) => item(step, index + 1));
  const more = steps.slice(last + 1).map(({ title }) => textIn(title, 'en'));
  return [...told, `The lesson goes on: ${more.join(' ')}`].join('\n\n');
}

/** A step as an item of a list. */
function item({ title, say, predict, run, why }: Step, nth: number): string {
  const number = `${String(nth)}. `;
  const right = predict?.answers.find((answer) => answer.right);
  const text = (each: Step['say']) => (each === undefined ? [] : [textIn(each, 'en')]);
  const asked = text(predict?.ask).map((ask) => `_${ask}_`);
  const seen = text(right?.text).map((answer) => `${answer}.`);
  const blocks = [
    [`**${textIn(title, 'en')}**`, ...text(say), ...asked].join(' '),
    ...(run.length > 0 ? [['```sh', ...run, '```'].join('\n')] : []),
    [...seen, ...text(right?.why), ...text(why)].join(' '),
  ];
  return (number + blocks.join('\n\n')).replaceAll(/\n(?=.)/g, `\n${' '.repeat(number.length)}`);
}
