import { mustRun } from '../e2e/harness/command';
import type { NamespaceType } from '../lib/model/namespace-type';

/** What each type isolates, and a command that tells as much through a process in it. */
export const WITNESSES = {
  pid: (pid) => ['lsns', '-J', '-t', 'pid', '-p', String(pid)],
  net: (pid) => ['nsenter', '-t', String(pid), '-n', 'ip', '-j', 'addr'],
  mnt: (pid) => ['findmnt', '-J', '-N', String(pid)],
  user: (pid) => ['cat', `/proc/${pid}/uid_map`],
  ipc: (pid) => ['nsenter', '-t', String(pid), '-i', 'ipcs'],
  uts: (pid) => ['nsenter', '-t', String(pid), '-u', 'hostname'],
  cgroup: (pid) => ['nsenter', '-t', String(pid), '-C', 'cat', '/proc/self/cgroup'],
  time: (pid) => ['cat', `/proc/${pid}/timens_offsets`],
} satisfies Record<NamespaceType, (pid: number) => string[]>;

/** Milliseconds that a command takes to its end. */
export async function timeOf([program = '', ...args]: readonly string[]): Promise<number> {
  const from = performance.now();
  await mustRun(program, args);
  return performance.now() - from;
}
