import type { Mount } from './mountinfo';

/**
 * What a /proc shows of other users' processes: `noaccess` (1) their numbers only, `invisible` (2)
 * not even these, `ptraceable` (4) those that one may trace. Source: proc(5), hidepid.
 */
export type Hidepid = 'noaccess' | 'invisible' | 'ptraceable';

/** Linux 5.8 and later write the name, those before it the number. */
const BY_OPTION = new Map<string, Hidepid>([
  ['hidepid=1', 'noaccess'],
  ['hidepid=noaccess', 'noaccess'],
  ['hidepid=2', 'invisible'],
  ['hidepid=invisible', 'invisible'],
  ['hidepid=4', 'ptraceable'],
  ['hidepid=ptraceable', 'ptraceable'],
]);

/** How the /proc at `mountPoint` is mounted, the last one where several lie one over the other. */
export function hidepidOf(mounts: readonly Mount[], mountPoint: string): Hidepid | null {
  const proc = mounts.findLast((mount) => mount.mountPoint === mountPoint);
  if (proc?.fsType !== 'proc') return null;
  for (const option of proc.superOptions) {
    const hidepid = BY_OPTION.get(option);
    if (hidepid !== undefined) return hidepid;
  }
  return null;
}
