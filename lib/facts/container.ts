import type { Container } from '../model/container';
import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { OWN_KERNEL } from '../model/own-kernel';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { brokenJoins, donorOf, wantedDonor, type BrokenJoin } from '../sharing/joins';
import { saidSharing, type SaidSharing } from '../sharing/said';
import { isStale, sharersOf } from '../sharing/sharers';
import { engineSaid, nameTold, refOf, shortContainerId } from '../model/container-ref';
import { engineWithin } from '../select/engine-within';
import { leaderOf } from '../select/leader-of';
import { seenFrom, vantageOf, type SeenProcess } from '../select/vantage';
import * as proof from '../shell/proof';
import { publishedFacts, type PublishedFact } from './published';
import { cap, processFacts, type Capped, type ProcessFact } from './seen';
import { shellLine } from '../shell/shell-line';
import { isSameContainer } from '../model/containers-by-key';

const PROCESSES_AT_MOST = 50;

/** One of a container's eight namespaces. */
export interface NamespaceFact {
  type: NamespaceType;
  id: NamespaceId | null;
  sharing: SaidSharing;
  /** The containers that it is shared with. */
  sharers: Container[];
  /** `own`, as far as can be told: these containers' links could not be read. */
  mayShareWith: Container[];
  /** It was configured to share another one's, and does not. */
  broken: BrokenJoin | null;
  /** Why it could not be read: an errno, or null where none was told. */
  reason: string | null;
  /** Null when there is no process to look at. */
  proof: string | null;
}

/** What the configuration asks for, e.g. `--pid=container:c1`. */
export interface JoinFact {
  type: NamespaceType;
  option: string;
  /** The container joined, if it is one that is (still) there. */
  target: Container | null;
  gone: boolean;
}

/** The first process of a container; or why that is not known: an errno or a word, null where none was told. */
export type LeaderFact = { process: Process } | { process: null; reason: string | null };

/** What the inspector tells of a container. */
export interface ContainerFacts {
  container: Container;
  /** What it is called where its name stands alone. */
  named: string;
  command: string;
  stale: boolean;
  leader: LeaderFact;
  /** Which engine it is of; null where there is one only. */
  engine: string | null;
  /** What the container is called in which that engine runs; null where it runs in none. */
  engineWithin: string | null;
  namespaces: NamespaceFact[];
  joins: JoinFact[];
  /** Null where it is not told what it publishes. */
  published: PublishedFact[] | null;
  /** The processes that it sees; null when that cannot be told. */
  sees: readonly SeenProcess[] | null;
  /** What the inspector lists of them. */
  seen: Capped<ProcessFact> | null;
  proofs: {
    inspect: string;
    joins: string;
    published: string;
    leader: string | null;
    seen: string;
  };
}

export function containerFacts(snapshot: Snapshot, container: Container): ContainerFacts {
  const leader = leaderFact(snapshot, container);
  const within = engineWithin(snapshot, container.engine);
  const sees = seenFrom(snapshot, vantageOf(snapshot, container));
  return {
    container,
    named: nameTold(snapshot, container),
    command: shellLine(container.command),
    stale: isStale(snapshot, container),
    leader,
    engine: engineSaid(snapshot, container),
    engineWithin: within === null ? null : nameTold(snapshot, within),
    namespaces: NAMESPACE_TYPES.map((type) => namespaceFact(snapshot, container, type)),
    joins: NAMESPACE_TYPES.flatMap((type) => joinFact(snapshot, container, type) ?? []),
    published: publishedFacts(snapshot, container),
    sees,
    seen: sees === null ? null : seenFacts(snapshot, sees),
    proofs: {
      inspect: proof.inspectContainer(snapshot, container),
      joins: proof.inspectJoins(snapshot, container),
      published: proof.publishedPorts(snapshot, container),
      leader: leader.process === null ? null : proof.processStatus(leader.process.pid),
      seen: proof.processesInside(snapshot, container),
    },
  };
}

function leaderFact(snapshot: Snapshot, container: Container): LeaderFact {
  const { unreadable } = container;
  // What the engine calls the first process of one on a kernel of its own is that kernel's.
  const process = leaderFound(container, 'pid') ? leaderOf(snapshot, container) : null;
  if (process !== null) return { process };
  return {
    process,
    reason: unreadable.pid ?? unreadable['namespaces.pid'] ?? unreadable.namespaces ?? null,
  };
}

/** Where it was not found among the processes here, its number is another's, or nobody's. */
function leaderFound({ pid, unreadable }: Container, type: NamespaceType): boolean {
  const reason = unreadable[`namespaces.${type}`];
  return pid > 0 && reason !== 'EREMOTE' && reason !== 'ESRCH' && reason !== OWN_KERNEL;
}

function namespaceFact(
  snapshot: Snapshot,
  container: Container,
  type: NamespaceType,
): NamespaceFact {
  const sharing = saidSharing(container, type, snapshot.host.namespaces);
  const id = container.namespaces[type];
  const unknown = snapshot.containers.filter(
    (other) => !isSameContainer(other, container) && other.sharing[type] === 'unknown',
  );
  const reason =
    container.unreadable[`namespaces.${type}`] ?? container.unreadable.namespaces ?? null;
  return {
    type,
    id,
    sharing,
    sharers: sharing === 'shared' ? sharersOf(snapshot, container, type) : [],
    broken: brokenJoins(snapshot.containers, container).find((each) => each.type === type) ?? null,
    mayShareWith: sharing === 'own' ? unknown : [],
    reason,
    proof:
      sharing !== 'absent' && leaderFound(container, type)
        ? proof.readLink(container.pid, type)
        : null,
  };
}

const JOIN_OPTIONS: Record<NamespaceType, string> = {
  pid: '--pid',
  net: '--network',
  mnt: '--mount',
  user: '--userns',
  ipc: '--ipc',
  uts: '--uts',
  cgroup: '--cgroupns',
  time: '--time',
};

function joinFact(snapshot: Snapshot, container: Container, type: NamespaceType): JoinFact | null {
  const mode = container.joins[type];
  if (mode === undefined) return null;
  const wanted = wantedDonor(container, type);
  const target = donorOf(snapshot.containers, container, type);
  const name = target === null ? wanted && shortContainerId(wanted) : refOf(snapshot, target);
  return {
    type,
    option: shellLine([`${JOIN_OPTIONS[type]}=${name === null ? mode : `container:${name}`}`]),
    target,
    gone: wanted !== null && target === null,
  };
}

function seenFacts(snapshot: Snapshot, seen: readonly SeenProcess[]): Capped<ProcessFact> {
  const fact = processFacts(snapshot);
  const { rows, more } = cap(seen, PROCESSES_AT_MOST);
  return { rows: rows.map(({ process, pid }) => fact(process, pid)), more };
}
