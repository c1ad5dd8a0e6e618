import { expect, it } from 'vitest';
import type { CgroupLine } from '../proc/cgroup';
import { parseMountinfo, type Mount } from '../proc/mountinfo';
import { cgroupRootMounted, cgroupRootSeen } from './cgroup';

const mounted = (fsType: string, root: string): Mount[] =>
  parseMountinfo(`39 31 0:36 ${root} /sys/fs/cgroup rw - ${fsType} cgroup rw`);
const at = (path: string, hierarchy = 0): CgroupLine => ({ hierarchy, controllers: [], path });
const ID = '/docker/4f5c';

it.each<[string, CgroupLine[], CgroupLine[], string | null]>([
  ['it is in the root', [at(ID)], [at('/')], ID],
  ['it is below the root', [at(`${ID}/inner`)], [at('/inner')], ID],
  ['a cgroup below that is called as the one above', [at('/a/a')], [at('/a')], '/a'],
  ['the machine’s root', [at(ID)], [at(ID)], '/'],
  ['the machine’s root, and in it', [at('/')], [at('/')], '/'],
  ['it was moved out of the root', [at('/other')], [at('/../other')], null],
  ['a kernel without cgroups', [], [], null],
  ['the hierarchy that tells most', [at('/', 0), at(ID, 8)], [at('/', 0), at('/', 8)], ID],
  ['that hierarchy is not told inside', [at(ID, 8)], [at('/', 0)], null],
])('seen from both sides: %s', (_name, outside, inside, expected) => {
  expect(cgroupRootSeen(outside, inside)).toBe(expected);
});

it.each<[string, Mount[], CgroupLine[], string | null]>([
  ['its own cgroup is the root', mounted('cgroup2', ID), [at(ID)], ID],
  ['it is below the root', mounted('cgroup', ID), [at(`${ID}/inner`)], ID],
  ['all of the machine’s, which was mounted outside', mounted('cgroup2', '/'), [at(ID)], null],
  ['that, and its own', [...mounted('cgroup', '/'), ...mounted('cgroup', ID)], [at(ID)], ID],
  ['beside what is mounted', mounted('cgroup2', '/docker/4f5'), [at(ID)], null],
  ['nothing mounted', mounted('proc', '/'), [at(ID)], null],
  ['a kernel without cgroups', mounted('cgroup2', ID), [], null],
  ['above the reader’s', mounted('cgroup2', '/..'), [at('/../x')], '/..'],
])('by what is mounted: %s', (_name, mounts, lines, expected) => {
  expect(cgroupRootMounted(mounts, lines)).toBe(expected);
});
