import type { Messages } from '../i18n/messages';
import { isLettered, leastName, smallSizes, type Detail } from '../layout/detail';
import { distance, type Point } from '../layout/geometry';
import type { StandingGone } from '../layout/gone-places';
import { CONTAINER_RING, TYPE_LETTERS } from '../layout/ring';
import { farLabel, ringLabel } from '../layout/ring-label';
import { ringPaths } from '../layout/ring-paths';
import { curvePath, freeTie, hubTie } from '../layout/tie-path';
import type { SharingLayout } from '../layout/sharing-layout';
import { containerKey, type ContainerKey } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { projectOf } from '../model/project';
import type { SharingGraph } from '../sharing/graph';
import type { Comparison } from '../timeline/difference';
import { partingsIn, type Gone, type Parting } from '../timeline/gone';
import { baseline } from './baseline';
import type { GroupMark, Mark } from './mark';

/** What a mark of what is gone is. */
export type GoneRole =
  | 'goneTie'
  | 'goneWay'
  | 'goneRing'
  | 'goneDisc'
  | 'goneArc'
  | 'goneLetter'
  | 'goneName'
  | 'goneDetail'
  | 'goneNote';

export interface GoneSubject {
  comparison: Comparison;
  standing: StandingGone;
  graph: SharingGraph;
  layout: Pick<SharingLayout, 'places'>;
  types: readonly NamespaceType[];
  detail: Detail;
  messages: Messages;
}

/** What is gone, for the Sharing picture of the moment at which it is: below all that is there. */
export interface GoneScene {
  /** What was shared and is not any more, and from what was to what has its name now. */
  lines: readonly { key: string; mark: Mark<GoneRole> }[];
  rings: readonly { key: ContainerKey; name: string; at: Point; mark: GroupMark<GoneRole> }[];
}

const RADIUS = CONTAINER_RING.outer;
/** Of a way: how far from either ring it is, from below one, where words are, and how large the head at its end. */
const WAY = { off: 10, below: 28, head: 9 };
/** How far below a ring its word is. */
const BELOW = 7;

/** Drawn of the two moments and of the picture of the second alone, which is as it is without this. */
export function goneScene(subject: GoneSubject): GoneScene {
  const { comparison, graph, layout, types } = subject;
  const { gone, places: rings } = subject.standing;
  const present = new Map(
    graph.nodes.flatMap(({ key, container, stopped }) => {
      const place = stopped ? undefined : layout.places.get(key);
      return place === undefined ? [] : [[containerKey(container), place] as const];
    }),
  );
  const placeOf = (key: ContainerKey): Point | undefined => rings.get(key) ?? present.get(key);
  const tie = ({ type, namespace, leaver, other }: Parting) => {
    // Of what nobody is in any more, the number may be that of another by now.
    const hub = rings.has(other) ? undefined : layout.places.get(namespace);
    const [from, to] = [placeOf(leaver), placeOf(other)];
    if (from === undefined || !types.includes(type)) return null;
    if (hub !== undefined) return curvePath(hubTie(from, type, hub));
    return to === undefined ? null : betweenArcs(from, to, type);
  };
  return {
    lines: [
      ...partingsIn(comparison).flatMap((parting) => {
        const d = tie(parting);
        if (d === null) return [];
        const { leaver, namespace, type } = parting;
        const mark = { kind: 'path', role: 'goneTie', hue: type, d } as const;
        return [{ key: `${leaver} ${namespace}`, mark }];
      }),
      ...gone.flatMap(({ key, successor }) => {
        const [from, to] = [
          rings.get(key),
          successor === null ? undefined : present.get(successor),
        ];
        const d = from === undefined || to === undefined ? null : wayTo(from, to);
        return d === null ? [] : [{ key, mark: { kind: 'path', role: 'goneWay', d } as const }];
      }),
    ],
    rings: gone.flatMap((each) => {
      const at = rings.get(each.key);
      if (at === undefined) return [];
      const { key, name } = each;
      return [{ key, name, at, mark: ringOf(each, at, subject) }];
    }),
  };
}

/** A ring of lines alone: nothing of it is any more. */
function ringOf({ container }: Gone, at: Point, of: GoneSubject): GroupMark<GoneRole> {
  const { types, detail, messages } = of;
  const node = { container, project: projectOf(container) };
  const least = leastName(detail);
  const { members } = smallSizes(detail);
  const label = ringLabel(node, []);
  const text = (role: GoneRole, line: { text: string; size: number; y: number }) =>
    ({ kind: 'text', role, x: 0, ...line }) as const;
  return {
    kind: 'group',
    role: 'goneRing',
    at,
    children: [
      { kind: 'circle', role: 'goneDisc', r: RADIUS },
      ...NAMESPACE_TYPES.flatMap((type) => arcOf(type, types.includes(type), detail)),
      ...(least === null
        ? [...label.name.map((line) => text('goneName', line)), text('goneDetail', label.image)]
        : farLabel(node, least).map((line) => text('goneName', line))),
      ...(isLettered(detail)
        ? [
            text('goneNote', {
              ...{ size: members, y: RADIUS + BELOW + members },
              text: messages.timeline.signs.went,
            }),
          ]
        : []),
    ],
  };
}

function arcOf(type: NamespaceType, isShown: boolean, detail: Detail): Mark<GoneRole>[] {
  const { letter } = CONTAINER_RING.arcs[type];
  const { letter: size } = smallSizes(detail);
  return [
    { kind: 'path', role: 'goneArc', d: ringPaths(CONTAINER_RING)[type] },
    ...(isShown && isLettered(detail)
      ? [
          {
            ...({ kind: 'text', role: 'goneLetter', x: letter.x } as const),
            ...{ y: baseline(letter.y, size), size, text: TYPE_LETTERS[type] },
          },
        ]
      : []),
  ];
}

/** From an arc of one ring to that of the same type of another. */
function betweenArcs(from: Point, to: Point, type: NamespaceType): string {
  const { anchor } = CONTAINER_RING.arcs[type];
  const end = { x: to.x + anchor.x, y: to.y + anchor.y, labelAbove: anchor.y > 0 };
  return curvePath(freeTie(from, type, end));
}

/** A line with a head from one ring toward another; null where there is no room for one. */
function wayTo(from: Point, to: Point): string | null {
  const length = distance(from, to);
  const [x, y] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const start = RADIUS + (y > 0.5 ? WAY.below : WAY.off);
  const end = length - RADIUS - WAY.off;
  if (end < start + WAY.head) return null;
  const along = (by: number, side = 0) =>
    `${(from.x + x * by - y * side).toFixed(1)},${(from.y + y * by + x * side).toFixed(1)}`;
  const back = end - WAY.head;
  return `M${along(start)}L${along(end)}M${along(back, -WAY.head / 2)}L${along(end)}L${along(back, WAY.head / 2)}`;
}
