import { boundsOf, type Point } from './geometry';
import { roomAt } from './places';
import type { SharingLayout } from './sharing-layout';

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

/**
 * The layout without one thing that was pinned. What is laid out after it stands where it stood before
 * it was pinned, or where there is room now.
 */
export function letGo(layout: SharingLayout, key: string): SharingLayout {
  const home = layout.pins.get(key);
  if (home === undefined) return layout;
  const without = (places: SharingLayout['places']) => {
    return new Map([...places].filter(([each]) => each !== key));
  };
  return {
    ...layout,
    places: without(layout.places),
    pins: without(layout.pins),
    left: new Map(layout.left).set(key, home),
  };
}
