import { boxOf, hullAround, meet, roundedPath, type Polygon } from './convex';
import { boundsOf, boxAround, distance, tooClose, type Box } from './geometry';
import { sansWidth, shortened } from './node-text';
import { outlineOf } from './outline';
import { roomAt, type Places } from './places';
import { hullBox, hullOf, projectMembers } from './project-hulls';
import type { SharingGraph } from './sharing-graph';
import { SLOT_WIDTH } from './slot-board';

/** The radius of a hull's corners. */
const ROUND = 26;

/** The size of a project's name, and how far from it nothing else may be. */
export const PROJECT_NAME_SIZE = 12;
const NAME_PADDING = 6;
/** How far a name may hang over the hull, at most. */
const NAME_REACH = 60;

/** How wide the bridge is that joins two pieces of a project, and how far it reaches. */
const BRIDGE = 60;
const BRIDGE_REACH = 2.2 * SLOT_WIDTH;

/** One piece of a project: all of it where the picture allows it. */
export interface Island {
  project: string;
  /** Nodes and hubs, in hulls that nothing else stands in. */
  pieces: readonly (readonly string[])[];
  /** Around the pieces, and the bridges between them. */
  polygons: readonly Polygon[];
}

/** An island as it is drawn, with its project's name on its edge. */
export interface ProjectHull {
  /** The project and which of its islands this is: it stays the same while nothing moves. */
  key: string;
  project: string;
  /** SVG path data in world coordinates, of shapes that overlap each other. */
  path: string;
  name: { text: string; x: number; y: number };
}

/**
 * Each project's members in as few islands as can be drawn around them without anything else
 * inside.
 */
export function islandsOf(graph: SharingGraph, places: Places): Island[] {
  const islands: Island[] = [];
  const obstacles = [...places].map(([key, place]) => {
    const polygon = outlineOf(place, place.room);
    return { key, polygon, box: boxOf(polygon) };
  });
  for (const { project, keys } of projectMembers(graph, places)) {
    const own = new Set([...keys, `${project}/`]);
    const whole = boxOf(hullFor(keys, places));
    const others = obstacles.filter(({ key, box }) => !own.has(key) && tooClose(whole, box, 0));
    const isFree = (hull: Polygon) => {
      const reach = boxOf(hull);
      return !others.some(({ polygon, box }) => tooClose(reach, box, 0) && meet(hull, polygon));
    };
    const found = remembered(situation(keys, places, others), () =>
      bridged(piecesOf(keys, places, isFree), places, isFree),
    );
    for (const { pieces, bridges } of found) {
      const hulls = pieces.map((piece) => hullFor(piece, places));
      const polygons = [...hulls, ...bridges];
      islands.push({ project, pieces, polygons });
      for (const polygon of polygons) {
        obstacles.push({ key: `${project}/`, polygon, box: boxOf(polygon) });
      }
    }
  }
  return islands;
}

/** What the islands of a project depend on, as text. */
function situation(
  keys: readonly string[],
  places: Places,
  others: readonly { box: Box }[],
): string {
  const members = keys.map((key) => [key, places.get(key)?.x, places.get(key)?.y].join());
  const around = others.map(({ box }) => [box.left, box.top, box.right, box.bottom].join());
  return `${members.join(';')}|${around.join(';')}`;
}

/** Results by situation: from one picture to the next, most projects stand as they stood. */
const results = new Map<string, readonly Bridged[]>();
const MAX_RESULTS = 2000;

function remembered(key: string, find: () => readonly Bridged[]): readonly Bridged[] {
  const known = results.get(key);
  if (known !== undefined) return known;
  if (results.size >= MAX_RESULTS) results.clear();
  const found = find();
  results.set(key, found);
  return found;
}

function hullFor(keys: readonly string[], places: Places): Polygon {
  return hullOf(keys.flatMap((key) => places.get(key) ?? []));
}

/** Pairs of keys, the nearest first. */
function pairsOf(keys: readonly string[], places: Places) {
  return keys
    .flatMap((a, index) =>
      keys.slice(index + 1).flatMap((b) => {
        const [from, to] = [places.get(a), places.get(b)];
        if (from === undefined || to === undefined) return [];
        return [{ a, b, from, to, far: distance(from, to) }];
      }),
    )
    .sort((one, other) => one.far - other.far);
}

/** All in one if that is free, else the nearest joined as long as the hull around them is. */
function piecesOf(
  keys: readonly string[],
  places: Places,
  isFree: (hull: Polygon) => boolean,
): readonly (readonly string[])[] {
  if (isFree(hullFor(keys, places))) return [keys];
  const pieces = new Map<string, readonly string[]>(keys.map((key) => [key, [key]]));
  for (const { a, b } of pairsOf(keys, places)) {
    const [one, other] = [pieces.get(a) ?? [], pieces.get(b) ?? []];
    if (one === other) continue;
    const joined = keys.filter((key) => one.includes(key) || other.includes(key));
    if (!isFree(hullFor(joined, places))) continue;
    for (const key of joined) pieces.set(key, joined);
  }
  return [...new Set(pieces.values())];
}

interface Bridged {
  pieces: (readonly string[])[];
  bridges: Polygon[];
}

/** Pieces that are near each other joined by bridges, where nothing stands in the way. */
function bridged(
  pieces: readonly (readonly string[])[],
  places: Places,
  isFree: (hull: Polygon) => boolean,
): Bridged[] {
  const islands = new Map<string, Bridged>();
  for (const piece of pieces) {
    const island = { pieces: [piece], bridges: [] };
    for (const key of piece) islands.set(key, island);
  }
  if (pieces.length > 1) {
    for (const { a, b, from, to, far } of pairsOf([...islands.keys()], places)) {
      const [one, other] = [islands.get(a), islands.get(b)];
      if (far > BRIDGE_REACH || one === undefined || other === undefined || one === other) continue;
      const ends = [from, to].map((end) => boxAround(end, BRIDGE / 2, BRIDGE / 2));
      const bridge = hullAround(ends);
      if (!isFree(bridge)) continue;
      const joined = {
        pieces: [...one.pieces, ...other.pieces],
        bridges: [...one.bridges, ...other.bridges, bridge],
      };
      for (const key of joined.pieces.flat()) islands.set(key, joined);
    }
  }
  return [...new Set(islands.values())];
}

/** Projects as they are drawn behind everything else; names stand where nothing else does. */
export function projectHulls(graph: SharingGraph, places: Places): ProjectHull[] {
  // A hub's label fills its room to the edge; a ring leaves some air.
  const taken = [...places.values()].map((place) =>
    shrunk(roomAt(place, place.room), place.room === 'hub' ? -3 : 0),
  );
  const islands = islandsOf(graph, places);
  const edges = islands.map(({ polygons }) => polygons.map(boxOf));
  const numbers = new Map<string, number>();
  return islands.map(({ project, pieces, polygons }, index) => {
    const number = numbers.get(project) ?? 0;
    numbers.set(project, number + 1);
    const hulls = polygons.slice(0, pieces.length);
    const others = edges.filter((_, at) => at !== index).flat();
    const { x, y, room, text } = namePlace(project, hulls, taken, others);
    taken.push(room);
    const rounded = pieces.map((piece) => {
      const boxes = piece.flatMap((key) => {
        const place = places.get(key);
        return place === undefined ? [] : [shrunk(hullBox(place), ROUND)];
      });
      return roundedPath(hullAround(boxes), ROUND);
    });
    const bridges = polygons.slice(pieces.length).map((bridge) => roundedPath(bridge, 0));
    const path = [...rounded, ...bridges].join('');
    return { key: `${project}/${number}`, project, path, name: { text, x, y } };
  });
}

function shrunk({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left + by, right: right - by, top: top + by, bottom: bottom - by };
}

/** On the upper or the lower edge of one of the hulls, where the name covers the least. */
function namePlace(
  project: string,
  hulls: readonly Polygon[],
  taken: readonly Box[],
  others: readonly Box[],
) {
  const reach = boundsOf(hulls.map(boxOf));
  const isNear = (box: Box) => reach !== null && tooClose(reach, box, NAME_REACH);
  const [nearTaken, nearOthers] = [taken.filter(isNear), others.filter(isNear)];
  const candidates = hulls
    .toSorted((a, b) => boxOf(a).top - boxOf(b).top || boxOf(a).left - boxOf(b).left)
    .flatMap((hull) => namePlacesOn(hull, project));
  const rated = candidates.map((candidate, index) => {
    const { room } = candidate;
    const covered = nearTaken.filter((box) => tooClose(box, room, 0)).length;
    const crossed = nearOthers.filter((box) => tooClose(box, room, 0)).length;
    return { ...candidate, cost: 10 * covered + crossed + index / 100 };
  });
  return rated.reduce((best, each) => (each.cost < best.cost ? each : best));
}

function namePlacesOn(hull: Polygon, project: string) {
  const { left, right, top, bottom } = boxOf(hull);
  const text = shortened(project, right - left, PROJECT_NAME_SIZE, true);
  const half = sansWidth(text, PROJECT_NAME_SIZE, true) / 2 + NAME_PADDING;
  return [top, bottom].flatMap((y) => {
    const edge = hull.filter((corner) => corner.y === y).map(({ x }) => x);
    const [start, end] = [Math.min(...edge), Math.max(...edge)];
    // A name that is longer than its edge hangs over on both sides.
    const inset = Math.min(ROUND + half, (end - start) / 2);
    return [...new Set([start + inset, (start + end) / 2, end - inset])].map((x) => {
      return { text, x, y, room: boxAround({ x, y }, half, PROJECT_NAME_SIZE / 2 + 1) };
    });
  });
}
