import { lastingKey, type SharingGraph } from '../sharing/graph';
import type { Comparison } from '../timeline/difference';
import { goneIn, type Gone } from '../timeline/gone';
import { containerKey, type ContainerKey } from '../model/ids';
import { nearestFree } from './free-place';
import { boundsOf, contains, tooClose, type Box, type Point } from './geometry';
import { pointsOf } from './obstacles';
import { GAP, roomAt, type Place } from './places';
import type { SharingLayout } from './sharing-layout';
import { curvesOf } from './tie-curves';

/** Below its ring stands what it is. */
const BELOW = 16;

/** What places are found in: the last three are those of a picture that is arranged already. */
interface Arranged {
  graph: SharingGraph;
  layout: Pick<SharingLayout, 'places' | 'left' | 'bounds' | 'window'>;
}

/** What is gone from a picture, and where each is shown in it: the same whatever of it is drawn. */
export interface StandingGone {
  gone: readonly Gone[];
  places: ReadonlyMap<ContainerKey, Point>;
}

/** What is gone and is not in this picture: a comparison may be of a moment ago. */
export function standingGone(comparison: Comparison, arranged: Arranged): StandingGone {
  const there = new Set(arranged.graph.nodes.map(({ container }) => containerKey(container)));
  const gone = goneIn(comparison).filter(({ key }) => !there.has(key));
  return { gone, places: gonePlaces(gone, arranged) };
}

/**
 * Where what is gone is shown, beside what is there, of which nothing moves: where it stood if that is free,
 * else as near as there is room to where it belongs, to where it stood, or to the middle.
 */
function gonePlaces(
  gone: readonly Gone[],
  { graph, layout }: Arranged,
): ReadonlyMap<ContainerKey, Point> {
  const keys = new Map(graph.nodes.map(({ key, container }) => [containerKey(container), key]));
  const lines = curvesOf(graph, layout.places).flatMap(({ curve }) => pointsOf(curve));
  const taken = [...layout.places.values()].map((place) => roomAt(place, place.room));
  const canvas = boundsOf([layout.bounds, layout.window]) ?? layout.bounds;
  const middle = {
    x: Math.round((layout.bounds.left + layout.bounds.right) / 2),
    y: Math.round((layout.bounds.top + layout.bounds.bottom) / 2),
  };
  const found = new Map<ContainerKey, Point>();
  const placeOf = (other: ContainerKey) =>
    found.get(other) ?? layout.places.get(keys.get(other) ?? '');
  for (const { key, container, beside } of gone) {
    const before: Place | undefined = layout.left.get(lastingKey(container));
    const wish = before ?? (beside === null ? undefined : placeOf(beside)) ?? middle;
    const place = nearestFree(
      wish,
      boxOf,
      (box) => {
        if (taken.some((each) => tooClose(each, box, GAP))) return false;
        return !lines.some((point) => contains(box, point));
      },
      canvas,
    );
    found.set(key, place);
    taken.push(boxOf(place));
  }
  return found;
}

/** The room that it takes. */
export function boxOf(place: Point): Box {
  const box = roomAt(place, 'container');
  return { ...box, bottom: box.bottom + BELOW };
}
