import type { Container } from '../model/container';
import { inodeOf, namespaceTypeOf, type NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { clientOf } from './engine-proof';
import { shellLine } from './shell-line';

/**
 * The command lines that show a fact to whoever doubts it. Those that read another user's
 * /proc/PID/ns or enter a namespace need root (ptrace(2) access, CAP_SYS_ADMIN), so they start with
 * `sudo`.
 */

/** namespaces(7): the link's text is the namespace's name, `pid:[4026532183]`. */
export function readLink(pid: number, type: NamespaceType): string {
  return `sudo readlink /proc/${pid}/ns/${type}`;
}

/** lsns(8): all namespaces of one type, with parent, owner and how many processes are in each. */
export function listNamespaces(type: NamespaceType): string {
  return `sudo lsns -t ${type} -o NS,PNS,ONS,NPROCS,PID,COMMAND`;
}

/** lsns(8): the processes in one namespace. */
export function listMembers(id: NamespaceId): string {
  return `sudo lsns ${inodeOf(id)}`;
}

/** What is to be seen from inside a namespace, through one of its processes. */
export function lookInside(id: NamespaceId, pid: number): string {
  const enter = `sudo nsenter -t ${pid}`;
  switch (namespaceTypeOf(id)) {
    case 'pid':
      // ps reads /proc, which belongs to the mount namespace.
      return `${enter} --pid --mount ps`;
    case 'net':
      return `${enter} --net ip addr`;
    case 'mnt':
      return `sudo cat /proc/${pid}/mountinfo`;
    case 'user':
      return idMaps(pid);
    case 'ipc':
      return `${enter} --ipc ipcs`;
    case 'uts':
      return `${enter} --uts hostname`;
    case 'cgroup':
      return `${enter} --cgroup cat /proc/self/cgroup`;
    case 'time':
      return `cat /proc/${pid}/timens_offsets`;
  }
}

/** user_namespaces(7): rows of inside, outside, length. */
export function idMaps(pid: number): string {
  return `cat /proc/${pid}/uid_map /proc/${pid}/gid_map`;
}

/** proc_pid_status(5): NSpid has the PID in each nested namespace, Uid the effective user. */
export function processStatus(pid: number): string {
  return `grep -E '^(Name|Uid|NSpid):' /proc/${pid}/status`;
}

export function inspectContainer(snapshot: Snapshot, container: Container): string {
  return shellLine([...client(snapshot, container.engine), 'inspect', nameFor(container)]);
}

/** What the configuration of a container says it joins. */
export function inspectJoins(snapshot: Snapshot, container: Container): string {
  const modes = ['Pid', 'Network', 'Ipc', 'UTS', 'Userns', 'Cgroupns'];
  const format = modes.map((mode) => `${mode}={{.HostConfig.${mode}Mode}}`).join(' ');
  const words = [...client(snapshot, container.engine), 'inspect', '--format', format];
  return shellLine([...words, nameFor(container)]);
}

export function processesInside(snapshot: Snapshot, container: Container): string {
  return shellLine([...client(snapshot, container.engine), 'exec', nameFor(container), 'ps']);
}

export function startContainer(snapshot: Snapshot, container: Container): string {
  return shellLine([...client(snapshot, container.engine), 'start', nameFor(container)]);
}

function client(snapshot: Snapshot, engineId: string): string[] {
  const engine = snapshot.engines.find((each) => each.id === engineId);
  return engine === undefined ? ['docker'] : clientOf(engine);
}

/** Its name, if it is one as engines give them: then no option and nothing to quote. Else its id. */
function nameFor(container: Container): string {
  return /^[A-Za-z0-9][\w.-]*$/.test(container.name) ? container.name : container.id;
}
