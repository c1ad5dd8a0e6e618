import { expect, it } from 'vitest';
import type { Container } from '../model/container';
import { courseMachine } from './course-machine';
import { othersRun } from './others-run';

const { containers } = courseMachine;
const first = containers.find(({ pid }) => pid > 0);
if (first === undefined) throw new Error('one of the course runs');
const change = (changed: Partial<Container>) =>
  containers.map((each) => (each === first ? { ...each, ...changed } : each));

it.each<[string, readonly Container[], boolean]>([
  ['the very same', containers, false],
  ['the same in another order', [...containers].reverse(), false],
  ['one has another name', change({ name: 'other' }), false],
  ['one has ended', change({ pid: 0, state: 'exited' }), true],
  ['one has gone', containers.filter((each) => each !== first), true],
  ['one has come', [...containers, { ...first, id: 'new' }], true],
  [
    'one was created, and does not run yet',
    [...containers, { ...first, id: 'new', pid: 0 }],
    false,
  ],
  ['one lives again', change({ pid: first.pid + 1 }), true],
  ['one has the id of another in another engine', change({ engine: 'other' }), true],
])('%s', (_what, now, expected) => {
  expect(othersRun(containers, now)).toBe(expected);
});
