import { expect, it } from 'vitest';
import { machine } from './fixtures/machine';
import { answered, lessonOf, runOf, sightOf, type Answers } from './fixtures/sight';
import type { Predicate } from './predicate';
import { spokenOf } from './spoken-of';

const before = machine([
  { name: 'c1', nth: 1, others: [{}] },
  { name: 'c2', nth: 2 },
]);
const here = machine([
  { name: 'c1', nth: 1, others: [{}] },
  { name: 'c2', nth: 2, others: [{ startTicks: '9999999999' }] },
]);
const usage = (state: string): Answers => ({
  usage: answered({
    processes: [{ pid: 1100, startTicks: '11001', state, rssBytes: 1, cpuMs: 1 }],
  }),
});

it.each<[string, Predicate, Predicate[], Answers, string[]]>([
  ['its first process', { sees: [':host', 'c1'] }, [], {}, ['1100']],
  ['that it is not seen', { answered: true }, [{ not: { sees: ['c1', 'c2'] } }], {}, []],
  [
    'a number that each has',
    { all: [{ 'has-pid': ['c1', 1] }, { 'has-pid': ['c2', 1] }] },
    [],
    {},
    ['1100', '1200'],
  ],
  ['a number that nobody has', { 'has-pid': ['c1', 99] }, [], {}, []],
  ['whose child it is', { answered: true }, [{ parent: ['c1', 'containerd-shim'] }], {}, ['500']],
  ['more that it gets, and has not yet', { processes: ['c1', 3] }, [], {}, []],
  ['more that it got', { processes: ['c2', 2] }, [], {}, ['1201']],
  ['that it runs', { answered: true }, [{ running: 'c1' }], {}, ['1100']],
  ['whether it ends', { exited: ['c1', 137] }, [], {}, ['1100']],
  ['its state', { state: ['c1', 'T'] }, [{ state: ['c1', 'T'] }], usage('T'), ['1100 T']],
  ['its state, whatever that is', { state: ['c1', 'T'] }, [], usage('S'), ['1100 S']],
  ['its state, which is not told', { state: ['c1', 'T'] }, [], {}, ['1100']],
  [
    'its state, and that it is seen',
    { state: ['c1', 'T'] },
    [{ sees: [':host', 'c1'] }],
    usage('T'),
    ['1100 T'],
  ],
  ['one that is not there', { sees: [':host', 'c3'] }, [], {}, []],
  ['one that does not run', { running: 'c3' }, [], {}, []],
  ['no process', { own: ['c1', 'pid'] }, [{ exists: 'c2' }], {}, []],
])('a step about %s', (_, done, evidence, answers, expected) => {
  const lesson = lessonOf(done, { evidence });
  const [step] = lesson.steps;
  if (step === undefined) throw new Error('there is one');
  const run = runOf(lesson, before);
  const told = spokenOf(step, run, sightOf(run, lesson, here, answers));
  expect(told.map(({ pid, state }) => [pid, state ?? []].flat().join(' '))).toEqual(expected);
});
