import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseCgroup } from '../proc/cgroup';
import { cgroupOf, pathsUpTo } from './cgroup-path';
import { FILES, type ControllerFiles } from './files';
import type { ControllerReading, Group, UseReading } from './reading';
import { tellUse } from './tell-use';
import { CONTROLLERS, type Controller } from './use';

/* What a kernel wrote, on a machine of its own with cgroups of v2: fixtures/v2/README.md. */

const ID = 'a1'.repeat(32);
const OWN = `/system.slice/docker-${ID}.scope`;
const RECORDED = join(import.meta.dirname, 'fixtures/v2');

const recorded = new Map(
  readFileSync(`${RECORDED}/files.txt`, 'utf8')
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
  const { memory, cpu, pids, io, frozen, paths, unreadable } = tellUse(
    reading(),
    { value: 0, reason: null },
    'v2',
    null,
  );
  const told: unknown = JSON.parse(readFileSync(`${RECORDED}/told.json`, 'utf8'));
  expect({ memory, cpu, pids, io, frozen }).toEqual(told);
  expect(paths).toEqual(Object.fromEntries(CONTROLLERS.map((each) => [each, OWN])));
  expect(unreadable).toEqual({ 'disk.limitBytes': 'quota-unseen' });
});
