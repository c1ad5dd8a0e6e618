import type { Container } from '../model/container';
import { inodeOf, namespaceTypeOf, type NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { clientOf, type Client } from './engine-client';
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

/** The same of several, a line each. */
export function readLinks(pids: readonly number[], type: NamespaceType): string {
  return `sudo readlink ${pids.map((pid) => `/proc/${pid}/ns/${type}`).join(' ')}`;
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
      return timeOffsets(pid);
  }
}

/** user_namespaces(7): rows of inside, outside, length. */
export function idMaps(pid: number): string {
  return `cat /proc/${pid}/uid_map /proc/${pid}/gid_map`;
}

/** user_namespaces(7): may the processes of its user namespace change their groups? */
export function setgroups(pid: number): string {
  return `cat /proc/${pid}/setgroups`;
}

/** resolv.conf(5), as the process has it. */
export function resolvConf(pid: number): string {
  return `sudo nsenter -t ${pid} -m cat /etc/resolv.conf`;
}

/** passwd(5), as the process has it. */
export function namesInside(pid: number): string {
  return `sudo nsenter -t ${pid} -m cat /etc/passwd`;
}

/** findmnt(8): the mounts that a process sees, with which of them hear of others' changes. */
export function mountsInside(pid: number): string {
  return `sudo findmnt -N ${pid} -o TARGET,FSTYPE,SOURCE,OPTIONS,PROPAGATION`;
}

/** proc_pid_mountinfo(5): the fourth field is the cgroup that is mounted. */
export function cgroupMounts(pid: number): string {
  return `grep cgroup /proc/${pid}/mountinfo`;
}

/** ip-address(8): the devices of its network, with their addresses. */
export function devicesInside(pid: number): string {
  return `sudo nsenter -t ${pid} --net ip -d addr`;
}

/** proc_pid_net(5): what has come in from others, by each device of its network. */
export function receivedBy(pid: number): string {
  return `awk '/:/ && !/lo:/ {print $1, $2, "bytes", $3, "packets"}' /proc/${pid}/net/dev`;
}

/** ss(8): the sockets that listen in its network, with their processes. */
export function listeningInside(pid: number): string {
  return `sudo nsenter -t ${pid} --net ss -lntup`;
}

/** ip-route(8) */
export function routesInside(pid: number): string {
  return `sudo nsenter -t ${pid} --net sh -c 'ip route; ip -6 route'`;
}

/** nft(8): the tables of its network with all of their rules; those of the older iptables by its own program. */
export function firewallInside(pid: number, older: boolean): string {
  return `sudo nsenter -t ${pid} --net ${older ? 'iptables-legacy-save' : 'nft list ruleset'}`;
}

/** ipcs(1): shared memory, semaphores and queues of its IPC namespace. */
export function ipcInside(pid: number): string {
  return `sudo nsenter -t ${pid} --ipc ipcs`;
}

/** df(1), of the file system that it has at /dev/shm. */
export function shmMount(pid: number): string {
  return `sudo df /proc/${pid}/root/dev/shm`;
}

export function hostnameInside(pid: number): string {
  return `sudo nsenter -t ${pid} --uts hostname`;
}

/** time_namespaces(7): clock, seconds, nanoseconds. */
export function timeOffsets(pid: number): string {
  return `cat /proc/${pid}/timens_offsets`;
}

/** proc_pid_status(5): NSpid has the PID in each nested namespace, Uid the effective user. */
export function processStatus(pid: number): string {
  return `grep -E '^(Name|Uid|NSpid):' /proc/${pid}/status`;
}

/** proc_pid_cgroup(5): the path of its cgroup, which whoever manages it has named. */
export function cgroupPath(pid: number): string {
  return `cat /proc/${pid}/cgroup`;
}

/** The command of a process, and who started it. */
export function commandOfProcess(pid: number): string {
  return `ps -o pid,ppid,comm,args -p ${pid}`;
}

/** proc_pid_status(5): its number in each PID namespace from the reader's down to its own. */
export function nestedNumbers(pid: number): string {
  return `grep NSpid: /proc/${pid}/status`;
}

type Field = 'pid' | 'comm' | 'state' | 'uid';

/** ps(1): one field of one process. */
export function processField(pid: number, field: Field): string {
  return processFields(pid, [field]);
}

/** The same of several, beside each other. */
export function processFields(pid: number, fields: readonly Field[]): string {
  return `ps -o ${fields.map((field) => `${field}=`).join(' -o ')} -p ${pid}`;
}

/** ps(1) shows a user as the user namespace numbers it that ps is in itself; its own cannot be entered (setns(2)). */
export function uidInside(pid: number): string {
  return `sudo nsenter -t ${pid} --user ${processField(pid, 'uid')}`;
}

/** proc_pid_status(5): its capabilities as masks, seccomp and no_new_privs. */
export function processRights(pid: number): string {
  return `grep -E '^(Cap|NoNewPrivs|Seccomp)' /proc/${pid}/status`;
}

/** capsh(1): the capabilities that are in effect, by name. */
export function capabilitiesByName(pid: number): string {
  return `capsh --decode=$(awk '/^CapEff/ {print $2}' /proc/${pid}/status)`;
}

/** proc_pid_attr(5): what the security module calls it. */
export function securityLabel(pid: number): string {
  return `cat /proc/${pid}/attr/current`;
}

/** proc_pid_syscall(5): the number of the call first. */
export function systemCall(pid: number): string {
  return `sudo cat /proc/${pid}/syscall`;
}

/** proc_pid_wchan(5) */
export function waitsIn(pid: number): string {
  return `sudo cat /proc/${pid}/wchan`;
}

/** proc_pid_fd(5): its open files that are of namespaces. */
export function namespaceFiles(pid: number): string {
  return `sudo ls -l /proc/${pid}/fd | grep -E '(${NAMESPACE_TYPES.join('|')}):'`;
}

/** proc_pid_limits(5) */
export function processLimits(pid: number): string {
  return `cat /proc/${pid}/limits`;
}

/** proc_cpuinfo(5): the flag that a hypervisor is below, of the first processor that has it; without it, nothing. */
export function hypervisorFlag(): string {
  return 'grep -ow -m1 hypervisor /proc/cpuinfo';
}

/** What a client that takes Docker's words is told about one container, whose name, or its id, comes last. */
export function clientLine(
  snapshot: Snapshot,
  container: Container,
  ...words: readonly string[]
): string {
  return shellLine([...client(snapshot, container).words, ...words, nameFor(snapshot, container)]);
}

export function inspectContainer(snapshot: Snapshot, container: Container): string {
  switch (client(snapshot, container).speaks) {
    case 'crictl':
      // To Kubernetes' client what holds a pod is no container.
      return clientLine(snapshot, container, container.role === 'pause' ? 'inspectp' : 'inspect');
    case 'ctr':
      return clientLine(snapshot, container, 'containers', 'info');
    case 'docker':
      return clientLine(snapshot, container, 'inspect');
  }
}

/** What the configuration of a container says it joins. */
export function inspectJoins(snapshot: Snapshot, container: Container): string {
  // The others tell the whole of it, and not in Docker's words.
  if (client(snapshot, container).speaks !== 'docker') return inspectContainer(snapshot, container);
  const modes = ['Pid', 'Network', 'Ipc', 'UTS', 'Userns', 'Cgroupns'];
  const format = modes.map((mode) => `${mode}={{.HostConfig.${mode}Mode}}`).join(' ');
  return clientLine(snapshot, container, 'inspect', '--format', format);
}

/** What made its image; entries that made no layer are among them. @param image its name, or its id */
export function imageHistory(
  snapshot: Snapshot,
  container: Pick<Container, 'engine' | 'within'>,
  image: string,
): string {
  const digits = image.replace(/^sha256:/, '').slice(0, 12);
  return shellLine([...client(snapshot, container).words, 'history', '--no-trunc', digits]);
}

/** The ids of the layers of images, a line for each image, the lowest layer first. */
export function imageLayers(
  snapshot: Snapshot,
  of: Pick<Container, 'engine' | 'within'>,
  images: readonly string[],
): string {
  const format = ['--format', '{{.RootFS.Layers}}'];
  return shellLine([...client(snapshot, of).words, 'image', 'inspect', ...format, ...images]);
}

/** What of the host a volume is made of. */
export function volumeDevice(snapshot: Snapshot, container: Container, volume: string): string {
  const format = ['--format', '{{.Options.device}}'];
  return shellLine([...client(snapshot, container).words, 'volume', 'inspect', ...format, volume]);
}

/** What it has written into a layer of its own; Docker's client tells behind that all of its layers. */
export function writtenSize(snapshot: Snapshot, container: Container): string {
  const { speaks, words } = client(snapshot, container);
  switch (speaks) {
    case 'crictl':
      return clientLine(snapshot, container, 'stats');
    case 'ctr':
      // The layer of a container goes by the container's name.
      return clientLine(snapshot, container, 'snapshots', 'usage');
    case 'docker': {
      const filter = ['--filter', `id=${container.id.slice(0, 12)}`];
      return shellLine([...words, 'ps', '--size', ...filter]);
    }
  }
}

/** The ports of it that are published. */
export function publishedPorts(snapshot: Snapshot, container: Container): string {
  return clientLine(snapshot, container, 'port');
}

export function processesInside(snapshot: Snapshot, container: Container): string {
  return execInside(snapshot, container, 'ps');
}

/** A program that is run in it. */
export function execInside(snapshot: Snapshot, container: Container, ...program: string[]): string {
  const { speaks, words } = client(snapshot, container);
  // containerd wants a name for whatever is run in a container.
  const exec = speaks === 'ctr' ? ['task', 'exec', '--exec-id', 'nsview'] : ['exec'];
  return shellLine([...words, ...exec, nameFor(snapshot, container), ...program]);
}

/** Starts it again; null: by hand nobody does, as of what Kubernetes runs, which has another made in its place. */
export function startContainer(snapshot: Snapshot, container: Container): string | null {
  switch (client(snapshot, container).speaks) {
    case 'crictl':
      return null;
    case 'ctr': {
      const start = clientLine(snapshot, container, 'task', 'start', '--detach');
      // What is left of a task that has ended is in the way of another.
      return `${clientLine(snapshot, container, 'task', 'rm')}; ${start}`;
    }
    case 'docker':
      return clientLine(snapshot, container, 'start');
  }
}

function client(snapshot: Snapshot, container: Pick<Container, 'engine' | 'within'>): Client {
  const engine = engineOf(snapshot, container);
  return engine === undefined
    ? { speaks: 'docker', words: ['docker'] }
    : clientOf(engine, container.within);
}

function engineOf({ engines }: Snapshot, { engine: id }: Pick<Container, 'engine'>) {
  return engines.find((each) => each.id === id);
}

/** Its name, if it is one as engines give them: then no option and nothing to quote. Else its id. */
function nameFor(snapshot: Snapshot, container: Container): string {
  const { id, name, within } = container;
  // Of one name there is a container in many a pod, and containerd knows none.
  if (client(snapshot, container).speaks !== 'docker') {
    // What containerd has under any name is told after its namespace.
    return within === undefined ? id : id.slice(id.lastIndexOf('/') + 1);
  }
  return /^[A-Za-z0-9][\w.-]*$/.test(name) ? name : id;
}
