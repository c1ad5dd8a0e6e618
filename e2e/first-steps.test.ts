import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FIRST_STEPS } from '../lib/facts/first-steps';
import { courseLesson } from './harness/course-lesson';
import { withFirstSteps } from './harness/first-steps';

const LESSON = courseLesson('isolation');

it('the first five minutes of the README are the lesson (npm run first-steps writes them)', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(readme).toBe(withFirstSteps(readme, LESSON));
});

it('a README without the place for them is told so', () => {
  expect(() => withFirstSteps('# nsview\n', LESSON)).toThrow(/needs the lines <!-- From here/);
});

it('the page without containers has commands of the lesson, in its order', () => {
  const typed = LESSON.steps.flatMap(({ run }) => run);
  const places = [...FIRST_STEPS.apart, ...FIRST_STEPS.joined].map((line) => typed.indexOf(line));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((one, other) => one - other));
});
