import { BoxIndex } from './box-index';
import { boundsOf, boxAround, type Box, type Point } from './geometry';
import { nearestFree } from './free-place';
import { pointsOf } from './obstacles';
import { GAP, HOST_KEY, roomAt, type Places } from './places';
import type { SharingGraph } from '../sharing/graph';
import type { SharingLayout } from './sharing-layout';
import { curvesOf } from './tie-curves';

/** So far apart are two of a row, and two rows. */
const STEP = 134;
/** So far below all else the first row is, and so far beside a host that stands alone. */
const AWAY = 40;
/** As many columns for a row as make many of them about so much wider than high. */
const WIDER = 1.6;

/** What places are found in: a picture that is arranged already. */
export interface Ground {
  graph: SharingGraph;
  layout: Pick<SharingLayout, 'places' | 'bounds' | 'window'>;
  /** The room of what stands there and is no part of it, as what is gone is. */
  gone: readonly Box[];
}

/** Something to be placed, and beside what: the key of something that has a place. */
export interface Wanted {
  key: string;
  beside: string | null;
}

/**
 * Where sandboxes stand in a picture, of which nothing moves: beside what they share with, if there is room, the others
 * in rows below it. What stood somewhere stays there as long as nothing else needs the room.
 *
 * @param before where they stood
 * @param fixed which of them a hand has put there: these stay, whatever else is in that place
 */
export function sandboxPlaces(
  wanted: readonly Wanted[],
  { graph, layout, gone }: Ground,
  before: ReadonlyMap<string, Point>,
  fixed: ReadonlySet<string> = new Set(),
): ReadonlyMap<string, Point> {
  const boxed = (box: Box) => ({ box });
  const lines = new BoxIndex(
    curvesOf(graph, layout.places).flatMap(({ curve }) =>
      pointsOf(curve).map((point) => boxed(boxAround(point, 0, 0))),
    ),
  );
  const taken = new BoxIndex(
    [...[...layout.places.values()].map((place) => roomAt(place, place.room)), ...gone].map(boxed),
  );
  const found = new Map<string, Point>();
  const isFree = (box: Box) => taken.near(box, GAP).length === 0 && lines.near(box, 0).length === 0;
  const settle = (key: string, place: Point) => {
    found.set(key, place);
    taken.add(boxed(sandboxBox(place)));
  };
  for (const { key } of wanted.filter((each) => fixed.has(each.key))) {
    const place = before.get(key);
    if (place !== undefined) settle(key, place);
  }
  for (const { key } of wanted) {
    const place = before.get(key);
    if (!found.has(key) && place !== undefined && isFree(sandboxBox(place))) settle(key, place);
  }
  const canvas = boundsOf([layout.bounds, layout.window]) ?? layout.bounds;
  for (const { key, beside } of wanted) {
    const wish = beside === null ? undefined : layout.places.get(beside);
    if (found.has(key) || wish === undefined) continue;
    settle(key, nearestFree(wish, sandboxBox, isFree, canvas));
  }
  const waiting = wanted.filter(({ key }) => !found.has(key));
  const rows = rowsFor(waiting.length, layout.places, canvas);
  for (const { key } of waiting) {
    let place = rows.next();
    while (!isFree(sandboxBox(place))) place = rows.next();
    settle(key, place);
  }
  return found;
}

/** The room that one takes. */
export function sandboxBox(place: Point): Box {
  return roomAt(place, 'container');
}

/** One place after another, in rows: below all that stands, or beside the host where that is all there is. */
function rowsFor(count: number, places: Places, canvas: Box): { next: () => Point } {
  const half = STEP / 2;
  const host = places.get(HOST_KEY);
  const isAlone = host !== undefined && places.size === 1;
  const all = boundsOf([...places.values()].map((place) => roomAt(place, place.room))) ?? canvas;
  const left = isAlone ? all.right + AWAY : Math.min(all.left, canvas.left);
  const right = isAlone ? canvas.right : Math.max(all.right, canvas.right);
  const top = isAlone ? canvas.top + AWAY : all.bottom + AWAY;
  const columns = Math.max(
    1,
    Math.floor((right - left) / STEP),
    Math.ceil(Math.sqrt(count * WIDER)),
  );
  let nth = -1;
  return {
    next: () => {
      nth += 1;
      const [column, row] = [nth % columns, Math.floor(nth / columns)];
      return {
        x: Math.round(left + half + column * STEP),
        y: Math.round(top + half + row * STEP),
      };
    },
  };
}
