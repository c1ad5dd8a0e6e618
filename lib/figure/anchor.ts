import type { Box } from '../layout/geometry';
import { HOST } from '../model/host-word';
import { containerKey, containerKeyOf, type NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { findContainer, refOf } from '../model/container-ref';
import { around, boxesOf } from './bounds';
import type { FigureTree } from './figure';
import { group, type SvgNode } from './svg';

/** The anchor of all that is drawn of the machine: without the title, the legend and the free ground around it. */
export const PICTURE = 'picture';

/** Something that is named is not in the picture. */
export class NoAnchor extends Error {
  constructor(
    readonly anchor: string,
    /** Those that are. */
    readonly anchors: readonly string[],
  ) {
    super(`${anchor} is not in the picture`);
  }
}

/** A thing of a picture by what it is of: it stands for the same wherever that is drawn. */
interface Anchor {
  kind: 'container' | 'namespace' | 'process';
  /** What names a container, or `:host`. */
  ref: string;
  type: NamespaceType | null;
  pid: number | null;
}

/**
 * Where something is drawn: `container:c1`; `container:c1/pid`, what stands there for its namespace; `namespace:c1/pid`,
 * the namespace itself; `process:c1/1`, by the number that it has in there. The host is `container::host`, {@link PICTURE}
 * all of it.
 *
 * @throws NoAnchor
 */
export function boxOfAnchor(
  text: string,
  { tree, picture }: Pick<FigureTree, 'tree' | 'picture'>,
  snapshot: Snapshot,
): Box {
  if (text === PICTURE) return around(boxesOf(group({}, picture), () => true)) ?? EMPTY;
  const anchor = parseAnchor(text);
  const box = anchor === null ? null : around(boxesFor(anchor, tree, snapshot));
  if (box === null) throw new NoAnchor(text, anchorsIn(tree, snapshot));
  return box;
}

/** Of a picture in which nothing is. */
const EMPTY: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** The namespace that `container:c1/pid` or `namespace:c1/pid` is about. @throws NoAnchor */
export function namespaceOfAnchor(text: string, tree: SvgNode, snapshot: Snapshot): NamespaceId {
  const anchor = parseAnchor(text);
  const id = anchor === null ? null : namespaceOf(anchor, snapshot);
  if (id === null) throw new NoAnchor(text, anchorsIn(tree, snapshot));
  return id;
}

function parseAnchor(text: string): Anchor | null {
  const [, kind, ref = '', detail] =
    /^(container|namespace|process):(:?[^/]+)(?:\/(\w+))?$/.exec(text) ?? [];
  const type = NAMESPACE_TYPES.find((each) => each === detail) ?? null;
  switch (kind) {
    case 'container':
      return detail !== undefined && type === null ? null : { kind, ref, type, pid: null };
    case 'namespace':
      return type === null ? null : { kind, ref, type, pid: null };
    case 'process':
      return /^\d{1,9}$/.test(detail ?? '') ? { kind, ref, type: null, pid: Number(detail) } : null;
    default:
      return null;
  }
}

function boxesFor(anchor: Anchor, tree: SvgNode, snapshot: Snapshot): Box[] {
  const container = anchor.ref === HOST ? null : findContainer(snapshot, anchor.ref);
  if (anchor.ref !== HOST && container === null) return [];
  const ref = container === null ? HOST : refOf(snapshot, container);
  const drawn = attributed(tree, ['container', 'vantage'], ref);
  if (anchor.kind === 'process') return attributed(tree, ['process'], hostPidOf(anchor, snapshot));
  if (anchor.type === null) {
    if (drawn.length > 0 || container === null) return drawn;
    // Where no container is a thing of its own, it is where its processes are.
    const key = containerKey(container);
    const pids = snapshot.processes.filter((each) => containerKeyOf(each) === key);
    return pids.flatMap(({ pid }) => attributed(tree, ['process'], pid));
  }
  const id = namespaceOf(anchor, snapshot);
  const own = anchor.kind === 'container' ? inContainer(tree, ref, anchor.type) : [];
  if (own.length > 0 || id === null) return own;
  const itself = attributed(tree, ['hub', 'box'], id);
  return itself.length > 0 ? itself : attributed(tree, ['namespace'], id);
}

/** What stands for a namespace within what is drawn of a container. */
function inContainer(tree: SvgNode, ref: string, type: NamespaceType): Box[] {
  const isOther = (node: SvgNode) => {
    const of = node.attributes['data-container'];
    return of !== undefined && of !== ref;
  };
  const only = (node: SvgNode): SvgNode => ({
    ...node,
    children: node.children.flatMap((child) =>
      typeof child === 'string' ? [] : isOther(child) ? [] : [only(child)],
    ),
  });
  const isWithin = (node: SvgNode): boolean =>
    node.attributes['data-container'] === ref ||
    node.children.some((child) => typeof child !== 'string' && isWithin(child));
  const alone = only(tree);
  if (!isWithin(alone)) return [];
  return boxesOf(
    alone,
    ({ attributes }) => attributes['data-type'] === type && 'data-sharing' in attributes,
  );
}

function attributed(tree: SvgNode, names: readonly string[], value: string | number | null): Box[] {
  if (value === null) return [];
  return boxesOf(tree, ({ attributes }) =>
    names.some((name) => String(attributes[`data-${name}`] ?? '') === String(value)),
  );
}

function namespaceOf({ ref, type }: Anchor, snapshot: Snapshot): NamespaceId | null {
  if (type === null) return null;
  if (ref === HOST) return snapshot.host.namespaces[type];
  return findContainer(snapshot, ref)?.namespaces[type] ?? null;
}

/** The number on the host of a process that has this one where it runs. */
function hostPidOf({ ref, pid }: Anchor, snapshot: Snapshot): number | null {
  if (ref === HOST) return pid;
  const container = findContainer(snapshot, ref);
  if (container === null) return null;
  const key = containerKey(container);
  const there = snapshot.processes.find(
    (each) => containerKeyOf(each) === key && each.nsPids?.at(-1) === pid,
  );
  return there?.pid ?? null;
}

/** The anchors of a picture that have a name of a container. */
function anchorsIn(tree: SvgNode, snapshot: Snapshot): string[] {
  const refs = [HOST, ...snapshot.containers.map((each) => refOf(snapshot, each)).sort()];
  const things = refs
    .map((ref) => `container:${ref}`)
    .filter((anchor) => {
      const parsed = parseAnchor(anchor);
      return parsed !== null && boxesFor(parsed, tree, snapshot).length > 0;
    });
  return [PICTURE, ...things];
}
