import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';
import { byText } from '../model/order';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { isOutside, namespacesElsewhere, sandboxKeys } from './key';
import { nameOf } from './name';
import type { FoundSandboxes, Sandbox } from './sandbox';

/** What sandboxes are found in. */
type Searched = Pick<Snapshot, 'host' | 'engines' | 'containers' | 'processes' | 'namespaces'>;

/**
 * The sandboxes of a machine: what is in the very same namespaces, some of which are neither the host's nor those of a
 * container or an engine. Who is in those alone is a visitor there, or the engine's. A namespace that could
 * not be read counts for nothing but to tell two sandboxes apart. Depends on nothing but the snapshot, and not on the
 * order of its lists.
 */
export function findSandboxes(snapshot: Searched): FoundSandboxes {
  const { host } = snapshot;
  const types = NAMESPACE_TYPES.filter((type) => !host.lacks.includes(type));
  const taken = namespacesOfOthers(snapshot);
  const keyOf = sandboxKeys(snapshot);
  const groups = new Map<string, Process[]>();
  let unread = 0;
  for (const process of snapshot.processes) {
    if (!isOutside(process)) continue;
    if (namespacesElsewhere(snapshot, process).some((id) => !taken.has(id))) {
      const key = keyOf(process);
      const members = groups.get(key);
      if (members === undefined) groups.set(key, [process]);
      else members.push(process);
    } else if (types.some((type) => process.namespaces[type] === null)) unread += 1;
  }
  return { sandboxes: sandboxesOf(groups, snapshot.processes), unread };
}

/** What containers and engines are in: whoever is found there besides has not made it. */
function namespacesOfOthers({ engines, containers, processes }: Searched): Set<NamespaceId> {
  const inside = processes.filter(({ container }) => container !== null);
  const ids = new Set<NamespaceId>();
  for (const { namespaces } of [...engines, ...containers, ...inside]) {
    for (const type of NAMESPACE_TYPES) {
      const id = namespaces[type];
      if (id !== null) ids.add(id);
    }
  }
  return ids;
}

function sandboxesOf(groups: ReadonlyMap<string, Process[]>, all: readonly Process[]): Sandbox[] {
  const byPid = new Map(all.map((process) => [process.pid, process]));
  const keys = new Map<number, string>();
  const found = [...groups].map(([key, members]) => {
    const top = topmost(members);
    for (const { pid } of members) keys.set(pid, key);
    const processes = members.toSorted((a, b) => a.pid - b.pid);
    const namespaces: NamespaceSet = top.namespaces;
    const parentCgroup = byPid.get(top.ppid)?.cgroup ?? null;
    return { key, ...nameOf(top, parentCgroup), top, processes, namespaces };
  });
  return found
    .map((sandbox) => ({ ...sandbox, within: keys.get(sandbox.top.ppid) ?? null }))
    .sort((a, b) => a.top.pid - b.top.pid);
}

/** The first to start of those that none of the others has started: a parent may have ended since. */
function topmost(members: readonly Process[]): Process {
  const pids = new Set(members.map(({ pid }) => pid));
  const [first, ...others] = members;
  if (first === undefined) throw new Error('no sandbox is without processes');
  const isRoot = ({ pid, ppid }: Process) => ppid === pid || !pids.has(ppid);
  return others.reduce((top, each) => {
    if (isRoot(top) !== isRoot(each)) return isRoot(top) ? top : each;
    return byStart(top, each) <= 0 ? top : each;
  }, first);
}

function byStart(a: Process, b: Process): number {
  // Decimal numbers without leading zeros: the longer one is the greater.
  const [left, right] = [a.startTicks, b.startTicks];
  return left.length - right.length || byText(left, right) || a.pid - b.pid;
}
