import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseCgroup } from '../proc/cgroup';
import { cgroupOf, pathsUpTo } from './cgroup-path';
import { FILES, type ControllerFiles } from './files';
import type { ControllerReading, Group, UseReading } from './reading';
import { tellUse } from './tell-use';
import type { Controller } from './use';

/* What a kernel wrote, on a machine of its own with cgroups of v2: fixtures/v2/README.md. */

const ID = 'a1'.repeat(32);
const SLICE = '/system.slice';
const OWN = `${SLICE}/docker-${ID}.scope`;

const recorded = new Map(
  readFileSync(join(import.meta.dirname, 'fixtures/v2/files.txt'), 'utf8')
    .split(/^@@ /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1)] as const;
    }),
);

function group(path: string, names: readonly string[]): Group {
  const told = names.map((name) => {
    const value = recorded.get(`${path === '/' ? '' : path}/${name}`);
    return [
      name,
      value === undefined ? { value: null, reason: 'ENOENT' } : { value, reason: null },
    ];
  });
  return { path, files: Object.fromEntries(told) };
}

function reading(): UseReading {
  const lines = parseCgroup(recorded.get('proc/cgroup') ?? '');
  const read = (path: string, { own, above }: ControllerFiles): ControllerReading => {
    const [, ...paths] = pathsUpTo(path, '/');
    const groups = paths.map((each) => group(each, above));
    return { version: 'v2', own: group(path, own), above: groups, whole: true, below: [] };
  };
  const of = (controller: Controller) => {
    const place = cgroupOf(lines, controller, ID);
    return place.value === null
      ? place
      : { value: read(place.value.path, FILES.v2[controller]), reason: null };
  };
  return {
    controllers: {
      ...{ memory: of('memory'), cpu: of('cpu'), cpuacct: of('cpuacct') },
      ...{ pids: of('pids'), io: of('io'), freezer: of('freezer') },
    },
    machine: {
      meminfo: { value: 'MemTotal: 4018140 kB\n', reason: null },
      cpus: { value: '0\n', reason: null },
    },
  };
}

it('tells of a container on v2 what its limits did, and of whom the strictest is', () => {
  const written = { value: 0, reason: null };
  expect(tellUse(reading(), written, 'v2', null)).toMatchObject({
    paths: { memory: OWN, cpu: OWN, cpuacct: OWN, pids: OWN, io: OWN, freezer: OWN },
    memory: {
      ...{ usedBytes: 2_523_136, limitBytes: 50_331_648, limitFrom: SLICE },
      ...{ peakBytes: 50_585_600, cacheBytes: 0, oomKills: 1 },
    },
    cpu: {
      ...{ usedMs: 4575.852, quotaMs: 50, periodMs: 100, limitFrom: OWN },
      ...{ periods: 101, throttledPeriods: 89, throttledMs: 4344.007 },
    },
    pids: { current: 19, threads: 19, limit: 20, limitFrom: OWN, refused: 1 },
    io: [
      {
        ...{ device: '254:0', readBytes: 4_194_304, writtenBytes: 0 },
        limits: { readBytes: { perSecond: 1_048_576, from: OWN } },
      },
    ],
    ...{ frozen: true, unreadable: { 'disk.limitBytes': 'quota-unseen' } },
  });
});
