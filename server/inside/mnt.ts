import { mountsInside, type MntInside } from '@lib/inside/mnt';
import type { Residents } from '@lib/inside/reading';
import { unreadableOf, type Told } from '@lib/inside/told';
import type { Unreadable } from '@lib/model/unreadable';
import type { Mount } from '@lib/proc/mountinfo';
import { parseNsLink } from '@lib/proc/ns-link';
import { meansGone, type ProcRoot } from '../proc/read';
import { reasonOf, TOO_MANY } from '../proc/reason';
import { mountsOf } from './mounts';
import { tried } from './told';

/** What was read of a mount namespace, and through which process; null where none would do. */
export type MntReading = Omit<MntInside, 'landmarks'> & {
  through: number | null;
  unreadable: Unreadable;
};

/** So many processes are asked for their root, which costs little, and so many for their mounts. */
const ASKED_FOR_ROOT = 256;
const TRIED = 8;

/** Nobody is in it any more. */
const NO_PROCESS = 'ESRCH';

/** The namespace as one of its processes sees it. */
interface View {
  pid: number;
  mounts: Mount[];
  /** What it has for `/`: all mounts are below it. */
  root: string;
}

/**
 * Which file systems are where in a namespace, read through one of its processes whose root is the
 * namespace's own; where all have another (chroot), through the one that sees the most.
 *
 * @param of who is in it; one that has left it, or whose number is another's by now, tells nothing
 * @param host who sees the paths of the host, which tell where the host has what is bound; null: nobody known
 */
export function readMnt(proc: ProcRoot, of: Residents, host: Residents | null): MntReading {
  const { value: view, reason } = viewOf(proc, of);
  if (view === null) {
    const unreadable = { mounts: reason, root: reason };
    return { type: 'mnt', mounts: null, root: null, through: null, unreadable };
  }
  const outside = hostView(proc, { of, view }, host);
  return {
    type: 'mnt',
    mounts: mountsInside(view.mounts, outside.value?.mounts ?? null),
    root: view.root,
    through: view.pid,
    unreadable: unreadableOf({ 'mounts.hostPath': outside.reason }),
  };
}

/** The host's view may be the one that was read just now. */
function hostView(
  proc: ProcRoot,
  known: { of: Residents; view: View },
  host: Residents | null,
): Told<View> {
  if (host === null) return { value: null, reason: NO_PROCESS };
  if (host.namespace === known.of.namespace) return { value: known.view, reason: null };
  return viewOf(proc, host);
}

function viewOf(proc: ProcRoot, { namespace, pids }: Residents): Told<View> {
  let best: View | null = null;
  let reason = NO_PROCESS;
  const failed = (why: string) => {
    reason = meansGone(why) ? NO_PROCESS : why;
  };
  for (const { pid, root } of wholeFirst(proc, pids, failed)) {
    const { value: mounts, reason: why } = tried(() => mountsOf(proc, pid));
    // Read last: what was read before was read of who is in there now.
    const now = tried(() => parseNsLink(proc.link(`${String(pid)}/ns/mnt`), 'mnt'));
    if (now.value === null) failed(now.reason);
    if (now.value !== namespace) continue;
    if (mounts === null) failed(why);
    // Whoever else is in it has as many, and to read them is what costs.
    if (why === TOO_MANY) break;
    if (mounts === null) continue;
    if (best === null || mounts.length > best.mounts.length) best = { pid, root, mounts };
    if (root === '/' && mounts.length > 0) break;
  }
  return best === null ? { value: null, reason } : { value: best, reason: null };
}

/** Those to be tried, before the others who see the whole: their root is the namespace's own. */
function wholeFirst(
  proc: ProcRoot,
  pids: readonly number[],
  failed: (why: string) => void,
): { pid: number; root: string }[] {
  const whole: { pid: number; root: string }[] = [];
  const parts: { pid: number; root: string }[] = [];
  for (const pid of pids.slice(0, ASKED_FOR_ROOT)) {
    try {
      const root = proc.link(`${String(pid)}/root`);
      (root === '/' ? whole : parts).push({ pid, root });
    } catch (error) {
      failed(reasonOf(error));
    }
    if (whole.length === TRIED) break;
  }
  return [...whole, ...parts].slice(0, TRIED);
}
