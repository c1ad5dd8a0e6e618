import { boundsOf, type Point, type Size } from './geometry';
import { roomAt } from './places';
import { layOut, type SharingLayout } from './sharing-layout';
import type { SharingGraph } from './sharing-graph';

/** The layout with one thing moved to where a person wants it, and pinned there; nothing else moves. */
export function pinAt(layout: SharingLayout, key: string, point: Point): SharingLayout {
  const place = layout.places.get(key);
  if (place === undefined) return layout;
  const moved = { ...place, x: Math.round(point.x), y: Math.round(point.y) };
  return {
    ...layout,
    places: new Map(layout.places).set(key, moved),
    pins: layout.pins.has(key) ? layout.pins : new Map(layout.pins).set(key, place),
    bounds: boundsOf([layout.bounds, roomAt(moved, moved.room)]) ?? layout.bounds,
  };
}

/** The layout with one pinned thing let go: it stands where it stood, or where there is room now. */
export function letGo(
  graph: SharingGraph,
  size: Size,
  layout: SharingLayout,
  key: string,
): SharingLayout {
  const home = layout.pins.get(key);
  if (home === undefined) return layout;
  const without = (places: SharingLayout['places']) => {
    return new Map([...places].filter(([each]) => each !== key));
  };
  return layOut(graph, size, {
    ...layout,
    places: without(layout.places),
    pins: without(layout.pins),
    left: new Map(layout.left).set(key, home),
  });
}
