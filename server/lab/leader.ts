import { readFileSync } from 'node:fs';
import { Refusal } from './refusal';
import { labelled } from './things';
import type { Surroundings } from './surroundings';

/**
 * The PID of the first process of a container of the lesson, as this machine numbers it: the daemon says so, and the
 * kernel that the process is in the container's cgroup.
 * @throws Refusal where it is not the lesson's, does not run, or is not known by that number here
 */
export async function leaderOf(
  { docker, signal }: Surroundings,
  container: string,
): Promise<number> {
  const { id, pid } = await labelled(docker, 'container', container, signal);
  if (pid === 0) throw new Refusal({ code: 'not-running', what: container });
  if (!cgroupsOf(pid).includes(id)) {
    // A daemon in a PID namespace numbers as nobody else does.
    throw new Refusal({ code: 'not-there', what: `PID ${String(pid)} (${container})` });
  }
  return pid;
}

function cgroupsOf(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/cgroup`, 'utf8');
  } catch {
    return ''; // It has ended, or is not to be seen: then it is not known to be the container's.
  }
}
