import { type NamespaceId, containerKey, containerKeyOf } from '../../model/ids';
import type { Namespace } from '../../model/namespace';
import type { NamespaceType } from '../../model/namespace-type';
import type { Process } from '../../model/process';
import type { Snapshot } from '../../model/snapshot';
import { byName, byStart } from '../../model/container-order';
import { namedAmong, type NamedContainer } from '../../model/container-names';

/** Stands for the namespace of the processes whose link could not be read. */
export const UNKNOWN_BOX = 'unknown';

/** One namespace of the lens's type. */
export interface LensBox {
  key: NamespaceId | typeof UNKNOWN_BOX;
  /** Null where the namespace is not known. */
  namespace: Namespace | null;
  host: boolean;
  /** Stands for all processes where this kernel has no namespaces of the type. */
  absent: boolean;
  /** The containers whose leader is in it, the earliest started first. */
  members: readonly NamedContainer[];
  /** Drawn one by one: those of one container stand together. */
  dots: readonly Process[];
  /** Processes of no container that are only counted, as long as the box is not opened. */
  condensed: number;
  /** Those of no container, condensed or not. */
  outsiders: number;
  /** Processes in it that filters leave out. */
  hidden: number;
  children: readonly LensBox[];
}

/** So many processes of no container are drawn without being asked for, but in the host's box none. */
const OUTSIDERS_DRAWN = 12;

/**
 * The boxes of one lens: the namespaces of a type, nested where the kernel nests them (pid and
 * user), with the processes in them. The host's comes first, then those of containers as these
 * started, then the others by the lowest PID in them; last, in a box of its own, what could not be
 * read.
 *
 * @param opened the boxes in which processes of no container are drawn one by one
 * @param whole the snapshot without filters, for what containers are called
 */
export function lensBoxes(
  snapshot: Snapshot,
  type: NamespaceType,
  opened: ReadonlySet<string>,
  whole: Snapshot = snapshot,
): LensBox[] {
  const inside = new Map<LensBox['key'], Process[]>();
  for (const process of snapshot.processes) {
    const key = process.namespaces[type] ?? UNKNOWN_BOX;
    const members = inside.get(key);
    if (members === undefined) inside.set(key, [process]);
    else members.push(process);
  }
  const containers = namedAmong(snapshot.containers.toSorted(byStart), whole);
  const ranks = new Map(containers.map((container, rank) => [containerKey(container), rank]));
  const namespaces = snapshot.namespaces.filter((each) => each.type === type);
  const known = new Set(namespaces.map(({ id }) => id));
  const below = new Map<NamespaceId | null, Namespace[]>();
  for (const namespace of namespaces) {
    // A parent that is not there, as one that may not be seen, leaves its child outermost.
    const parent =
      namespace.parent !== null && known.has(namespace.parent) ? namespace.parent : null;
    below.set(parent, [...(below.get(parent) ?? []), namespace]);
  }

  const boxOf = (key: LensBox['key'], namespace: Namespace | null): LensBox => {
    const processes = inside.get(key) ?? [];
    const outsiders = processes.filter(({ container }) => container === null);
    const host = namespace?.host === true;
    const most = host || namespace === null ? 0 : OUTSIDERS_DRAWN;
    const drawOutsiders = opened.has(key) || outsiders.length <= most;
    const dots = drawOutsiders
      ? processes
      : processes.filter(({ container }) => container !== null);
    return {
      key,
      namespace,
      host,
      absent: namespace === null && snapshot.host.lacks.includes(type),
      members: containers.filter((container) => container.namespaces[type] === key),
      dots: [...dots].sort((a, b) => rankOf(a) - rankOf(b) || a.pid - b.pid),
      condensed: processes.length - dots.length,
      outsiders: outsiders.length,
      hidden: Math.max(0, (namespace?.processes ?? 0) - processes.length),
      children: boxesBelow(namespace?.id ?? UNKNOWN_BOX),
    };
  };
  const rankOf = (process: Process): number => {
    const key = containerKeyOf(process);
    return key === null ? Infinity : (ranks.get(key) ?? Infinity);
  };
  const startRank = ({ members: [first] }: LensBox): number =>
    first === undefined ? containers.length : (ranks.get(containerKey(first)) ?? containers.length);
  const boxesBelow = (parent: LensBox['key'] | null): LensBox[] => {
    if (parent === UNKNOWN_BOX) return [];
    return (below.get(parent) ?? [])
      .toSorted(byHostThenLeader)
      .map((namespace) => boxOf(namespace.id, namespace))
      .sort((a, b) => Number(b.host) - Number(a.host) || startRank(a) - startRank(b));
  };
  const boxes = boxesBelow(null);
  return inside.has(UNKNOWN_BOX) ? [...boxes, boxOf(UNKNOWN_BOX, null)] : boxes;
}

function byHostThenLeader(a: Namespace, b: Namespace): number {
  if (a.host !== b.host) return a.host ? -1 : 1;
  const [first, second] = [a.leader ?? Infinity, b.leader ?? Infinity];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/**
 * Those that a container is in, and what these are in: the host's, and boxes around them. What is in the others below one
 * that stays is counted there: it sees them all the same. They stand by name: one that is made anew, as in a lesson again
 * and again, stands where the one before it stood.
 *
 * @param kept stay as well
 */
export function ofContainers(
  boxes: readonly LensBox[],
  kept: ReadonlySet<NamespaceId> = new Set(),
): LensBox[] {
  return boxes
    .flatMap((box) => {
      const children = ofContainers(box.children, kept);
      const isKept = box.key !== UNKNOWN_BOX && kept.has(box.key);
      const stays = box.host || box.members.length + children.length > 0 || isKept;
      if (!stays) return [];
      const left = new Set(children.map(({ key }) => key));
      const counted = countIn(box.children.filter(({ key }) => !left.has(key)));
      return [
        {
          ...box,
          members: box.members.toSorted(byName),
          condensed: box.condensed + counted,
          outsiders: box.outsiders + counted,
          children,
        },
      ];
    })
    .sort(byFirstName);
}

/** The host's first, those that no container is in last. */
function byFirstName(a: LensBox, b: LensBox): number {
  const [[one], [other]] = [a.members, b.members];
  const named = one === undefined || other === undefined ? 0 : byName(one, other);
  return (
    Number(b.host) - Number(a.host) ||
    Number(one === undefined) - Number(other === undefined) ||
    named
  );
}

/** The processes in boxes and in all below them. */
function countIn(boxes: readonly LensBox[]): number {
  return boxes.reduce(
    (sum, { dots, condensed, children }) => sum + dots.length + condensed + countIn(children),
    0,
  );
}
