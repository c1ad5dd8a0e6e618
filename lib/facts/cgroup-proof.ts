import { shellLine } from '../shell/shell-line';
import type { Controller, Use } from '../use/use';

/** The files of each controller in both versions of cgroups, cgroups(7) and the kernel's cgroup-v2 document. */
const FILES: Readonly<Record<'memory' | 'cpu' | 'pids' | 'io', { v1: string[]; v2: string[] }>> = {
  memory: {
    v1: ['usage_in_bytes', 'limit_in_bytes', 'max_usage_in_bytes', 'oom_control'],
    v2: ['current', 'max', 'peak', 'events'],
  },
  cpu: { v1: ['cfs_quota_us', 'cfs_period_us', 'stat'], v2: ['max', 'stat'] },
  pids: { v1: ['current', 'max', 'events'], v2: ['current', 'max', 'events'] },
  io: { v1: ['throttle.io_service_bytes'], v2: ['stat', 'max'] },
};

/** Where version 1 has the controllers of another name. */
const MOUNTED: Partial<Record<Controller, string>> = { io: 'blkio' };

/**
 * The command that shows what a container uses and may use, from its cgroup's files; null where it is not known
 * where that is.
 */
export function readCgroup(
  { cgroups, paths }: Pick<Use, 'cgroups' | 'paths'>,
  controller: keyof typeof FILES,
): string | null {
  const path = paths[controller];
  if (cgroups === null || path === undefined) return null;
  const { v1, v2 } = FILES[controller];
  const isV2 = cgroups === 'v2';
  const name = isV2 ? controller : (MOUNTED[controller] ?? controller);
  const folder = isV2 ? `/sys/fs/cgroup${path}` : `/sys/fs/cgroup/${name}${path}`;
  const files = (isV2 ? v2 : v1).map((file) => `${name}.${file}`);
  return shellLine(['grep', '.', ...files.map((file) => `${folder.replace(/\/$/, '')}/${file}`)]);
}
