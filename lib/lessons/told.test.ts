import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../model/snapshot';
import { machine, type Made } from './fixtures/machine';
import { lessonOf, runOf, sightOf, type Answers } from './fixtures/sight';
import type { Predicate } from './predicate';
import { begin, choose, enter, look } from './runner';
import { told, wanted } from './told';

const C1: Made = { name: 'c1', nth: 1 };
const up = machine([C1]);
const nobody = machine([]);
const onHost = machine([{ ...C1, in: { pid: 'host' } }]);
const HINTS = [
  { when: { exited: 'c1' }, say: { en: 'It has ended.' } },
  { when: { host: ['c1', 'pid'] }, say: { en: "It is in the host's." } },
];

function tell(lesson: ReturnType<typeof lessonOf>, snapshot = up, answers: Answers = {}) {
  const run = runOf(lesson, snapshot);
  return told(run, lesson, 'one', sightOf(run, lesson, snapshot, answers));
}

describe('the state of a step', () => {
  it('waits', () => {
    expect(tell(lessonOf({ running: 'c2' }))).toEqual({
      ...{ state: 'waiting', evidence: [], hint: null, because: null },
    });
  });

  it('says that a hint is true, by its index', () => {
    const lesson = lessonOf({ own: ['c1', 'pid'] }, { hints: HINTS });
    const entered = runOf(lesson, nobody);
    const sight = sightOf(entered, lesson, onHost);
    const run = look(entered, lesson, 'one', sight);
    expect(told(run, lesson, 'one', sight)).toMatchObject({ state: 'disagrees', hint: 1 });
    expect(tell(lesson, nobody)).toMatchObject({ state: 'waiting', hint: null });
  });

  it('is not known, with the reason', () => {
    const refused: Answers = { inside: { is: 'refused', code: 'not-from-here' } };
    expect(tell(lessonOf({ listens: ['c1', 80] }), up, refused)).toMatchObject({
      ...{ state: 'unknown', because: 'not-from-here' },
    });
  });

  it('waits for what is asked', () => {
    expect(tell(lessonOf({ listens: ['c1', 80] }))).toMatchObject({
      state: 'waiting',
      because: null,
    });
  });

  it('says that it was so before the step was shown', () => {
    const lesson = lessonOf({ not: { exists: 'c2' } });
    expect(tell(lesson)).toMatchObject({ state: 'waiting', because: 'already-so' });
  });

  it('leaves out what else may have happened where that is not to be told', () => {
    const lesson = lessonOf({ running: 'c2' }, { hints: HINTS });
    const nothing = { snapshot: nobody, answers: new Map(), at: 0 };
    const begun = enter(begin(lesson, nothing), lesson, 'one', nothing);
    const run = look(begun, lesson, 'one', sightOf(begun, lesson, onHost));
    const sight = sightOf(run, lesson, onHost);
    expect(told(run, lesson, 'one', sight)).toMatchObject({ state: 'disagrees', hint: 1 });
    expect(told(run, lesson, 'one', sight, false)).toMatchObject({ state: 'waiting', hint: null });
  });

  it('of a step that was not shown yet waits', () => {
    const lesson = lessonOf({ running: 'c1' });
    const run = begin(lesson, { snapshot: nobody, answers: new Map(), at: 0 });
    expect(told(run, lesson, 'one', sightOf(run, lesson, nobody))).toMatchObject({
      ...{ state: 'waiting', because: null },
    });
  });
});

describe('what is required', () => {
  const [here] = nobody.engines;
  if (here === undefined) throw new Error('there is one');
  const ofIt = (code: string) => ({ code, params: { endpoint: here.endpoint }, text: '' });
  const REMAPPED = ofIt('userns-remap');
  const ROOTLESS = ofIt('rootless');
  const UNTOLD = ofIt('engine-info-unknown');
  const noticed = (...notices: (typeof REMAPPED)[]) => ({
    ...nobody,
    host: { ...nobody.host, notices },
  });
  /** Beside an engine of which nothing is noticed. */
  const beside = (snapshot: Snapshot): Snapshot => ({
    ...snapshot,
    engines: [...snapshot.engines, { ...here, id: 'other', endpoint: 'unix:///run/other.sock' }],
  });
  const registry = {
    ...nobody,
    processes: nobody.processes.map((each) => ({ ...each, comm: 'docker-registry' })),
  };

  const answering = (...kinds: ('docker' | 'podman')[]): Snapshot => ({
    ...nobody,
    engines: nobody.engines.flatMap((engine) => kinds.map((kind) => ({ ...engine, kind }))),
  });

  it.each([
    ['remapped-daemon', 'no daemon is', noticed(), 'not-remapped'],
    ['remapped-daemon', 'one is', noticed(REMAPPED), null],
    ['remapped-daemon', 'it does not say', noticed(UNTOLD), null],
    ['remapped-daemon', 'it is without root', noticed(ROOTLESS), 'rootless'],
    ['remapped-daemon', 'one of two is', beside(noticed(REMAPPED)), null],
    ['host-users', 'as by default', noticed(), null],
    ['host-users', 'the daemon maps them', noticed(REMAPPED), 'remapped'],
    ['host-users', 'it is without root', noticed(ROOTLESS), 'rootless'],
    ['host-users', 'it does not say', noticed(UNTOLD), null],
    ['host-users', 'another maps none', beside(noticed(REMAPPED)), null],
    ['registry', 'none runs', nobody, 'no-registry'],
    ['registry', 'one runs', registry, null],
    ['bridge', 'not answered yet', nobody, null],
    ['docker', 'Podman answers alone', answering('podman'), 'podman-otherwise'],
    ['docker', 'Docker answers', answering('docker'), null],
    ['docker', 'both answer', answering('podman', 'docker'), null],
    ['cgroup-io', 'nobody runs who could tell', nobody, null],
  ])('%s: %s', (requirement, _what, snapshot, because) => {
    const lesson = lessonOf({ running: 'c1' }, { requires: [requirement] });
    const state = because === null ? 'waiting' : 'impossible';
    expect(tell(lesson, snapshot)).toMatchObject({ state, because });
  });

  it('whose users containers have is seen of one that runs, where the engine says nothing of it', () => {
    const own = machine([{ name: 'c1', nth: 1, in: { user: 'own' } }]);
    const [hosts, others] = ['host-users', 'remapped-daemon'].map((each) =>
      lessonOf({ running: 'c2' }, { requires: [each] }),
    );
    expect(hosts && tell(hosts, own)).toMatchObject({ state: 'impossible', because: 'remapped' });
    expect(others && tell(others, own)).toMatchObject({ state: 'waiting', because: null });
  });

  it('a controller that this kernel has not', () => {
    const lesson = lessonOf({ limit: ['c1', 'io', 1] }, { requires: ['cgroup-io'] });
    expect(tell(lesson, up, use({ io: 'controller-absent' }))).toMatchObject({
      ...{ state: 'impossible', because: 'controller-absent' },
    });
    expect(tell(lesson, up, use({ io: 'EACCES' }))).toMatchObject({
      ...{ state: 'unknown', because: 'EACCES' },
    });
  });

  function use(unreadable: Record<string, string>): Answers {
    const nothing = { limitFrom: null };
    const memory = { usedBytes: null, limitBytes: null, peakBytes: null, cacheBytes: null };
    const cpu = { usedMs: null, quotaMs: null, periodMs: null, periods: null };
    return {
      use: {
        is: 'answered',
        answer: {
          ...{ takenAt: '', cgroups: 'v2', paths: {}, io: null, frozen: null, through: null },
          memory: { ...nothing, ...memory, oomKills: null },
          cpu: { ...nothing, ...cpu, throttledPeriods: null, throttledMs: null },
          pids: { ...nothing, current: null, threads: null, limit: null, refused: null },
          disk: { writableBytes: null, limitBytes: null },
          machine: { memoryBytes: null, cpus: null },
          unreadable,
        },
      },
    };
  }
});

describe('evidence', () => {
  it('has a name each, with the command, what that says, and when', () => {
    const lesson = lessonOf(
      { running: 'c1' },
      {
        evidence: [
          { running: 'c1' },
          { running: 'c2' },
          { not: { running: 'c2' } },
          { all: [{ own: ['c1', 'pid'] }, { running: 'c1' }] },
          { listens: ['c1', 80] },
        ],
      },
    );
    const { evidence } = tell(lesson);
    expect(evidence.map(({ name, truth }) => [name, truth.is])).toEqual([
      ['running', 'true'],
      ['running-2', 'false'],
      ['not-running', 'true'],
      ['own', 'true'],
      ['listens', 'unknown'],
    ]);
    expect(evidence[0]).toEqual({
      ...{
        predicate: { running: 'c1' },
        name: 'running',
        truth: { is: 'true' },
        at: 2_000_000_000_000,
      },
      ...{ command: "docker inspect --format '{{.State.Status}}' c1", value: 'running' },
      ...{ grown: null, seenAt: null },
    });
  });
});

it('denies nothing yet of a container that is not there, but that it is', () => {
  const evidence = [
    { not: { shares: ['c1', 'c2', 'pid'] } },
    { not: { sees: ['c1', 'c2'] } },
    { not: { exists: 'c2' } },
  ] satisfies Predicate[];
  const truths = (snapshot: typeof up) =>
    tell(lessonOf({ running: 'c1' }, { evidence }), snapshot).evidence.map(({ truth }) => truth.is);
  expect(truths(up)).toEqual(['false', 'false', 'true']);
  expect(truths(machine([C1, { name: 'c2', nth: 2 }]))).toEqual(['true', 'true', 'false']);
});

describe('a step that was answered, before or after what its facts are about', () => {
  const lesson = lessonOf(
    { answered: true },
    { evidence: [{ not: { shares: ['c1', 'c2', 'net'] } }, { running: 'c1' }] },
  );
  const left = machine([C1, { name: 'c2', nth: 2, container: { state: 'exited' } }]);
  const apart = machine([C1, { name: 'c2', nth: 3 }]);
  const after = (...seen: Snapshot[]) => {
    let run = choose(runOf(lesson, left), lesson, 'one', 'own', 1000);
    for (const [nth, snapshot] of seen.entries()) {
      run = look(run, lesson, 'one', sightOf(run, lesson, snapshot, {}, 2000 + nth));
    }
    const { state, evidence } = told(run, lesson, 'one', sightOf(run, lesson, seen.at(-1) ?? left));
    return [state, ...evidence.map(({ truth, seenAt }) => [truth.is, seenAt])];
  };

  it.each<[string, Snapshot[], string, (string | number | null)[][]]>([
    [
      'not yet so',
      [left],
      'done',
      [
        ['false', null],
        ['true', 2000],
      ],
    ],
    [
      'so then',
      [left, apart],
      'done',
      [
        ['true', 2001],
        ['true', 2000],
      ],
    ],
    [
      'so and no longer',
      [left, apart, left],
      'disagrees',
      [
        ['false', 2001],
        ['true', 2000],
      ],
    ],
    [
      'one of them no longer',
      [left, nobody],
      'disagrees',
      [
        ['false', null],
        ['false', 2000],
      ],
    ],
  ])('%s', (_, seen, state, facts) => {
    expect(after(...seen)).toEqual([state, ...facts]);
  });

  it('what was so before it was answered was not seen of it', () => {
    const before = runOf(lesson, apart);
    const looked = look(before, lesson, 'one', sightOf(before, lesson, apart));
    const answered = choose(looked, lesson, 'one', 'own', 1000);
    const run = look(answered, lesson, 'one', sightOf(answered, lesson, nobody));
    expect(told(run, lesson, 'one', sightOf(run, lesson, nobody)).state).toBe('done');
  });
});

describe('of several of which one is enough', () => {
  const any: Predicate = { any: [{ running: 'c2' }, { all: [{ running: 'c1' }] }] };
  const factIn = (snapshot: typeof up) => {
    const lesson = lessonOf({ running: 'c1' }, { evidence: [any] });
    const run = runOf(lesson, snapshot);
    return told(run, lesson, 'one', sightOf(run, lesson, snapshot)).evidence[0];
  };

  it('says the one that is so, under the name that it has', () => {
    expect(factIn(up)).toMatchObject({ name: 'running', predicate: { all: [{ running: 'c1' }] } });
  });

  it('says all as long as none is', () => {
    expect(factIn(nobody)?.predicate).toEqual(any);
  });
});

describe('what is wanted', () => {
  it('is what done, evidence and hints need, once each', () => {
    const lesson = lessonOf(
      { any: [{ running: 'c1' }, { listens: ['c1', 80] }] },
      {
        evidence: [{ firewall: 'c1' }, { state: ['c1', 'S'] }],
        hints: [{ when: { mount: ['c1', '/x'] }, say: { en: 'x' } }],
      },
    );
    const names = (snapshot = up) =>
      wanted(runOf(lesson, snapshot), lesson, 'one', snapshot).map(({ question }) => question.name);
    expect(names().sort()).toEqual(['inside', 'inside', 'usage']);
    expect(names(nobody)).toEqual([]);
  });

  it('has another key for another life', () => {
    const lesson = lessonOf({ all: [{ listens: ['c1', 80] }, { state: ['c1', 'S'] }] });
    const again = machine([{ ...C1, life: 2 }]);
    const keys = (snapshot: typeof up) =>
      wanted(runOf(lesson, snapshot), lesson, 'one', snapshot).map(({ key }) => key);
    expect(keys(up)).toEqual(keys(machine([C1])));
    expect(keys(up).filter((key) => keys(again).includes(key))).toEqual([]);
  });

  it('is nothing of a step that there is not', () => {
    const lesson = lessonOf({ listens: ['c1', 80] });
    expect(wanted(runOf(lesson, up), lesson, 'none', up)).toEqual([]);
  });
});

it('all parts of an and are looked at, also where one is false already', () => {
  const lesson = lessonOf({ all: [{ running: 'c2' }, { listens: ['c1', 80] }] });
  const run = enter(runOf(lesson, up), lesson, 'one', sightOf(runOf(lesson, up), lesson, up));
  expect(wanted(run, lesson, 'one', up)).toHaveLength(1);
});
