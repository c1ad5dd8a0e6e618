import type { NameSource } from '../../sandboxes/name';
import { listed, type Sentence } from './sentence';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const processes = (n: number) => counted(n, 'process', 'processes');

/** What it is, in a word: what manages it, or that nobody is known to. */
const kinds: Record<NameSource, string> = {
  lxc: 'LXC',
  machine: 'machine',
  snap: 'snap',
  flatpak: 'Flatpak',
  unit: 'unit',
  command: 'sandbox',
};

const namedBy: Record<NameSource, string> = {
  lxc: 'Its cgroup names it: a container of LXC, LXD or Incus. nsview does not ask these.',
  machine: 'Its cgroup names it: a machine of systemd’s (nspawn, libvirt).',
  snap: 'Its cgroup names it: an application of a snap.',
  flatpak: 'Its cgroup names it: an application of Flatpak.',
  unit: 'Its cgroup names it: a unit of systemd that gives its processes namespaces of their own.',
  command: 'Its topmost command names it, for no cgroup tells what made it.',
};

/** Processes of no container in namespaces other than the host's. */
export const sandboxes = {
  title: 'Sandboxes',
  /** Above rows of them, beside their number. */
  heading: 'Outside of containers',
  choice: 'Sandboxes: namespaces of no container',
  what: 'Processes of no container that are together in namespaces other than the host’s.',
  kinds,
  namedBy,
  namedByTitle: 'Name from',
  pid: (pid: number) => `PID ${pid}`,
  count: (n: number) => counted(n, 'sandbox', 'sandboxes'),
  detail: (kind: NameSource, pid: number, n: number) =>
    `${kinds[kind]} · PID ${pid} · ${processes(n)}`,
  /** What is said of one to who does not see it. @param own the types in which it is not in the host's namespace */
  sentence: (name: string, pid: number, n: number, own: readonly string[]) =>
    `${name}, sandbox, ${processes(n)}, PID ${pid}: not in the host’s ${own.join(', ')} ${own.length === 1 ? 'namespace' : 'namespaces'}`,
  /** How many a picture shows, before what is said of each. */
  beside: (n: number) => `Outside of containers: ${counted(n, 'sandbox', 'sandboxes')}.`,
  /** What a square is in the picture. */
  legend: 'a sandbox: of no container',
  /** Of two moments that are compared, where nobody has asked for sandboxes. */
  different: (n: number) =>
    `Outside of containers ${counted(n, 'sandbox', 'sandboxes')} came or went: named here where sandboxes are shown.`,
  asSentence: (text: string) => `${text}.`,
  /** Why one is not drawn. */
  unasked: 'sandboxes are not shown',
  show: 'Show them',
  hide: 'Hide them',
  none: 'No process outside of containers is known to be in namespaces other than the host’s.',
  unread: (n: number) =>
    `The namespaces of ${processes(n)} outside of containers could not be read, so there may be more.`,
  sharedWith: <T>(others: T[]): Sentence<T> => ['shared with ', ...listed(others)],
  /** The sandbox that one was started from. */
  within: 'Started from',
  startedBy: 'Started by',
  nobody: 'its parent has ended',
  /** Of a process. */
  in: <T>(sandbox: T): Sentence<T> => ['in the sandbox ', sandbox],
  missing: (pid: number) => `PID ${pid} is in no sandbox now.`,
  missingHint: 'It may have ended, or be in the namespaces of the host or of a container alone.',
};
