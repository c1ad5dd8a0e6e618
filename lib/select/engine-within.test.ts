import { expect, it } from 'vitest';
import type { Snapshot } from '../model/snapshot';
import { courseMachine } from './course-machine';
import { engineWithin } from './engine-within';

const [engine] = courseMachine.engines;
const [c1] = courseMachine.containers;
if (engine === undefined || c1 === undefined) throw new Error('nothing there');

/** The course's machine and a second engine, whose daemon has this number. */
const withInner = (pid: number | null): Snapshot => ({
  ...courseMachine,
  engines: [engine, { ...engine, id: 'docker:inner', pid }],
});

it.each<[what: string, pid: number | null, within: string | null]>([
  ['a process of a container’s', c1.pid, 'c1'],
  ['a process of the host’s', 611, null],
  ['nobody’s number', 4242, null],
  ['not known', null, null],
])('the daemon is %s', (_what, pid, within) => {
  expect(engineWithin(withInner(pid), 'docker:inner')?.name ?? null).toBe(within);
});

it('an engine that is not there runs in none', () => {
  expect(engineWithin(courseMachine, 'docker:other')).toBeNull();
});

it('the one that runs the container runs in none', () => {
  expect(engineWithin(withInner(c1.pid), engine.id)).toBeNull();
});
