import type { Container, SharingSet } from '../model/container';
import { namespaceId } from '../model/ids';
import type { Namespace } from '../model/namespace';
import { NAMESPACE_TYPES, perType } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { NamespaceSet } from '../model/namespace-set';
import type { Snapshot } from '../model/snapshot';

/**
 * The machine of the course's demonstration, for tests: c2 was started with `--pid=container:c1`,
 * `metrics` with `--net host`, `vault` has a user namespace of its own, `old` has exited.
 */

const HOST_INODES = [836, 840, 841, 837, 839, 838, 835, 834];

const hostNamespaces: NamespaceSet = perType((type) =>
  namespaceId(type, `4026531${HOST_INODES[NAMESPACE_TYPES.indexOf(type)] ?? 0}`),
);

/** Namespaces as Docker gives them by default, numbered from `first` on, with exceptions. */
function namespaces(first: number, except: Partial<NamespaceSet> = {}): NamespaceSet {
  const own = (offset: number, type: 'pid' | 'net' | 'mnt' | 'ipc' | 'uts') =>
    namespaceId(type, String(4026532000 + first + offset));
  return {
    ...hostNamespaces,
    pid: own(3, 'pid'),
    net: own(4, 'net'),
    mnt: own(0, 'mnt'),
    ipc: own(2, 'ipc'),
    uts: own(1, 'uts'),
    ...except,
  };
}

const C1 = namespaces(180);
const C2 = namespaces(255, { pid: C1.pid });
const METRICS = namespaces(300, { net: hostNamespaces.net });
const VAULT = namespaces(400, { user: namespaceId('user', '4026532399') });

const DEFAULT_SHARING: SharingSet = {
  pid: 'own',
  net: 'own',
  mnt: 'own',
  user: 'host',
  ipc: 'own',
  uts: 'own',
  cgroup: 'host',
  time: 'host',
};

const ENGINE_ID = 'docker:unix:///run/docker.sock';

export function container(change: Partial<Container> & { name: string }): Container {
  const { name } = change;
  return {
    id: `${Buffer.from(name).toString('hex')}`.padEnd(64, '0'),
    engine: ENGINE_ID,
    image: 'ubuntu',
    command: ['sh', '-c', 'sleep 1d'],
    state: 'running',
    pid: 0,
    startedAt: null,
    namespaces: perType(() => null),
    sharing: DEFAULT_SHARING,
    joins: {},
    labels: {},
    role: null,
    unreadable: {},
    ...change,
  };
}

export function process(change: Partial<Process> & { pid: number }): Process {
  const { pid } = change;
  return {
    startTicks: String(pid * 10),
    startedAt: '2026-11-23T15:00:00.000Z',
    ppid: 1,
    nsPids: [pid],
    comm: 'sleep',
    args: ['sleep', '1d'],
    argsTruncated: false,
    uid: 0,
    gid: 0,
    zombie: false,
    kernelThread: false,
    threads: 1,
    cgroup: '/',
    container: null,
    engine: (change.container ?? null) === null ? null : ENGINE_ID,
    namespaces: hostNamespaces,
    unreadable: {},
    ...change,
  };
}

const containers: Container[] = [
  container({
    name: 'c1',
    pid: 6897,
    startedAt: '2026-11-23T15:20:00.000Z',
    namespaces: C1,
    sharing: { ...DEFAULT_SHARING, pid: 'shared' },
  }),
  container({
    name: 'c2',
    command: ['sh', '-c', 'sleep 999d'],
    pid: 7148,
    startedAt: '2026-11-23T15:23:00.000Z',
    namespaces: C2,
    sharing: { ...DEFAULT_SHARING, pid: 'shared' },
    joins: { pid: `container:${container({ name: 'c1' }).id}` },
  }),
  container({
    name: 'metrics',
    image: 'node-exporter',
    command: ['/bin/node_exporter'],
    pid: 8000,
    startedAt: '2026-11-23T15:25:00.000Z',
    namespaces: METRICS,
    sharing: { ...DEFAULT_SHARING, net: 'host' },
    joins: { net: 'host' },
  }),
  container({
    name: 'old',
    state: 'exited',
    startedAt: '2026-11-23T14:00:00.000Z',
    sharing: perType(() => 'none'),
  }),
  container({
    name: 'vault',
    image: 'vault',
    command: ['vault', 'server'],
    pid: 9000,
    startedAt: '2026-11-23T15:26:00.000Z',
    namespaces: VAULT,
    sharing: { ...DEFAULT_SHARING, user: 'own' },
  }),
];

function inside(name: string, pid: number, pidInside: number, args: string[]): Process {
  const of = containers.find((each) => each.name === name) ?? container({ name });
  return process({
    pid,
    nsPids: [pid, pidInside],
    comm: args[0] ?? '',
    args,
    container: of.id,
    cgroup: `/docker/${of.id}`,
    namespaces: of.namespaces,
  });
}

const processes: Process[] = [
  process({ pid: 1, ppid: 0, comm: 'init', args: ['/sbin/init'] }),
  process({ pid: 2, ppid: 0, comm: 'kthreadd', args: null, kernelThread: true }),
  process({ pid: 611, comm: 'dockerd', args: ['/usr/bin/dockerd'] }),
  process({ pid: 6871, comm: 'containerd-shim', args: ['containerd-shim'] }),
  inside('c1', 6897, 1, ['sh', '-c', 'sleep 1d']),
  inside('c1', 6939, 6, ['sleep', '1d']),
  process({ pid: 7129, comm: 'containerd-shim', args: ['containerd-shim'] }),
  inside('c2', 7148, 13, ['sh', '-c', 'sleep 999d']),
  inside('c2', 7186, 18, ['sleep', '999d']),
  inside('metrics', 8000, 1, ['/bin/node_exporter']),
  { ...inside('vault', 9000, 1, ['vault', 'server']), uid: 231072 },
  { ...inside('vault', 9001, 7, ['sleep', '1']), uid: 1000 },
  process({ pid: 9100, comm: 'gone', args: [], zombie: true }),
];

function namespaceList(): Namespace[] {
  const ids = new Set(
    processes.flatMap((each) => NAMESPACE_TYPES.flatMap((type) => each.namespaces[type] ?? [])),
  );
  return NAMESPACE_TYPES.flatMap((type) =>
    [...ids]
      .filter((id) => id.startsWith(`${type}:`))
      .sort()
      .map((id): Namespace => {
        const members = processes.filter((each) => each.namespaces[type] === id);
        const host = hostNamespaces[type] === id;
        return {
          id,
          type,
          host,
          parent: host || (type !== 'pid' && type !== 'user') ? null : hostNamespaces[type],
          owner: type === 'user' ? null : (members[0]?.namespaces.user ?? null),
          ownerUid: null,
          relation: 'inferred',
          leader: members[0]?.pid ?? null,
          processes: members.length,
          containers: [...new Set(members.flatMap((each) => each.container ?? []))].sort(),
          lifetime: '1',
          heldBy: [],
          uidMap: type === 'user' ? (host ? [[0, 0, 4294967295]] : [[0, 231072, 65536]]) : null,
          gidMap: type === 'user' ? (host ? [[0, 0, 4294967295]] : [[0, 231072, 65536]]) : null,
          unreadable: {},
        };
      }),
  );
}

export const courseMachine: Snapshot = {
  schemaVersion: 1,
  bootId: '00000000-0000-4000-8000-000000000000',
  seq: 1,
  takenAt: '2026-11-23T15:30:00.000Z',
  host: {
    id: 'local',
    hostname: 'cks-master',
    kernel: '6.18.44',
    cgroups: 'v2',
    namespaces: hostNamespaces,
    lacks: [],
    namespacesFrom: 'pid1',
    reader: 'direct',
    notices: [],
  },
  engines: [
    {
      id: 'docker:unix:///run/docker.sock',
      kind: 'docker',
      endpoint: 'unix:///run/docker.sock',
      version: '28.2.2',
      apiVersion: '1.50',
      minApiVersion: '1.24',
      tried: [],
      state: 'connected',
      message: null,
      pid: 611,
      namespaces: hostNamespaces,
    },
  ],
  namespaces: namespaceList(),
  containers,
  processes,
};

/** The course machine with other containers or processes instead of those of the same name or PID. */
export function courseMachineWith(change: {
  containers?: Container[];
  processes?: Process[];
}): Snapshot {
  const names = new Set(change.containers?.map((each) => each.name));
  const pids = new Set(change.processes?.map((each) => each.pid));
  return {
    ...courseMachine,
    containers: [
      ...courseMachine.containers.filter((each) => !names.has(each.name)),
      ...(change.containers ?? []),
    ],
    processes: [
      ...courseMachine.processes.filter((each) => !pids.has(each.pid)),
      ...(change.processes ?? []),
    ].sort((a, b) => a.pid - b.pid),
  };
}
