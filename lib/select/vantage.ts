import type { Container } from '../model/container';
import { containerKey, type NamespaceId } from '../model/ids';
import type { Namespace } from '../model/namespace';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { HOST } from '../model/host-word';
import { foldStopped } from '../sharing/stopped-fold';
import { MAX_VANTAGES } from '../view-state/view-state';
import { byName, byStart } from '../model/container-order';
import { findContainer, refOf, refsOf } from '../model/container-ref';
import { shownUid, uidThere } from './user-numbers';

/** How many containers are looked at beside the host when nobody chose. */
const CONTAINERS_AT_FIRST = 2;

/** A place to look from, resolved against a snapshot. */
export interface Vantage {
  /** `:host`, or the container's name. */
  ref: string;
  /** Null for the host. */
  container: Container | null;
  pidNamespace: NamespaceId | null;
  userNamespace: NamespaceId | null;
}

/** A process as one vantage sees it. */
export interface SeenProcess {
  process: Process;
  /** Its PID there. */
  pid: number;
  /** Its effective uid there; null when it could not be read. */
  uid: number | null;
}

/**
 * The vantages asked for; if none: the host and the two containers that have run longest of those that
 * share a PID namespace, for there is most to see; else of all.
 *
 * @param before what was shown when nobody had asked: it stays as long as all of it runs, for a newcomer
 *   takes nobody's place
 */
export function chosenVantages(
  snapshot: Snapshot,
  asked: readonly string[],
  before: readonly string[] = [],
): readonly string[] {
  if (asked.length > 0) return asked.slice(0, MAX_VANTAGES);
  const runs = (ref: string) => ref === HOST || (findContainer(snapshot, ref)?.pid ?? 0) > 0;
  if (before.length > CONTAINERS_AT_FIRST && before.every(runs)) return before;
  const running = snapshot.containers.filter((container) => container.pid > 0);
  const oldest = running.toSorted(byStart);
  const sharing = oldest.filter(({ sharing: { pid } }) => pid === 'shared');
  const home = sharing[0]?.namespaces.pid;
  const together = sharing.filter(({ namespaces }) => namespaces.pid === home);
  const first = (together.length > 1 ? together : oldest).slice(0, CONTAINERS_AT_FIRST);
  return [HOST, ...first.map((container) => refOf(snapshot, container))];
}

/**
 * Every place that one can look from: the host, then the running containers by name, then the others.
 *
 * @param allStopped are these listed however many they are? Else many of them are left out.
 */
export function possibleVantages(snapshot: Snapshot, allStopped: boolean): string[] {
  const { shown } = foldStopped(snapshot.containers, allStopped, new Set());
  const refs = refsOf(snapshot);
  const inOrder = shown.toSorted(byName);
  return [HOST, ...inOrder.flatMap((container) => refs.get(containerKey(container)) ?? [])];
}

/** @returns null when no such container is there (any more). */
export function findVantage(snapshot: Snapshot, ref: string): Vantage | null {
  if (ref === HOST) {
    const { pid, user } = snapshot.host.namespaces;
    return { ref, container: null, pidNamespace: pid, userNamespace: user };
  }
  const container = findContainer(snapshot, ref);
  return container === null ? null : vantageOf(snapshot, container);
}

/** The vantage of a container that is at hand. */
export function vantageOf(snapshot: Snapshot, container: Container): Vantage {
  const { pid, user } = container.namespaces;
  const ref = refOf(snapshot, container);
  return { ref, container, pidNamespace: pid, userNamespace: user };
}

/**
 * The processes that `ps` would list at this vantage, with their PIDs there: those whose PID
 * namespace is the vantage's or lies inside it (pid_namespaces(7)). From the host: all that the
 * reader can see. Null when the vantage's PID namespace is not known.
 */
export function seenFrom(snapshot: Snapshot, vantage: Vantage): SeenProcess[] | null {
  const home = vantage.pidNamespace;
  if (vantage.container !== null && home === null) return null;
  const everything = home === null || home === snapshot.host.namespaces.pid;
  const namespaces = new Map(snapshot.namespaces.map((each) => [each.id, each]));
  const user =
    vantage.userNamespace === null ? null : (namespaces.get(vantage.userNamespace) ?? null);
  // Where the kernel has no user namespaces, there is one numbering.
  const asOnHost = vantage.container === null || snapshot.host.lacks.includes('user');
  const seen: SeenProcess[] = [];
  for (const process of snapshot.processes) {
    const pid = everything ? process.pid : pidSeenFrom(process, home, namespaces);
    if (pid === null) continue;
    const uid = asOnHost ? process.uid : shownUid(uidThere(process.uid, user));
    seen.push({ process, pid, uid });
  }
  return everything ? seen : seen.sort((a, b) => a.pid - b.pid);
}

/**
 * Processes that may be visible at this vantage but cannot be placed, for their PID namespace could
 * not be read. From the host, all are visible.
 */
export function unplacedAt(snapshot: Snapshot, vantage: Vantage): Process[] {
  const home = vantage.pidNamespace;
  if (home === null || home === snapshot.host.namespaces.pid) return [];
  return snapshot.processes.filter(
    (process) => process.namespaces.pid === null && (process.nsPids?.length ?? 2) > 1,
  );
}

/** The PID of a process as numbered in the PID namespace `home`; null when it can't be seen there. */
function pidSeenFrom(
  process: Process,
  home: NamespaceId,
  namespaces: ReadonlyMap<NamespaceId, Namespace>,
): number | null {
  // NSpid's last number belongs to the process's own namespace, the one before it to the parent…
  let level: NamespaceId | null = process.namespaces.pid;
  for (let index = (process.nsPids?.length ?? 0) - 1; index >= 0 && level !== null; index -= 1) {
    if (level === home) return process.nsPids?.[index] ?? null;
    level = namespaces.get(level)?.parent ?? null;
  }
  return null;
}
