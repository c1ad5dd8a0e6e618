import * as z from 'zod/mini';
import { tellingPath, type CgroupLine } from '../proc/cgroup';
import type { Mount } from '../proc/mountinfo';

/** What a cgroup namespace isolates: which cgroup it calls `/`. */
export const cgroupInsideSchema = z.object({
  type: z.literal('cgroup'),
  /** That cgroup, by its path as the reader sees it. */
  root: z.nullable(z.string()),
});
export type CgroupInside = z.infer<typeof cgroupInsideSchema>;

/**
 * The root, by where one process is as it is seen from outside and from inside: what is before the way that
 * both have in common.
 *
 * @param outside /proc/PID/cgroup as the reader sees it @param inside the same in the namespace
 * @returns null where no hierarchy tells it: the process is not below the root (`/../…`)
 */
export function cgroupRootSeen(
  outside: readonly CgroupLine[],
  inside: readonly CgroupLine[],
): string | null {
  const own = tellingPath([...outside]);
  const hierarchy = outside.find(({ path }) => path === own)?.hierarchy;
  const within = inside.find((line) => line.hierarchy === hierarchy)?.path;
  if (own === null || within === undefined) return null;
  if (within === '/') return own;
  return own.endsWith(within) ? own.slice(0, -within.length) || '/' : null;
}

/**
 * The root, read from what a process of the namespace has mounted and where it is: a hierarchy that was
 * mounted in there begins with it. Null where none is mounted, only a part that the process is not in, or
 * all of the machine's: that was mounted outside, and given to it.
 */
export function cgroupRootMounted(
  mounts: readonly Mount[],
  lines: readonly CgroupLine[],
): string | null {
  const own = tellingPath([...lines]);
  if (own === null) return null;
  const roots = mounts
    .filter(({ fsType, root }) => (fsType === 'cgroup' || fsType === 'cgroup2') && root !== '/')
    .map(({ root }) => root);
  return roots.find((root) => root === own || own.startsWith(`${root}/`)) ?? null;
}
