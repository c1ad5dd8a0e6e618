import type { Messages } from '../i18n/messages';
import type { Detail } from '../layout/detail';
import type { Point } from '../layout/geometry';
import { Obstacles } from '../layout/obstacles';
import type { Place, Places } from '../layout/places';
import { CONTAINER_RING, type RingShape } from '../layout/ring';
import { sandboxArch } from '../layout/sandbox-arch';
import { SANDBOX_FRAME } from '../layout/sandbox-frame';
import { sandboxPlaces, type Ground, type Wanted } from '../layout/sandbox-places';
import type { SharingLayout } from '../layout/sharing-layout';
import { clearest } from '../layout/ties';
import { curvePath, freeTie, type Curve, type HubEnd } from '../layout/tie-path';
import { containerKey } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import { SANDBOXES_KEY } from '../sandboxes/fold';
import type { Sandbox } from '../sandboxes/sandbox';
import type { Space } from '../sandboxes/spaces';
import type { ShownSandboxes } from '../select/shown-sandboxes';
import type { SharingGraph } from '../sharing/graph';
import type { PathMark, Thing } from './mark';
import { sandboxThing } from './sandbox-thing';
import { sandboxesThing } from './sandboxes-thing';
import type { SharingRole } from './sharing-role';

/** What sandboxes are drawn of: a picture that is arranged already. */
export interface SandboxSubject {
  graph: SharingGraph;
  layout: Pick<SharingLayout, 'places'>;
  shown: ShownSandboxes;
  /** Where they stand: {@link standingSandboxes}. */
  standing: ReadonlyMap<string, Point>;
  /** The keys of those that a person has moved. */
  pinned: ReadonlySet<string>;
  types: readonly NamespaceType[];
  detail: Detail;
  /** Is what is too small to be read on a screen drawn as well? */
  complete: boolean;
  messages: Messages;
}

/** Sandboxes in the Sharing picture: beside all that is there, of which nothing moves. */
export interface SandboxScene {
  ties: readonly SandboxTie[];
  things: readonly Thing<SharingRole>[];
  /** Stands for many. */
  fold: Thing<SharingRole> | null;
}

/** A line from a sandbox to what it shares with. */
export interface SandboxTie {
  key: string;
  /** The keys of what it is between. */
  between: readonly [from: string, to: string];
  mark: PathMark<SharingRole>;
}

/** Two that are no further above each other stand in one row. */
const SAME_ROW = 30;

/**
 * Where each stands that is drawn, and what stands for many.
 *
 * @param before where they stood
 * @param fixed which of them a person has put there
 */
export function standingSandboxes(
  { sandboxes, fold, spacesOf }: ShownSandboxes,
  ground: Ground,
  before: ReadonlyMap<string, Point>,
  fixed?: ReadonlySet<string>,
): ReadonlyMap<string, Point> {
  const wanted = sandboxes.map((sandbox): Wanted => {
    const partners = spacesOf(sandbox).flatMap((space) => placedPartner(space, ground) ?? []);
    return { key: sandbox.key, beside: partners[0]?.key ?? null };
  });
  const many = fold === null ? [] : [{ key: SANDBOXES_KEY, beside: null }];
  return sandboxPlaces([...many, ...wanted], ground, before, fixed);
}

export function sandboxScene(subject: SandboxSubject): SandboxScene {
  const { shown, standing, layout, detail, complete, messages } = subject;
  const standAs = (place: Point): Place => ({ ...place, room: 'container', labelAbove: false });
  const rooms = [...standing].map(([key, place]) => [key, standAs(place)] as const);
  const obstacles = new Obstacles(new Map([...layout.places, ...rooms]));
  const at = standing.get(SANDBOXES_KEY);
  return {
    ties: shown.sandboxes.flatMap((sandbox) => tiesOf(sandbox, subject, obstacles)),
    things: shown.sandboxes.flatMap((sandbox) => {
      const place = standing.get(sandbox.key);
      if (place === undefined) return [];
      const { types } = subject;
      const selected = sandbox.key === shown.chosen;
      const pinned = subject.pinned.has(sandbox.key);
      const spaces = shown.spacesOf(sandbox);
      return [
        sandboxThing({ sandbox, spaces, at: place, types, detail, selected, pinned, messages }),
      ];
    }),
    fold:
      shown.fold === null || at === undefined
        ? null
        : sandboxesThing({ ...shown.fold, at, detail, pressed: !complete, messages }),
  };
}

/** One line for each type that it shares with something that is drawn. */
function tiesOf(sandbox: Sandbox, subject: SandboxSubject, obstacles: Obstacles): SandboxTie[] {
  const { shown, standing, types } = subject;
  const from = standing.get(sandbox.key);
  if (from === undefined) return [];
  return shown.spacesOf(sandbox).flatMap((space): SandboxTie[] => {
    const { type, id, said } = space;
    if (id === null || said !== 'shared' || !types.includes(type)) return [];
    const to = placedPartner(space, subject) ?? firstOfThem(sandbox, space, standing);
    if (to === null) return [];
    const d = curvePath(
      to.end === null && Math.abs(to.place.y - from.y) < SAME_ROW
        ? sandboxArch(from, to.place, type)
        : clearTie({ from: sandbox.key, to: to.key }, curveTo(to, from, type), obstacles),
    );
    const data = { 'sandbox-tie': id, from: sandbox.top.pid };
    const page = { 'from-key': sandbox.key };
    const mark = { kind: 'path', role: 'tie', hue: type, data, page, d } as const;
    return [{ key: `${sandbox.key}|${id}`, between: [sandbox.key, to.key], mark }];
  });
}

function curveTo({ end, place }: Partner, from: Point, type: NamespaceType): Curve {
  return freeTie(from, type, end ?? arcEnd(place, SANDBOX_FRAME, type), SANDBOX_FRAME);
}

function clearTie(ends: { from: string; to: string }, curve: Curve, obstacles: Obstacles): Curve {
  return clearest({ ...ends, curve }, curve, obstacles);
}

/** Where a tie ends, and what is there. */
interface Partner {
  key: string;
  /** A diamond or a ring; null: it is another sandbox. */
  end: HubEnd | null;
  place: Point;
}

/** The diamond of what is shared, else the ring of a container that is in it. */
function placedPartner(
  { type, id, said, containers }: Space,
  { graph, layout: { places } }: { graph: SharingGraph; layout: { places: Places } },
): Partner | null {
  if (id === null || said !== 'shared') return null;
  const hub = places.get(id);
  if (hub !== undefined && graph.hubs.some((each) => each.id === id)) {
    return { key: id, end: hub, place: hub };
  }
  for (const container of containers) {
    const key = containerKey(container);
    const node = graph.nodes.find((each) => containerKey(each.container) === key);
    const place = node === undefined ? undefined : places.get(node.key);
    if (node !== undefined && place !== undefined) {
      return { key: node.key, end: arcEnd(place, CONTAINER_RING, type), place };
    }
  }
  return null;
}

/** Among sandboxes alone all are tied to the first of them. */
function firstOfThem(
  sandbox: Sandbox,
  { sandboxes }: Space,
  standing: ReadonlyMap<string, Point>,
): Partner | null {
  const [first] = [sandbox, ...sandboxes]
    .filter(({ key }) => standing.has(key))
    .sort((a, b) => a.top.pid - b.top.pid);
  const place = first === undefined ? undefined : standing.get(first.key);
  if (first === undefined || place === undefined || first.key === sandbox.key) return null;
  return { key: first.key, end: null, place };
}

/** A tie comes to an arc from outside. */
function arcEnd({ x, y }: Point, { arcs }: RingShape, type: NamespaceType): HubEnd {
  const { anchor } = arcs[type];
  return { x: x + anchor.x, y: y + anchor.y, labelAbove: anchor.y > 0 };
}
