import { boundsOf, type Point } from './geometry';
import { roomAt, type Places } from './places';
import type { SharingLayout } from './sharing-layout';

/** The layout with one thing moved to where a person wants it, and pinned there; nothing else moves. */
export function pinAt(layout: SharingLayout, key: string, point: Point): SharingLayout {
  const place = layout.places.get(key);
  if (place === undefined) return layout;
  const moved = { ...place, x: Math.round(point.x), y: Math.round(point.y) };
  return {
    ...layout,
    places: new Map(layout.places).set(key, moved),
    curves: [],
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
  const without = withoutPlaces(layout, [key]);
  return { ...without, left: new Map(layout.left).set(key, home) };
}

/** A layout that knows nothing of these; itself where that is nothing anyway. */
export function withoutPlaces(layout: SharingLayout, keys: readonly string[]): SharingLayout {
  if (keys.length === 0) return layout;
  const without = (places: Places) => new Map([...places].filter(([key]) => !keys.includes(key)));
  const { places, left, pins } = layout;
  return {
    ...layout,
    places: without(places),
    curves: [],
    left: without(left),
    pins: without(pins),
  };
}
