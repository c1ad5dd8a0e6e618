import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseCgroup } from '../proc/cgroup';
import { cgroupOf, pathsUpTo } from './cgroup-path';
import { FILES, LIMITING, type ControllerFiles } from './files';
import type { ControllerReading, Group, UseReading } from './reading';
import { tellLimits } from './tell-limits';
import { tellUse } from './tell-use';
import { CONTROLLERS, type Controller } from './use';

/* What kernels wrote, on machines of their own with cgroups of v2: README.md in each folder of fixtures. */

const ID = 'a1'.repeat(32);
const SLICE = '/system.slice';
const OWN = `${SLICE}/docker-${ID}.scope`;
const WRITABLE = { bytes: { value: 0, reason: null }, limit: { value: null, reason: null } };
const FIXTURES = join(import.meta.dirname, 'fixtures');

type Recorded = ReadonlyMap<string, string>;

function recordedIn(file: string): Recorded {
  const parts = readFileSync(join(FIXTURES, file), 'utf8').split(/^@@ /m);
  return new Map(
    parts.slice(1).map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1)] as const;
    }),
  );
}

function group(recorded: Recorded, path: string, names: readonly string[]): Group {
  const told = names.map((name) => {
    const value = recorded.get(`${path === '/' ? '' : path}/${name}`);
    return [
      name,
      value === undefined ? { value: null, reason: 'ENOENT' } : { value, reason: null },
    ];
  });
  return { path, files: Object.fromEntries(told) };
}

/** What a reader tells of what is recorded. @param within names of the cgroups in the container's */
function readingOf(recorded: Recorded, within: readonly string[] = [], read = FILES): UseReading {
  const lines = parseCgroup(recorded.get('proc/cgroup') ?? '');
  const mounts = recorded.get('proc/mounts') ?? '';
  const readAt = (path: string, files: ControllerFiles): ControllerReading => {
    const [, ...paths] = pathsUpTo(path, '/');
    return {
      ...{ version: 'v2', whole: true, localPidsEvents: /\bpids_localevents\b/.test(mounts) },
      own: group(recorded, path, files.own),
      above: paths.map((each) => group(recorded, each, files.above)),
      below: within.map((name) => group(recorded, `${path}/${name}`, files.below)),
    };
  };
  const of = (controller: Controller) => {
    const place = cgroupOf(lines, controller, { id: ID });
    return place.value === null
      ? place
      : { value: readAt(place.value.path, read.v2[controller]), reason: null };
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
    // Not of a cgroup, and not recorded with them.
    network: { value: 'Inter-|\n face |\n', reason: null },
  };
}

it('tells of a container on v2 what its limits did, and of whom the strictest is', () => {
  const { memory, cpu, pids, io, frozen, paths, unreadable } = tellUse(
    readingOf(recordedIn('v2/files.txt')),
    WRITABLE,
    'v2',
    null,
  );
  const told: unknown = JSON.parse(readFileSync(join(FIXTURES, 'v2/told.json'), 'utf8'));
  expect({ memory, cpu, pids, io, frozen }).toEqual(told);
  expect(paths).toEqual(Object.fromEntries(CONTROLLERS.map((each) => [each, OWN])));
  expect(unreadable).toEqual({});
});

it('tells what limits one of few files as it does of all', () => {
  const recorded = recordedIn('v2/files.txt');
  const { memory, pids } = tellUse(readingOf(recorded), WRITABLE, 'v2', null);
  expect(tellLimits(readingOf(recorded, [], LIMITING).controllers)).toEqual({
    memory: { limitBytes: memory.limitBytes, limitFrom: memory.limitFrom },
    pids: { limit: pids.limit, limitFrom: pids.limitFrom },
    unreadable: {},
  });
});

it.each([
  ['each where it was tried', '6.1.txt'],
  ['each where the limit was, and above', '6.12.txt'],
  ['mounted so that it counts as older ones', '6.12-localevents.txt'],
])('tells of all forks that were refused: %s', (_, file) => {
  const recorded = recordedIn(`v2-refused/${file}`);
  const { pids } = tellUse(readingOf(recorded, ['inner', 'other']), WRITABLE, 'v2', null);
  // Three for the limit of one within, two for its own and one for that of the slice.
  expect(pids).toEqual({ current: 3, threads: 3, limit: 4, limitFrom: SLICE, refused: 6 });
});
