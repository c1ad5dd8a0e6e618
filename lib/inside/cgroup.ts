import * as z from 'zod/mini';
import { tellingPath, type CgroupLine } from '../proc/cgroup';
import type { Mount } from '../proc/mountinfo';

/** What a cgroup namespace isolates: which cgroup it calls `/`. */
export const cgroupInsideSchema = z.object({
  type: z.literal('cgroup'),
  /** That cgroup, by its path as the reader sees it. */
  root: z.nullable(z.string()),
});

/**
 * The root, read from what a process of the namespace has mounted and where it is: a hierarchy that was
 * mounted in there begins with it. Null where none is mounted, or only a part that the process is not
 * in.
 */
export function cgroupRoot(mounts: readonly Mount[], lines: readonly CgroupLine[]): string | null {
  const own = tellingPath([...lines]);
  if (own === null) return null;
  const roots = mounts
    .filter(({ fsType }) => fsType === 'cgroup' || fsType === 'cgroup2')
    .map(({ root }) => root);
  return (
    roots.find((root) => root === own || own.startsWith(root === '/' ? '/' : `${root}/`)) ?? null
  );
}
