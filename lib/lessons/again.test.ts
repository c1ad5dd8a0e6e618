import { expect, it } from 'vitest';
import { containerKey } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { again } from './again';
import { machine } from './fixtures/machine';
import { lessonOf, sightOf } from './fixtures/sight';
import { begin, choose, enter, look, taken, withSuffix } from './runner';
import { told } from './told';

const lesson = lessonOf({ running: 'c1' });
const nobody = machine([]);
const c1 = machine([{ name: 'c1', nth: 1 }]);
const sight = (snapshot: Snapshot) => ({ snapshot, answers: new Map(), at: 5 });

/** A run that came from what was there first to what is there then, and answered. */
function cameTo(first: Snapshot, then: Snapshot) {
  const entered = enter(begin(lesson, sight(first)), lesson, 'one', sight(first));
  return choose(look(entered, lesson, 'one', sight(then)), lesson, 'one', null, 6);
}

it('nothing of it is done or answered', () => {
  const before = cameTo(nobody, c1);
  expect(before.steps.one).toMatchObject({ doneAt: 5, chosen: null });
  expect(again(before, lesson, sight(c1)).steps).toEqual({});
});

it('what it made is its own still, and is no work of who begins', () => {
  const run = again(cameTo(nobody, c1), lesson, sight(c1));
  expect(taken(run, lesson)).toEqual([]);
  expect(run.bound.c1).toMatchObject({ id: c1.containers[0]?.id });
  const entered = enter(run, lesson, 'one', sight(c1));
  expect(told(entered, lesson, 'one', sightOf(entered, lesson, c1))).toMatchObject({
    ...{ state: 'waiting', because: 'already-so' },
  });
});

it('what is somebody else’s stays so', () => {
  const run = again(cameTo(c1, c1), lesson, sight(c1));
  expect(taken(run, lesson)).toEqual(['c1']);
  expect(Object.keys(run.foreign)).toEqual(c1.containers.map(containerKey));
});

it('other names go on', () => {
  const both = machine([
    { name: 'c1', nth: 1 },
    { name: 'c1-mine', nth: 2 },
  ]);
  const other = withSuffix(cameTo(c1, c1), lesson, 'mine', sight(c1));
  const run = again(look(other, lesson, 'one', sight(both)), lesson, sight(both));
  expect(run).toMatchObject({ suffix: 'mine', foreign: {} });
  expect(run.bound.c1).toMatchObject({ id: both.containers[1]?.id });
});
