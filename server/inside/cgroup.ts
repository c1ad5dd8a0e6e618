import { cgroupRootMounted, cgroupRootSeen, type CgroupInside } from '@lib/inside/cgroup';
import type { Unreadable } from '@lib/model/unreadable';
import { parseCgroup } from '@lib/proc/cgroup';
import { parseMountinfo } from '@lib/proc/mountinfo';
import type { Enter } from '../enter/enter';
import type { Door } from '../enter/visit';
import { meansGone, type ProcRoot } from '../proc/read';
import { parsed, tried } from './told';

/** The process that it was read through has been moved out of the cgroup that is the root. */
const OUTSIDE = 'outside-root';

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
  if (outside.value === null) return untold(meansGone(outside.reason) ? 'ESRCH' : outside.reason);
  if (within.value !== null) {
    const root = cgroupRootSeen(outside.value, within.value);
    return root === null ? untold(OUTSIDE) : { type: 'cgroup', root, unreadable: {} };
  }
  const mounts = tried(() => parseMountinfo(proc.records(`${process}/mountinfo`).toString()));
  const root = cgroupRootMounted(mounts.value ?? [], outside.value);
  return root === null ? untold(within.reason) : { type: 'cgroup', root, unreadable: {} };
}

function untold(reason: string): CgroupInside & { unreadable: Unreadable } {
  return { type: 'cgroup', root: null, unreadable: { root: reason } };
}
