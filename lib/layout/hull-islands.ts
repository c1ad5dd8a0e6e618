import { BoxIndex } from './box-index';
import { boxed, boxOf, hullAround, meet, type Boxed, type Polygon } from './convex';
import { boundsOf, boxAround, contains, distance, grown, tooClose, type Box } from './geometry';
import { outlineBox, outlineOf, WIDEST } from './outline';
import type { Places } from './places';
import { hullBox, hullOf, projectMembers } from './project-hulls';
import { Recent } from './recent';
import type { SharingGraph } from '../sharing/graph';
import { SLOT_WIDTH } from './slot-size';

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

/**
 * Each project's members in as few islands as can be drawn around them without anything else
 * inside.
 */
export function islandsOf(graph: SharingGraph, places: Places): Island[] {
  const members = projectMembers(graph, places).map(({ project, keys }) => {
    const boxes = keys.flatMap((key) => {
      const place = places.get(key);
      return place === undefined ? [] : [hullBox(place)];
    });
    return { project, keys, whole: boundsOf(boxes) };
  });
  const reach = boundsOf(members.flatMap(({ whole }) => whole ?? []));
  if (reach === null) return [];
  const kept = Math.max(LEAST_KEPT, SITUATIONS * members.length);
  const obstacles = new BoxIndex<Obstacle>();
  // Asked after every project that is placed: a look at the middle spares most things a box.
  const wide = grown(reach, WIDEST);
  for (const [key, place] of places) {
    if (!contains(wide, place)) continue;
    const box = outlineBox(place, place.room);
    if (tooClose(reach, box, 0)) obstacles.add({ key, polygon: outlineOf(place, place.room), box });
  }
  return members.flatMap(({ project, keys, whole }) => {
    const own = new Set([...keys, `${project}/`]);
    const near = whole === null ? [] : obstacles.near(whole, 0);
    const others = near.filter(({ key }) => !own.has(key));
    const found = results.get(situation(project, keys, places, others), kept, () =>
      islandsAmong(project, keys, places, others),
    );
    for (const { polygons } of found) {
      for (const polygon of polygons) {
        obstacles.add({ key: `${project}/`, ...boxed(polygon) });
      }
    }
    return found;
  });
}

/** Something that no stranger's hull may be around. */
interface Obstacle extends Boxed {
  key: string;
}

function islandsAmong(
  project: string,
  keys: readonly string[],
  places: Places,
  others: readonly Obstacle[],
): Island[] {
  const isFree = (hull: Polygon) => {
    const reach = boxOf(hull);
    return !others.some(({ polygon, box }) => tooClose(reach, box, 0) && meet(hull, polygon));
  };
  return bridged(piecesOf(keys, places, isFree), places, isFree).map(({ pieces, bridges }) => {
    const hulls = pieces.map((piece) => hullFor(piece, places));
    return { project, pieces, polygons: [...hulls, ...bridges] };
  });
}

/** What the islands of a project depend on, as text. */
function situation(
  project: string,
  keys: readonly string[],
  places: Places,
  others: readonly { box: Box }[],
): string {
  let text = project;
  for (const key of keys) {
    const place = places.get(key);
    text += `;${key},${place?.x},${place?.y},${place?.room}`;
  }
  text += '|';
  for (const { box } of others) text += `;${box.left},${box.top},${box.right},${box.bottom}`;
  return text;
}

/** Results by situation: from one picture to the next, most projects stand as they stood. */
const results = new Recent<readonly Island[]>();

/** Situations of one project that a layout asks about, and some more. */
const SITUATIONS = 4;
const LEAST_KEPT = 60;

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
  /** By one piece, the others with which no hull is free. */
  const apart = new Map<readonly string[], Set<readonly string[]>>();
  for (const { a, b } of pairsOf(keys, places)) {
    const [one, other] = [pieces.get(a) ?? [], pieces.get(b) ?? []];
    if (one === other || apart.get(one)?.has(other) === true) continue;
    const both = new Set([...one, ...other]);
    const joined = keys.filter((key) => both.has(key));
    if (isFree(hullFor(joined, places))) for (const key of joined) pieces.set(key, joined);
    else {
      apart.set(one, (apart.get(one) ?? new Set()).add(other));
      apart.set(other, (apart.get(other) ?? new Set()).add(one));
    }
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
