import { expect, it } from 'vitest';
import { mountKey } from '../inside/mount-key';
import { machine } from './fixtures/machine';
import { lessonOf, runOf, sightOf } from './fixtures/sight';
import { mountsSpokenOf } from './mounts-spoken-of';
import type { Predicate } from './predicate';

const here = machine([{ name: 'c1', nth: 1 }]);
const mnt = here.containers[0]?.namespaces.mnt;

it.each<[string, Predicate, Predicate[], string[]]>([
  ['what it shows', { answered: true }, [{ mount: ['c1', '/proc/sys', 'ro'] }], ['/proc/sys']],
  [
    'what it is done by, and what it shows',
    { all: [{ mount: ['c1', '/data'] }, { running: 'c1' }] },
    [{ mount: ['c1', '/', 'rw'] }],
    ['/data', '/'],
  ],
  ['one that is not there', { mount: ['c3', '/data'] }, [], []],
  ['no mount', { running: 'c1' }, [], []],
])('of a step about %s', (_, done, evidence, paths) => {
  if (mnt === undefined || mnt === null) throw new Error('there is one');
  const lesson = lessonOf(done, { evidence });
  const [step] = lesson.steps;
  if (step === undefined) throw new Error('there is one');
  const run = runOf(lesson, here);
  const expected = paths.map((path) => mountKey(mnt, path));
  expect(mountsSpokenOf(step, run, sightOf(run, lesson, here, {}))).toEqual(expected);
});
