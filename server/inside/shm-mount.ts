import type { ShmMount } from '@lib/inside/ipc';
import type { Told } from '@lib/inside/told';
import type { Below } from '../below/below';
import type { ProcRoot } from '../proc/read';
import { mountsOf } from './mounts';

/**
 * The file system that a process has at /dev/shm; null where none is mounted there.
 *
 * @throws TooMuch, what the system call throws, or ProcParseError
 */
export async function readShmMount(
  proc: ProcRoot,
  below: Below,
  pid: number,
): Promise<Told<ShmMount | null>> {
  const mounts = mountsOf(proc, pid);
  // The last covers the others.
  const mount = mounts.findLast(({ mountPoint }) => mountPoint === '/dev/shm');
  return mount?.fsType === 'tmpfs' ? below.shm(pid) : { value: null, reason: null };
}
