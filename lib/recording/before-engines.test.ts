import { expect, it } from 'vitest';
import { diff } from '../diff/diff';
import { containerKey } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { courseMachine } from '../select/course-machine';
import { changeWithEngines, snapshotWithEngines } from './before-engines';

/* Recordings of before several engines were told of. */

const withoutEngines = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  processes: snapshot.processes.map((each) => ({ ...each, engine: null })),
});

it('processes are of the engine that has their container', () => {
  expect(snapshotWithEngines(withoutEngines(courseMachine))).toEqual(courseMachine);
  expect(snapshotWithEngines(courseMachine)).toEqual(courseMachine);
});

it('a container that is removed is the one with that id', () => {
  const [gone = expect.fail('the course has containers'), ...containers] = courseMachine.containers;
  const after = { ...courseMachine, seq: courseMachine.seq + 1, containers };
  const change = diff(courseMachine, after, '') ?? expect.fail('nothing changed');
  expect(change.remove.containers).toEqual([containerKey(gone)]);
  const old = { ...change, remove: { ...change.remove, containers: [gone.id] } };
  expect(changeWithEngines(old, courseMachine)).toEqual(change);
  expect(changeWithEngines(change, courseMachine)).toEqual(change);
});
