import { existsSync, readFileSync } from 'node:fs';

/* Cgroups as the machine's own mounts have them: cgroups(7). */

const MOUNT = '/sys/fs/cgroup';

/** Which versions there are. A controller is in one of them for the whole machine. */
export function cgroupVersions(): 'v1' | 'v2' | 'hybrid' {
  if (existsSync(`${MOUNT}/cgroup.controllers`)) return 'v2';
  return existsSync(`${MOUNT}/unified`) ? 'hybrid' : 'v1';
}

/** The path of the cgroup of a process. @param controller of v1; on v2 there is one path for all */
export function cgroupPath(pid: number, controller: string): string {
  const named = cgroupVersions() === 'v2' ? '' : controller;
  for (const line of readFileSync(`/proc/${pid}/cgroup`, 'utf8').trim().split('\n')) {
    const [, controllers = '', ...path] = line.split(':');
    if (controllers.split(',').includes(named)) return path.join(':');
  }
  throw new Error(`process ${pid} is in no cgroup of ${controller}`);
}

/** What a file of that cgroup says. @param v2 its name on v2, where that is another */
export function cgroupFile(pid: number, controller: string, name: string, v2 = name): string {
  const path = cgroupPath(pid, controller);
  const file =
    cgroupVersions() === 'v2' ? `${MOUNT}${path}/${v2}` : `${MOUNT}/${controller}${path}/${name}`;
  return readFileSync(file, 'utf8').trim();
}

/** What limits did, as the kernel counts it: files and fields. */
const COUNTS = {
  oomKills: ['oom_kill', 'memory', 'memory.oom_control', 'memory.events'],
  refused: ['max', 'pids', 'pids.events'],
  throttled: ['nr_throttled', 'cpu', 'cpu.stat'],
} as const;

/** How often a limit did that to the cgroup of a process. */
export function cgroupCount(pid: number, what: keyof typeof COUNTS): number {
  const [field, controller, name, v2] = COUNTS[what];
  return fieldOf(cgroupFile(pid, controller, name, v2), field);
}

/** A number of a file with a field in each line. */
export function fieldOf(text: string, field: string): number {
  const line = text.split('\n').find((each) => each.startsWith(`${field} `));
  return Number(line?.split(' ')[1]);
}
