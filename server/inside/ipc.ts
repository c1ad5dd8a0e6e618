import type { IpcInside, ShmMount } from '@lib/inside/ipc';
import { unreadableOf, type Told } from '@lib/inside/told';
import type { Unreadable } from '@lib/model/unreadable';
import { parseNsLink } from '@lib/proc/ns-link';
import { parseQueues, parseSegments, parseSemaphores } from '@lib/proc/sysvipc';
import type { Below } from '../below/below';
import type { Enter } from '../enter/enter';
import type { Door } from '../enter/visit';
import { meansGone, type ProcRoot } from '../proc/read';
import { reasonOf } from '../proc/reason';
import { parsed } from './told';
import { readShmMount } from './shm-mount';

/** Where it is read from. */
interface IpcSources {
  enter: Enter;
  proc: ProcRoot;
  below: Below;
}

const FILES = ['/proc/sysvipc/shm', '/proc/sysvipc/sem', '/proc/sysvipc/msg'];

/**
 * What an IPC namespace isolates, read in it: whoever reads these files elsewhere is told what is in
 * their own.
 */
export async function readIpc(
  { enter, proc, below }: IpcSources,
  door: Door,
): Promise<IpcInside & { unreadable: Unreadable }> {
  const [answers, shmMount] = await Promise.all([
    enter.read(door, FILES),
    shmMountOf(proc, below, door),
  ]);
  const told = <T>(at: number, parse: (text: string) => T): Told<T> =>
    parsed(answers[at], (bytes) => parse(new TextDecoder().decode(bytes)));
  const segments = told(0, parseSegments);
  const semaphores = told(1, parseSemaphores);
  const queues = told(2, parseQueues);
  return {
    type: 'ipc',
    segments: segments.value,
    semaphores: semaphores.value,
    queues: queues.value,
    shmMount: shmMount.value,
    unreadable: unreadableOf({
      segments: segments.reason,
      semaphores: semaphores.reason,
      queues: queues.reason,
      shmMount: shmMount.reason,
    }),
  };
}

async function shmMountOf(
  proc: ProcRoot,
  below: Below,
  door: Door,
): Promise<Told<ShmMount | null>> {
  try {
    const mount = await readShmMount(proc, below, door.pid);
    // Still the same process?
    const namespace = parseNsLink(proc.link(`${String(door.pid)}/ns/ipc`), 'ipc');
    if (namespace !== door.namespace) return { value: null, reason: 'ESRCH' };
    return mount.reason === null ? mount : notTold(mount.reason);
  } catch (error) {
    return notTold(reasonOf(error));
  }
}

function notTold(reason: string): Told<never> {
  return { value: null, reason: meansGone(reason) ? 'ESRCH' : reason };
}
