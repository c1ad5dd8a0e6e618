import { expect, it } from 'vitest';
import { machine, type Made } from './fixtures/machine';
import { lessonOf, runOf } from './fixtures/sight';
import { look } from './runner';
import { isTidied } from './tidied';

const C1: Made = { name: 'c1', nth: 1 };
const ENDED: Made = { ...C1, container: { state: 'exited' } };
const OTHER: Made = { name: 'web', nth: 3 };

it.each<[string, Made[], Made[], boolean]>([
  ['that made nothing', [], [], false],
  ['of which all is there', [C1], [C1], false],
  ['of which one has ended', [C1], [ENDED], false],
  ['of which all is gone', [C1], [], true],
  ['of which all is gone, beside others', [C1, OTHER], [OTHER], true],
])('a lesson %s', (_, before, now, is) => {
  const lesson = lessonOf({ answered: true });
  const seen = machine(before);
  const sight = { snapshot: seen, answers: new Map(), at: 1_950_000_000_000 };
  const run = look(runOf(lesson, seen), lesson, 'one', sight);
  expect(isTidied(run, { snapshot: machine(now) })).toBe(is);
});
