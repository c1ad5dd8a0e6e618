import { describe, expect, it } from 'vitest';
import { USE } from '../../findings/fixtures/one';
import type { Snapshot } from '../../model/snapshot';
import type { Use } from '../../use/use';
import { machine } from '../fixtures/machine';
import { answered, said, shown, type Answers } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const up = machine([{ name: 'c1', nth: 1 }]);
const none = machine([]);
const ended = machine([{ name: 'c1', nth: 1, container: { state: 'exited' } }]);
const made = machine([{ name: 'c1', nth: 1, container: { state: 'created' } }]);
const doubted = machine([
  { name: 'c1', nth: 1, container: { state: 'created', unreadable: { state: 'EINVAL' } } },
]);
const late = machine([{ name: 'c1', nth: 1, container: { unreadable: { state: 'ETIMEDOUT' } } }]);

const used = (change: Partial<Use> = {}): Answers => ({ use: answered({ ...USE, ...change }) });
const memory = (limitBytes: number | null, unreadable = {}) =>
  used({ memory: { ...USE.memory, limitBytes }, unreadable });
const cpu = (quotaMs: number | null) =>
  used({ cpu: { ...USE.cpu, quotaMs, periodMs: quotaMs === null ? null : 100 } });
const io = (perSecond: number | null, unreadable = {}) =>
  used({
    io: [
      {
        ...{ device: '8:0', readBytes: 0, writtenBytes: 0 },
        limits: perSecond === null ? {} : { readBytes: { perSecond, from: '/a' } },
      },
    ],
    unreadable,
  });

it.each<[Predicate, string, Snapshot, Answers, string]>([
  [{ limit: ['c1', 'memory', 67_108_864] }, 'it is', up, used(), 'true'],
  [{ limit: ['c1', 'memory', 67_108_900] }, 'to the page', up, used(), 'true'],
  [{ limit: ['c1', 'memory', 33_554_432] }, 'another', up, used(), 'false'],
  [{ limit: ['c1', 'memory', 67_108_864] }, 'none', up, memory(null), 'false'],
  [
    { limit: ['c1', 'memory', 67_108_864] },
    'it may not be read',
    up,
    memory(null, { 'memory.limitBytes': 'above-unseen' }),
    'above-unseen',
  ],
  [{ limit: ['c1', 'memory', 67_108_864] }, 'nobody', none, {}, 'false'],
  [{ limit: ['c1', 'memory', 67_108_864] }, 'it has ended', ended, {}, 'false'],
  [{ limit: ['c1', 'memory', 67_108_864] }, 'not answered yet', up, {}, 'asked'],
  [{ limit: ['c1', 'cpu', 250] }, 'it is', up, cpu(25), 'true'],
  [{ limit: ['c1', 'cpu', 250] }, 'another', up, cpu(50), 'false'],
  [{ limit: ['c1', 'pids', 10] }, 'it is', up, used(), 'true'],
  [{ limit: ['c1', 'pids', 100] }, 'another', up, used(), 'false'],
  [{ limit: ['c1', 'io', 1_048_576] }, 'it is', up, io(1_048_576), 'true'],
  [{ limit: ['c1', 'io', 1_048_576] }, 'none', up, io(null), 'false'],
  [
    { limit: ['c1', 'io', 1_048_576] },
    'it may not be read',
    up,
    io(null, { 'io.limits': 'EACCES' }),
    'EACCES',
  ],
  [{ limit: ['c1', 'disk', 1] }, 'nobody reads it', up, used(), 'quota-unseen'],

  [{ 'no-limit': ['c1', 'memory'] }, 'there is none', up, memory(null), 'true'],
  [{ 'no-limit': ['c1', 'memory'] }, 'there is one', up, used(), 'false'],
  [
    { 'no-limit': ['c1', 'memory'] },
    'it may not be read',
    up,
    memory(null, { 'memory.limitBytes': 'EACCES' }),
    'EACCES',
  ],
  [{ 'no-limit': ['c1', 'memory'] }, 'nobody', none, {}, 'false'],
  [{ 'no-limit': ['c1', 'disk'] }, 'nobody reads it', up, used(), 'quota-unseen'],

  [{ 'oom-killed': 'c1' }, 'nothing yet', up, used(), 'false'],
  [{ 'oom-killed': 'c1' }, 'nobody', none, {}, 'false'],
  [{ 'oom-killed': 'c1' }, 'it never ran', made, {}, 'false'],
  [{ 'oom-killed': 'c1' }, 'it is not known whether it ran', doubted, {}, 'EINVAL'],
  [{ 'oom-killed': 'c1' }, 'its state is told no more, its cgroup tells', late, used(), 'false'],
  [{ 'oom-killed': 'c1' }, 'its cgroup is gone', ended, {}, 'ESRCH'],
  [
    { 'oom-killed': 'c1' },
    'it is not told',
    up,
    used({
      memory: { ...USE.memory, oomKills: null },
      unreadable: { 'memory.oomKills': 'not-told' },
    }),
    'not-told',
  ],
  [
    { throttled: 'c1' },
    'it is not told',
    up,
    used({ unreadable: { 'cpu.throttledPeriods': 'controller-absent' } }),
    'controller-absent',
  ],
  [{ refused: 'c1' }, 'not answered yet', up, {}, 'asked'],
])('%j: %s', (predicate, _what, snapshot, answers, expected) => {
  expect(said(predicate, snapshot, answers)).toBe(expected);
});

describe('what shows it', () => {
  const paths = { memory: '/docker/c1', cpu: '/docker/c1', pids: '/docker/c1' };

  it.each<[Predicate, Answers, string | RegExp, string]>([
    [
      { limit: ['c1', 'memory', 1] },
      used({ paths }),
      /\/docker\/c1\/memory\.max/,
      '67108864 = 64 MiB',
    ],
    [
      { limit: ['c1', 'cpu', 1] },
      { use: answered({ ...USE, paths, cpu: { ...USE.cpu, quotaMs: 25, periodMs: 100 } }) },
      /cpu\.max/,
      '25000 / 100000 = 0.25 CPU',
    ],
    [{ limit: ['c1', 'pids', 1] }, used({ paths }), /pids\.max/, '10'],
    [{ 'oom-killed': 'c1' }, used({ paths }), /\/docker\/c1/, 'oom_kill 0'],
    [{ refused: 'c1' }, used({ paths }), /\/docker\/c1\/pids\./, 'max 0'],
  ])('%j', (predicate, answers, command, value) => {
    const { command: line, value: told } = shown(predicate, up, answers);
    expect(line).toMatch(command);
    expect(told).toBe(value);
  });

  it('no file says that there is no limit of the disk', () => {
    expect(shown({ 'no-limit': ['c1', 'disk'] }, up, used({ paths }))).toMatchObject({
      command: null,
      value: null,
    });
  });
});
