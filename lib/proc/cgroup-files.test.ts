import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeviceRates, parseServiceBytes } from './blkio-throttle';
import { boundOf, parseAmount, parseLimit } from './cgroup-amount';
import { parseCpuCount } from './cpu-list';
import { parseCfsQuota, parseCpuMax } from './cpu-quota';
import { parseFlatKeyed } from './flat-keyed';
import { parseFreezerState } from './freezer-state';
import { parseMemTotal } from './meminfo';
import { parseNestedKeyed } from './nested-keyed';
import { ProcParseError } from './parse-error';

describe('limits', () => {
  it.each([
    ['v2, a limit', '67108864\n', 67_108_864],
    ['nothing at all is allowed', '0\n', 0],
    ['v2, none', 'max\n', null],
    ['v1, none, pages of 4 KiB', '9223372036854771712\n', null],
    ['v1, none, pages of 64 KiB', '9223372036854710272\n', null],
    ['larger than any machine, but a limit', '4611686018427387904\n', 2 ** 62],
  ])('%s', (_, text, limit) => {
    expect(parseLimit(text)).toBe(limit);
  });

  it.each([
    ['v2: half of one', '50000 100000\n', { quotaUs: 50_000, periodUs: 100_000 }],
    ['v2: none', 'max 100000\n', null],
    ['v2: two and a half', '250000 100000\n', { quotaUs: 250_000, periodUs: 100_000 }],
  ])('of time, %s', (_, text, quota) => {
    expect(parseCpuMax(text)).toEqual(quota);
  });

  it.each([
    ['v1: half of one', '50000\n', { quotaUs: 50_000, periodUs: 100_000 }],
    ['v1: none', '-1\n', null],
  ])('of time, %s', (_, text, quota) => {
    expect(parseCfsQuota(text, '100000\n')).toEqual(quota);
  });

  it('are what was written, whatever that is', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), (amount, periodUs) => {
        expect(parseAmount(`${amount}\n`)).toBe(amount);
        expect(boundOf(amount)).toBe(amount);
        const quota = { quotaUs: amount, periodUs };
        expect(parseCpuMax(`${amount} ${periodUs}\n`)).toEqual(quota);
        expect(parseCfsQuota(`${amount}\n`, `${periodUs}\n`)).toEqual(quota);
      }),
    );
  });
});

describe('a name and a number a line', () => {
  it.each([
    [
      'v1, cpu.stat',
      'nr_periods 38\nnr_throttled 28\nthrottled_time 1400000000\n',
      'nr_throttled',
      28,
    ],
    ['v1, memory.oom_control', 'oom_kill_disable 0\nunder_oom 0\noom_kill 1\n', 'oom_kill', 1],
    ['v1, no limit', 'cache 0\nhierarchical_memory_limit 9223372036854771712\n', 'cache', 0],
    ['v2, memory.events', 'low 0\nhigh 0\nmax 3\noom 1\noom_kill 1\n', 'oom_kill', 1],
    ['v2, cgroup.events', 'populated 1\nfrozen 0\n', 'frozen', 0],
    ['a line that is odd costs itself alone', 'what is this\nmax 7\n', 'max', 7],
  ])('%s', (_, text, name, number) => {
    expect(parseFlatKeyed(text).get(name)).toBe(number);
  });

  it('has all that was written', () => {
    const name = fc.stringMatching(/^[a-z][a-z_:]{0,20}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.nat()), (numbers) => {
        const text = Object.entries(numbers).map(([each, number]) => `${each} ${number}\n`);
        expect(Object.fromEntries(parseFlatKeyed(text.join('')))).toEqual({ ...numbers });
      }),
    );
  });
});

describe('devices', () => {
  it.each([
    ['nothing yet', '', {}],
    ['a sum alone', 'Total 0\n', {}],
    [
      'read and written',
      '254:0 Read 4096\n254:0 Write 8192\n254:0 Sync 12288\n254:0 Async 0\n254:0 Discard 0\n254:0 Total 12288\nTotal 12288\n',
      { '254:0': { read: 4096, written: 8192 } },
    ],
    [
      'two of them',
      '8:16 Read 1\n8:16 Write 2\n8:0 Read 3\n8:0 Write 4\nTotal 10\n',
      { '8:16': { read: 1, written: 2 }, '8:0': { read: 3, written: 4 } },
    ],
  ])('v1: %s', (_, text, devices) => {
    expect(Object.fromEntries(parseServiceBytes(text))).toEqual(devices);
  });

  it('v1: rates', () => {
    expect([...parseDeviceRates('254:0 1048576\n8:0 10\n')]).toEqual([
      ['254:0', 1_048_576],
      ['8:0', 10],
    ]);
    expect(parseDeviceRates('').size).toBe(0);
  });

  it.each([
    ['nothing yet', '', {}],
    [
      'io.stat',
      '8:16 rbytes=1459200 wbytes=314773504 rios=192 wios=353 dbytes=0 dios=0\n',
      {
        '8:16': {
          rbytes: 1_459_200,
          wbytes: 314_773_504,
          rios: 192,
          wios: 353,
          dbytes: 0,
          dios: 0,
        },
      },
    ],
    [
      'a device of which nothing is told',
      '254:0 \n8:0 rbytes=1\n',
      { '254:0': {}, '8:0': { rbytes: 1 } },
    ],
    [
      'io.max',
      '8:16 rbps=2097152 wbps=max riops=max wiops=120\n',
      { '8:16': { rbps: 2_097_152, wiops: 120 } },
    ],
  ])('v2: %s', (_, text, devices) => {
    const told = [...parseNestedKeyed(text)].map(([device, numbers]) => [
      device,
      Object.fromEntries(numbers),
    ]);
    expect(Object.fromEntries(told)).toEqual(devices);
  });
});

it.each([
  ['FROZEN\n', true],
  ['FREEZING\n', false],
  ['THAWED\n', false],
])('freezer.state %j', (text, isFrozen) => {
  expect(parseFreezerState(text)).toBe(isFrozen);
});

it.each([
  ['0\n', 1],
  ['0-3\n', 4],
  ['0-3,8,10-11\n', 7],
  ['\n', 0],
])('processors %j', (text, count) => {
  expect(parseCpuCount(text)).toBe(count);
});

it('meminfo', () => {
  expect(parseMemTotal('MemTotal:        4018140 kB\nMemFree:          107432 kB\n')).toBe(
    4_114_575_360,
  );
});

it.each<[string, () => unknown]>([
  ['an amount that is a word', () => parseAmount('max')],
  ['a limit below zero', () => parseLimit('-1')],
  ['a limit of nothing', () => parseLimit('')],
  ['cpu.max without a period', () => parseCpuMax('50000')],
  ['cpu.max with a period of nothing', () => parseCpuMax('50000 0')],
  ['a quota below -1', () => parseCfsQuota('-2', '100000')],
  ['no period', () => parseCfsQuota('50000', '')],
  ['words', () => parseFlatKeyed('frozen yes')],
  ['devices without numbers', () => parseNestedKeyed('sda rbytes=1')],
  ['v1 devices without numbers', () => parseServiceBytes('sda Read 1')],
  ['rates that are words', () => parseDeviceRates('254:0 max')],
  ['a state of another kind', () => parseFreezerState('1')],
  ['processors backwards', () => parseCpuCount('3-0')],
  ['meminfo without a total', () => parseMemTotal('MemFree: 1 kB')],
])('%s: a ProcParseError', (_, parse) => {
  expect(parse).toThrow(ProcParseError);
});
