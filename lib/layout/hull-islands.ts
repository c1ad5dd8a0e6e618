import { boxOf, hullAround, meet, roundedPath, type Polygon } from './convex';
import { boxAround, distance, tooClose, type Box, type Point } from './geometry';
import { sansWidth, shortened } from './node-text';
import { outlineOf } from './outline';
import { roomAt, type Places } from './places';
import { hullBox, hullOf, projectMembers } from './project-hulls';
import type { SharingGraph } from './sharing-graph';

/** The radius of a hull's corners. */
const ROUND = 26;

/** The size of a project's name, and how far from it nothing else may be. */
export const PROJECT_NAME_SIZE = 12;
const NAME_PADDING = 6;

/** One piece of a project: all of it where the picture allows it. */
export interface Island {
  project: string;
  /** Nodes and hubs in it. */
  keys: readonly string[];
  hull: Polygon;
}

/** An island as it is drawn, with its project's name on its edge. */
export interface ProjectHull {
  /** The project and which of its islands this is: it stays the same while nothing moves. */
  key: string;
  project: string;
  /** How many containers of the project stand in the picture. */
  containers: number;
  /** SVG path data in world coordinates. */
  path: string;
  name: { text: string; x: number; y: number };
}

/**
 * Each project's members in as few hulls as can be drawn around them without anything else inside.
 */
export function islandsOf(graph: SharingGraph, places: Places): Island[] {
  const projects = projectMembers(graph, places);
  const islands: Island[] = [];
  for (const { project, keys } of projects) {
    const own = new Set(keys);
    const outlines = [...places]
      .filter(([key]) => !own.has(key))
      .map(([, place]) => outlineOf(place, place.room));
    const others = [...outlines, ...islands.map(({ hull }) => hull)].map((polygon) => ({
      polygon,
      box: boxOf(polygon),
    }));
    const isFree = (hull: Polygon) => {
      const reach = boxOf(hull);
      return !others.some(({ polygon, box }) => tooClose(reach, box, 0) && meet(hull, polygon));
    };
    for (const together of piecesOf(keys, places, isFree)) {
      islands.push({ project, keys: together, hull: hullFor(together, places) });
    }
  }
  return islands;
}

function hullFor(keys: readonly string[], places: Places): Polygon {
  return hullOf(keys.flatMap((key) => places.get(key) ?? []));
}

/** All in one if that is free, else the nearest pieces joined as long as what is around them is. */
function piecesOf(
  keys: readonly string[],
  places: Places,
  isFree: (hull: Polygon) => boolean,
): readonly (readonly string[])[] {
  if (isFree(hullFor(keys, places))) return [keys];
  const pairs = keys.flatMap((a, index) =>
    keys.slice(index + 1).flatMap((b) => {
      const [from, to] = [places.get(a), places.get(b)];
      return from === undefined || to === undefined ? [] : [{ a, b, far: distance(from, to) }];
    }),
  );
  const pieces = new Map<string, readonly string[]>(keys.map((key) => [key, [key]]));
  for (const { a, b } of pairs.sort((one, other) => one.far - other.far)) {
    const [one, other] = [pieces.get(a) ?? [], pieces.get(b) ?? []];
    if (one === other) continue;
    const joined = keys.filter((key) => one.includes(key) || other.includes(key));
    if (!isFree(hullFor(joined, places))) continue;
    for (const key of joined) pieces.set(key, joined);
  }
  return [...new Set(pieces.values())];
}

/** Projects as they are drawn behind everything else; names stand where nothing else does. */
export function projectHulls(graph: SharingGraph, places: Places): ProjectHull[] {
  const counts = new Map(
    projectMembers(graph, places).map(({ project, containers }) => [project, containers]),
  );
  const taken = [...places.values()].map((place) => roomAt(place, place.room));
  const islands = islandsOf(graph, places);
  const boxes = islands.map(({ hull }) => boxOf(hull));
  const numbers = new Map<string, number>();
  return islands.map(({ project, keys, hull }, index) => {
    const box = boxOf(hull);
    const number = numbers.get(project) ?? 0;
    numbers.set(project, number + 1);
    const width = Math.max(box.right - box.left, 120);
    const text = shortened(project, width, PROJECT_NAME_SIZE, true);
    const others = boxes.filter((_, at) => at !== index);
    const { x, y, room } = namePlace(hull, text, taken, others);
    taken.push(room);
    const inner = hullAround(
      keys.flatMap((key) => {
        const place = places.get(key);
        return place === undefined ? [] : [shrunk(hullBox(place), ROUND)];
      }),
    );
    return {
      key: `${project}/${number}`,
      project,
      containers: counts.get(project) ?? 0,
      path: roundedPath(inner, ROUND),
      name: { text, x, y },
    };
  });
}

function shrunk({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left + by, right: right - by, top: top + by, bottom: bottom - by };
}

/** On the upper or the lower edge, where the name covers the least. */
function namePlace(
  hull: Polygon,
  text: string,
  taken: readonly Box[],
  others: readonly Box[],
): Point & { room: Box } {
  const half = sansWidth(text, PROJECT_NAME_SIZE, true) / 2 + NAME_PADDING;
  const { top, bottom } = boxOf(hull);
  const candidates = [top, bottom].flatMap((y) => {
    const edge = hull.filter((corner) => corner.y === y).map(({ x }) => x);
    const [left, right] = [Math.min(...edge), Math.max(...edge)];
    const middle = (left + right) / 2;
    // A name that is longer than its edge hangs over on both sides.
    const ends =
      right - left > 2 * half + 2 * ROUND ? [left + ROUND + half, right - ROUND - half] : [];
    return [...ends.slice(0, 1), middle, ...ends.slice(1)].map((x) => ({ x, y }));
  });
  const rated = candidates.map((point, index) => {
    const room = boxAround(point, half, PROJECT_NAME_SIZE / 2 + 1);
    const covered = taken.filter((box) => tooClose(box, room, 0)).length;
    const crossed = others.filter((box) => tooClose(box, room, 0)).length;
    return { ...point, room, cost: 10 * covered + crossed + index / 100 };
  });
  const [best] = rated.sort((a, b) => a.cost - b.cost);
  return best ?? { x: 0, y: top, room: boxAround({ x: 0, y: top }, half, PROJECT_NAME_SIZE) };
}
