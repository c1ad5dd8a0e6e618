import { expect, it } from 'vitest';
import { commandMessagesFor } from '../i18n/command-messages';
import type { Use } from '../use/use';
import { formatUse } from './format-use';

const USE: Use = {
  ...{ cgroups: 'hybrid', paths: {}, frozen: false, through: 'pid 7' },
  memory: {
    ...{ usedBytes: 60_817_408, limitBytes: 67_108_864, limitFrom: '/strict' },
    ...{ peakBytes: 67_108_864, cacheBytes: 0, oomKills: 2 },
  },
  cpu: {
    ...{ usedMs: 1900, quotaMs: 50, periodMs: 100, limitFrom: '/docker/c1' },
    ...{ periods: 38, throttledPeriods: 28, throttledMs: 1400 },
  },
  pids: { current: 19, threads: 1, limit: 20, limitFrom: '/docker/c1', refused: 1 },
  io: [
    {
      ...{ device: '254:0', readBytes: 3_145_728, writtenBytes: 0 },
      limits: { readBytes: { perSecond: 1_048_576, from: '/docker/c1' } },
    },
  ],
  disk: { writableBytes: 12_288, limitBytes: null },
  machine: { memoryBytes: 4_114_575_360, cpus: 2 },
  network: [],
  unreadable: { 'disk.limitBytes': 'quota-unseen' },
};
const { use: english } = commandMessagesFor('en').cli;

it('tells what is used, what limits it and what that did', () => {
  expect(formatUse(USE, english)).toBe(
    `${[
      'WHAT     USED                    LIMIT                                   LIMIT-OF   WHAT-IT-DID',
      'memory   58 MiB, peak 64 MiB     64 MiB                                  /strict    killed 2 processes (out of memory)',
      'cpu      1.9s                    0.5 CPUs                                /docker/c1 held back in 28 of 38 periods, 1.4s in all',
      'pids     19                      20                                      /docker/c1 refused 1 fork',
      'io 254:0 3.15MB read, 0B written read 1 MiB/s                            /docker/c1 -',
      'disk     12.3kB                  ? (quotas of file systems are not read) -          -',
      'Limits do not hide: its processes are told of 3.8 GiB of memory and 2 CPUs, those of the machine.',
    ].join('\n')}\n`,
  );
});

it('tells no limit from one that is not known', () => {
  const memory = { ...USE.memory, limitBytes: null, limitFrom: null, oomKills: 0 };
  expect(formatUse({ ...USE, memory }, english)).toMatch(/^memory .* none +- +-$/m);
  const unreadable = { 'memory.limitBytes': 'above-unseen', io: 'EACCES' };
  const text = formatUse({ ...USE, memory, io: null, unreadable, frozen: true }, english);
  expect(text).toMatch(
    /^memory .* \? \(cgroups further up, which cannot be seen, may be stricter\)/m,
  );
  expect(text).toMatch(/^io +\? \(it may not be read\)/m);
  expect(text).toMatch(/^It is frozen/m);
  const io = [{ device: '8:0', readBytes: 1000, writtenBytes: 0, limits: {} }];
  const moved = formatUse({ ...USE, io, unreadable: { 'io.limits': 'above-unseen' } }, english);
  expect(moved).toMatch(/^io 8:0 +1kB read, 0B written +\? \(cgroups further up/m);
});

it('in Chinese', () => {
  const text = formatUse(USE, commandMessagesFor('zh-CN').cli.use);
  expect(text).toContain('因内存不足杀死了 2 个进程');
  expect(text).toContain('38 个周期中有 28 个被压住');
});
