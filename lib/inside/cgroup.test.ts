import { expect, it } from 'vitest';
import type { CgroupLine } from '../proc/cgroup';
import type { Mount } from '../proc/mountinfo';
import { cgroupRoot } from './cgroup';

const mounted = (fsType: string, root: string): Mount => ({
  root,
  mountPoint: '/sys/fs/cgroup',
  fsType,
  superOptions: ['rw'],
});
const at = (path: string): CgroupLine[] => [{ hierarchy: 0, controllers: [], path }];
const ID = '/docker/4f5c';

it.each<[string, Mount[], CgroupLine[], string | null]>([
  ['its own cgroup is the root', [mounted('cgroup2', ID)], at(ID), ID],
  ['it is below the root', [mounted('cgroup', ID)], at(`${ID}/inner`), ID],
  ['the machine’s root', [mounted('cgroup2', '/')], at(ID), '/'],
  ['in the machine’s root', [mounted('cgroup2', '/')], at('/'), '/'],
  ['beside what is mounted', [mounted('cgroup2', '/docker/4f5')], at(ID), null],
  ['nothing mounted', [mounted('proc', '/')], at(ID), null],
  ['a kernel without cgroups', [mounted('cgroup2', '/')], [], null],
  ['above the reader’s', [mounted('cgroup2', '/..')], at('/../x'), '/..'],
])('%s', (_name, mounts, lines, expected) => {
  expect(cgroupRoot(mounts, lines)).toBe(expected);
});
