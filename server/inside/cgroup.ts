import { cgroupRootMounted, cgroupRootSeen, type CgroupInside } from '@lib/inside/cgroup';
import type { Unreadable } from '@lib/model/unreadable';
import { parseCgroup } from '@lib/proc/cgroup';
import { parseNsLink } from '@lib/proc/ns-link';
import type { Enter } from '../enter/enter';
import type { Door } from '../enter/visit';
import { meansGone, type ProcRoot } from '../proc/read';
import { mountsOf } from './mounts';
import { parsed, tried } from './told';

/** The process that it was read through has been moved out of the cgroup that is the root. */
const OUTSIDE = 'outside-root';
/** The process is gone, or in another by now. */
const GONE = 'ESRCH';

/**
 * What a cgroup namespace isolates: where a process is, read outside and inside, differs by its root.
 * Where it cannot be entered, what the process has mounted tells it, if that was mounted inside.
 */
export async function readCgroup(
  enter: Enter,
  proc: ProcRoot,
  door: Door,
): Promise<CgroupInside & { unreadable: Unreadable }> {
  const process = String(door.pid);
  const [answer] = await enter.read(door, [`${proc.root}/${process}/cgroup`]);
  const within = parsed(answer, (bytes) => parseCgroup(new TextDecoder().decode(bytes)));
  const outside = tried(() => parseCgroup(proc.file(`${process}/cgroup`).toString()));
  if (within.reason === GONE) return untold(GONE);
  if (outside.value === null) return untold(meansGone(outside.reason) ? GONE : outside.reason);
  if (within.value !== null) {
    const root = cgroupRootSeen(outside.value, within.value);
    return root === null ? untold(OUTSIDE) : { type: 'cgroup', root, unreadable: {} };
  }
  const mounts = tried(() => mountsOf(proc, door.pid));
  // Read last: what was read before was read of who is in there now.
  const now = tried(() => parseNsLink(proc.link(`${process}/ns/cgroup`), 'cgroup'));
  if (now.value === null) return untold(meansGone(now.reason) ? GONE : now.reason);
  if (now.value !== door.namespace) return untold(GONE);
  const root = cgroupRootMounted(mounts.value ?? [], outside.value);
  return root === null ? untold(within.reason) : { type: 'cgroup', root, unreadable: {} };
}

function untold(reason: string): CgroupInside & { unreadable: Unreadable } {
  return { type: 'cgroup', root: null, unreadable: { root: reason } };
}
