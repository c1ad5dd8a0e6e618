import { expect, it } from 'vitest';
import type { Container } from '../model/container';
import { container, courseMachine } from './course-machine';
import { leaderOf } from './leader-of';

const [c1] = courseMachine.containers;
if (c1 === undefined) throw new Error('no container');

it.each<[what: string, of: Container, pid: number | null]>([
  ['its own first process', c1, 6897],
  ['nobody’s number', { ...c1, pid: 4242 }, null],
  ['the number of a process of the host’s', { ...c1, pid: 611 }, null],
  ['the number of another container’s process', { ...c1, pid: 7148 }, null],
  [
    'the number of a process of its namesake’s at another engine',
    { ...c1, engine: 'podman' },
    null,
  ],
  ['one that rests', container({ name: 'old' }), null],
])('%s', (_what, of, pid) => {
  expect(leaderOf(courseMachine, of)?.pid ?? null).toBe(pid);
});
