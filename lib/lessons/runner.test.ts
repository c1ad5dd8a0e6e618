import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../model/snapshot';
import { courseMachine } from '../select/course-machine';
import { machine, type Made } from './fixtures/machine';
import { lessonOf, sightOf, type Answers } from './fixtures/sight';
import type { Lesson } from './lesson';
import type { Run } from './run';
import { adopt, begin, choose, enter, look, taken, without, withSuffix } from './runner';
import { told } from './told';

const C1: Made = { name: 'c1', nth: 1 };
const C2: Made = { name: 'c2', nth: 2 };
const JOINED: Made = { ...C2, in: { pid: 'c1' } };
const nobody = machine([]);
const apart = machine([C1, C2]);
const joined = machine([C1, JOINED]);
const join = lessonOf({ shares: ['c1', 'c2', 'pid'] }, { evidence: [{ running: 'c2' }] });
const start = lessonOf({ running: 'c1' });
const SILENT = courseMachine.engines.map((each) => ({ ...each, state: 'disconnected' as const }));

/** One look after another, a second each, from when the lesson began with the first. */
function play(lesson: Lesson, [first = nobody, ...rest]: Snapshot[], answers: Answers = {}): Run {
  const began = begin(lesson, { snapshot: first, answers: new Map(), at: 0 });
  let run = enter(began, lesson, 'one', sightOf(began, lesson, first, answers, 1000));
  for (const [nth, snapshot] of rest.entries()) run = next(run, lesson, snapshot, answers, nth + 2);
  return run;
}

function next(
  run: Run,
  lesson: Lesson,
  snapshot: Snapshot,
  answers: Answers = {},
  second = 60,
): Run {
  const at = second * 1000;
  // As it is remembered over a reload.
  const kept = JSON.parse(JSON.stringify(run)) as Run;
  expect(kept).toEqual(run);
  const seen = look(kept, lesson, 'one', { snapshot, answers: new Map(), at });
  return look(seen, lesson, 'one', sightOf(seen, lesson, snapshot, answers, at));
}

const doneAt = (run: Run) => run.steps.one?.doneAt ?? null;
const stateOf = (run: Run, lesson: Lesson, snapshot: Snapshot, answers: Answers = {}) =>
  told(run, lesson, 'one', sightOf(run, lesson, snapshot, answers, 99_000));

describe('a hint', () => {
  const hints = [{ when: { host: ['c1', 'pid'] }, say: { en: "It is in the host's." } }];
  const lesson = lessonOf({ own: ['c1', 'pid'] }, { hints });
  const onHost: Made = { ...C1, in: { pid: 'host' } };
  const left = machine([onHost]);
  const own = machine([C2]);

  it.each<[string, Snapshot, Snapshot[], number | null]>([
    ['true of what was left before the step was shown', left, [left], null],
    ['true of what was made in it', nobody, [left], 0],
    ['true of another of that name', left, [machine([{ ...onHost, nth: 9 }])], 0],
    ['true again after it was false', left, [nobody, left], 0],
    ['true no more', nobody, [left, own], null],
  ])('%s', (_, first, rest, hint) => {
    const began = begin(lesson, { snapshot: nobody, answers: new Map(), at: 0 });
    const entered = enter(began, lesson, 'one', sightOf(began, lesson, first));
    const run = rest.reduce((each, snapshot) => next(each, lesson, snapshot), entered);
    expect(stateOf(run, lesson, rest.at(-1) ?? first)).toMatchObject({
      state: hint === null ? 'waiting' : 'disagrees',
      hint,
    });
  });
});

describe('done', () => {
  it.each<[string, Lesson, Snapshot[], number | null]>([
    ['false, then true', join, [nobody, apart, joined], 3000],
    ['what it was first stays', join, [nobody, joined, apart, joined], 2000],
    ['not yet', join, [nobody, apart], null],
    ['true before the step was shown', lessonOf({ not: { exists: 'c1' } }), [nobody, nobody], null],
    [
      'and so it counts after it was otherwise',
      lessonOf({ not: { exists: 'c1' } }),
      [nobody, machine([C1]), nobody],
      3000,
    ],
    [
      'what was not known does not make it open',
      lessonOf({ not: { running: 'c1' } }),
      [{ ...nobody, engines: SILENT }, nobody],
      null,
    ],
    [
      'nor does an engine that is lost and found',
      start,
      [nobody, { ...nobody, engines: SILENT }, machine([C1])],
      3000,
    ],
    [
      'c2 in the host’s instead',
      join,
      [nobody, machine([{ ...C1, in: { pid: 'host' } }, C2])],
      null,
    ],
    ['another of another name', start, [nobody, machine([{ name: 'c3', nth: 3 }])], null],
    [
      'created, not started',
      start,
      [nobody, machine([{ ...C1, container: { state: 'created' } }])],
      null,
    ],
  ])('%s', (_what, lesson, snapshots, expected) => {
    expect(doneAt(play(lesson, snapshots))).toBe(expected);
  });

  it('is latched, and said to be disagreed with while the facts are otherwise', () => {
    const run = play(join, [nobody, joined]);
    expect(stateOf(run, join, joined).state).toBe('done');
    const stopped = machine([C1, { ...JOINED, container: { state: 'exited' } }]);
    const after = next(run, join, stopped);
    expect(doneAt(after)).toBe(2000);
    expect(stateOf(after, join, stopped)).toMatchObject({ state: 'disagrees', hint: null });
    expect(stateOf(next(after, join, joined), join, joined).state).toBe('done');
  });

  it('of a step after which another was shown stays done whatever that changed', () => {
    const two: Lesson = {
      ...join,
      steps: [...join.steps, ...join.steps.map((step) => ({ ...step, id: 'two' }))],
    };
    const run = play(two, [nobody, joined]);
    const on = enter(run, two, 'two', sightOf(run, two, nobody));
    const { state, evidence } = stateOf(on, two, nobody);
    expect(state).toBe('done');
    expect(evidence.map(({ truth }) => truth.is)).toEqual(['false']);
  });
});

describe('a name stands for', () => {
  it('nobody who was there before', () => {
    const run = play(start, [machine([C1]), machine([C1]), machine([C1, C2])]);
    expect(doneAt(run)).toBeNull();
    expect(taken(run, start)).toEqual(['c1']);
    expect(run.bound.c1).toBeUndefined();
    expect(run.bound.c2?.id).toMatch(/^2/);
  });

  it('whoever comes when somebody else’s was removed', () => {
    const run = play(start, [machine([C1]), nobody, machine([{ ...C1, nth: 5 }])]);
    expect(taken(run, start)).toEqual([]);
    expect(doneAt(run)).toBe(3000);
  });

  it('whom a person says to be the lesson’s', () => {
    const run = adopt(play(start, [machine([C1])]), 'c1');
    expect(taken(run, start)).toEqual([]);
    expect(doneAt(next(run, start, machine([C1])))).toBe(60_000);
  });

  it('whom its label says to be the lesson’s', () => {
    const labelled = machine([{ ...C1, container: { labels: { 'nsview.lesson': 'test' } } }]);
    const run = play(start, [labelled]);
    expect(taken(run, start)).toEqual([]);
    expect(run.bound.c1?.id).toMatch(/^1/);
  });

  it('not nsview’s own reader', () => {
    const reader = machine([{ ...C1, container: { role: 'reader' } }]);
    const run = play(start, [nobody, reader]);
    expect(run.bound).toEqual({});
    expect(doneAt(run)).toBeNull();
  });

  it('nobody whom an engine tells of that was silent when the lesson began', () => {
    const silent: Snapshot = { ...nobody, engines: SILENT };
    const run = play(start, [silent, machine([C1])]);
    expect(taken(run, start)).toEqual(['c1']);
    expect(doneAt(run)).toBeNull();
  });

  it('whom an engine tells of that was away for a while', () => {
    const run = play(start, [nobody, { ...nobody, engines: SILENT }, machine([C1])]);
    expect(taken(run, start)).toEqual([]);
  });

  it('the same one of two engines, whichever is listed first, and stays with it', () => {
    const OTHER = 'docker:unix:///a.sock';
    const engines = [...SILENT, ...SILENT].map((each, nth) => ({
      ...each,
      ...{ id: nth === 0 ? each.id : OTHER, state: 'connected' as const },
    }));
    const here = machine([C1]).containers;
    const there = here.map((each) => ({ ...each, engine: OTHER }));
    const empty: Snapshot = { ...nobody, engines };
    for (const containers of [
      [...here, ...there],
      [...there, ...here],
    ]) {
      expect(play(start, [empty, { ...empty, containers }]).bound.c1?.engine).toBe(OTHER);
    }
    const first = { ...empty, containers: here };
    const both = { ...empty, containers: [...here, ...there] };
    expect(play(start, [empty, first, both]).bound.c1?.engine).toBe(here[0]?.engine);
  });

  it('anybody in a recording', () => {
    const recorded: Snapshot = {
      ...machine([C1]),
      host: { ...nobody.host, reader: 'recording' },
    };
    expect(taken(play(start, [recorded]), start)).toEqual([]);
  });

  it('another one that was made anew, and what it joined is not what the first had', () => {
    const anew: Made = { ...C1, nth: 7 };
    const orphan: Made = { ...C2, in: { pid: 'c1' } };
    const run = play(join, [nobody, machine([C1, C2]), machine([anew, C2])]);
    expect(run.bound.c1?.id).toMatch(/^7/);
    expect(doneAt(run)).toBeNull();
    expect(doneAt(next(run, join, machine([anew, orphan])))).toBe(60_000);
  });

  it('the same one under another name, until somebody else takes that', () => {
    const renamed: Made = { name: 'old', nth: 1 };
    const run = play(start, [nobody, machine([C1]), machine([renamed])]);
    expect(run.bound.c1?.id).toMatch(/^1/);
    const taken = next(run, start, machine([renamed, { ...C1, nth: 8 }]));
    expect(taken.bound.c1?.id).toMatch(/^8/);
  });

  it('whoever bears it with the suffix, where one was chosen', () => {
    const foreign = machine([C1]);
    const began = play(start, [foreign]);
    const run = withSuffix(began, start, 'mine', sightOf(began, start, foreign));
    expect(taken(run, start)).toEqual([]);
    expect(doneAt(next(run, start, foreign))).toBeNull();
    const mine = machine([C1, { ...C1, name: 'c1-mine', nth: 3 }]);
    expect(doneAt(next(run, start, mine))).toBe(60_000);
  });

  it('nobody who bears the suffix already', () => {
    const mine = machine([C1, { ...C1, name: 'c1-mine', nth: 3 }]);
    const began = play(start, [mine]);
    const run = withSuffix(began, start, 'mine', sightOf(began, start, mine));
    expect(taken(run, start)).toEqual(['c1']);
  });
});

describe('another life', () => {
  const listens = lessonOf({ listens: ['c1', 80] });
  const up = machine([C1]);
  const again = machine([{ ...C1, life: 2 }]);
  const answer = (port: number): Answers => ({
    inside: {
      is: 'answered',
      answer: {
        ...{ takenAt: '', through: null, unreadable: {}, type: 'net', devices: [], routes: [] },
        ...{ looseAddresses: [], rules: [], forwarding: { v4: null, v6: null }, firewall: null },
        listening: [
          {
            ...{ protocol: 'tcp', address: '0.0.0.0', port, device: null, v6Only: null },
            ...{ pids: [], outside: null },
          },
        ],
        dns: null,
      },
    },
  });

  it('of a namespace with the same number is not answered by what the first one was', () => {
    const run = play(listens, [nobody, up], answer(22));
    const before = sightOf(run, listens, up, answer(80));
    const stale = look(run, listens, 'one', { ...before, snapshot: again });
    expect(doneAt(stale)).toBeNull();
    expect(doneAt(look(run, listens, 'one', before))).not.toBeNull();
  });

  it('of the machine is another lesson: nothing of the boot before counts', () => {
    const run = play(start, [nobody, machine([C1])]);
    const booted = { ...machine([C1]), bootId: 'another' };
    const after = next(run, start, booted);
    expect(after.bootId).toBe('another');
    expect(doneAt(after)).toBeNull();
    expect(taken(after, start)).toEqual(['c1']);
  });
});

describe('an answer', () => {
  const asked = lessonOf({ answered: true });
  const mixed = lessonOf({ all: [{ answered: true }, { running: 'c1' }] });

  it('completes a step that nothing else does: told, not checked', () => {
    const run = choose(play(asked, [nobody]), asked, 'one', 'own', 5000);
    expect(run.steps.one).toMatchObject({ chosen: 'own', doneAt: 5000, told: true });
    expect(next(run, asked, nobody).steps.one).toMatchObject({ doneAt: 5000, told: true });
  });

  it('may be to skip it, openly', () => {
    const run = choose(play(asked, [nobody]), asked, 'one', null, 5000);
    expect(run.steps.one).toMatchObject({ chosen: null, doneAt: 5000 });
  });

  it('can be another one later, and is done as it was', () => {
    const run = choose(play(asked, [nobody]), asked, 'one', 'own', 5000);
    expect(choose(run, asked, 'one', 'both', 9000).steps.one).toMatchObject({
      chosen: 'both',
      doneAt: 5000,
    });
  });

  it('alone does not complete a step that asks for more, which is checked then', () => {
    const run = choose(play(mixed, [nobody]), mixed, 'one', 'own', 5000);
    expect(doneAt(run)).toBeNull();
    const done = next(run, mixed, machine([C1]));
    expect(done.steps.one).toMatchObject({ doneAt: 60_000, told: false });
  });
});

describe('what a limit did', () => {
  const lesson = lessonOf({ refused: 'c1' });
  const old = { ...C1, container: { startedAt: '1970-01-01T00:00:00.500Z' } };
  const later = { ...C1, nth: 4, container: { startedAt: '1970-01-01T00:00:30.000Z' } };
  const counted = (refused: number): Answers => ({
    use: {
      is: 'answered',
      answer: {
        ...{ takenAt: '', cgroups: 'v2', paths: {}, io: null, frozen: false, through: null },
        memory: {
          ...{ usedBytes: 1, limitBytes: 1, limitFrom: null, peakBytes: 1, cacheBytes: 0 },
          oomKills: 0,
        },
        cpu: {
          ...{ usedMs: 1, quotaMs: null, periodMs: null, limitFrom: null, periods: null },
          ...{ throttledPeriods: null, throttledMs: null },
        },
        pids: { current: 1, threads: 1, limit: 10, limitFrom: null, refused },
        disk: { writableBytes: null, limitBytes: null },
        machine: { memoryBytes: null, cpus: null },
        unreadable: {},
      },
    },
  });

  it('counts from when it was first read since the step began', () => {
    // It is the lesson's: it came with the step before.
    const began = begin(lesson, { snapshot: nobody, answers: new Map(), at: 0 });
    const run = enter(began, lesson, 'one', {
      snapshot: machine([old]),
      answers: new Map(),
      at: 1000,
    });
    const read = next(run, lesson, machine([old]), counted(5), 2);
    expect(doneAt(read)).toBeNull();
    expect(doneAt(next(read, lesson, machine([old]), counted(5), 3))).toBeNull();
    expect(doneAt(next(read, lesson, machine([old]), counted(6), 4))).toBe(4000);
  });

  it('counts in a fact from then on as well', () => {
    const shown = lessonOf({ exists: 'c2' }, { evidence: [{ refused: 'c1' }] });
    const began = begin(shown, { snapshot: nobody, answers: new Map(), at: 0 });
    const run = enter(began, shown, 'one', {
      snapshot: machine([old]),
      answers: new Map(),
      at: 1000,
    });
    const read = next(run, shown, machine([old]), counted(5), 2);
    const factOf = (refused: number) =>
      told(read, shown, 'one', sightOf(read, shown, machine([old]), counted(refused))).evidence[0];
    expect([factOf(5)?.truth.is, factOf(6)?.truth.is]).toEqual(['false', 'true']);
    expect(factOf(4)?.truth).toEqual({ is: 'unknown', because: 'counted-anew' });
  });

  it('counts whole in a container that came with the step', () => {
    const run = play(lesson, [nobody]);
    expect(doneAt(next(run, lesson, machine([later]), counted(3), 40))).toBe(40_000);
  });
});

it('a step that begins again has to be seen open again, and keeps no answer', () => {
  let run = play(start, [nobody, apart]);
  run = choose(run, start, 'one', null, 3000);
  expect(run.steps.one).toMatchObject({ doneAt: 2000, chosen: null });
  run = without(run, 'one');
  expect(run.steps).toEqual({});
  run = enter(run, start, 'one', sightOf(run, start, apart, {}, 4000));
  expect(run.steps.one).toMatchObject({ since: 4000, wasOpen: false });
  expect(run.steps.one?.doneAt).toBeUndefined();
  run = next(next(run, start, nobody, {}, 5), start, machine([{ ...C1, nth: 3 }]), {}, 6);
  expect(run.steps.one?.doneAt).toBe(6000);
});
