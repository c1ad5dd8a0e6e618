import { expect, it } from 'vitest';
import { container, courseMachine, courseMachineWith } from '../select/course-machine';
import { isStale, membersOf, sharersOf } from './sharers';
import { findContainer } from '../model/container-ref';

const c2 = findContainer(courseMachine, 'c2');
const old = findContainer(courseMachine, 'old');
if (c2 === null || old === null) throw new Error('the course machine has c2 and old');

it('sharersOf names the others in a namespace, not the container itself', () => {
  expect(sharersOf(courseMachine, c2, 'pid').map((each) => each.name)).toEqual(['c1']);
  expect(sharersOf(courseMachine, c2, 'net')).toEqual([]);
});

it('two containers without a process share nothing', () => {
  const snapshot = courseMachineWith({ containers: [container({ name: 'older' })] });
  expect(sharersOf(snapshot, old, 'pid')).toEqual([]);
});

it('membersOf goes by leaders', () => {
  const id = c2.namespaces.pid;
  expect(id && membersOf(courseMachine, id).map((each) => each.name)).toEqual(['c1', 'c2']);
});

it.each(['disconnected', 'connecting', 'denied', 'absent'] as const)(
  'a container is stale while its engine is %s',
  (state) => {
    const engines = courseMachine.engines.map((engine) => ({ ...engine, state }));
    expect(isStale({ ...courseMachine, engines }, c2)).toBe(true);
    expect(isStale(courseMachine, c2)).toBe(false);
  },
);
