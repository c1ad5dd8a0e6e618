import { sameBox, type Box, type Point } from '@lib/layout/geometry';
import { standingSandboxes } from '@lib/scene/sandbox-scene';
import type { ShownSandboxes } from '@lib/select/shown-sandboxes';
import type { Picture } from './picture';

/** What sandboxes stand in. */
export interface Around {
  /** Null: a person has not asked for them. */
  shown: ShownSandboxes | null;
  picture: Pick<Picture, 'graph' | 'layout'>;
  /** The room of what is gone. */
  gone: readonly Box[];
}

/** Where they stand in it; while they are not drawn, where they stood. */
export interface Stood extends Around {
  places: ReadonlyMap<string, Point>;
  /** Of those that a person has moved: where they stood before. */
  moved: ReadonlyMap<string, Point>;
}

/**
 * Where they stand now. What stood somewhere stays there, hidden meanwhile or not, for as long as all of the picture
 * is not placed anew.
 *
 * @param before null: they have stood nowhere
 */
export function stoodAfter(before: Stood | null, now: Around): Stood {
  const { shown, picture, gone } = now;
  // Each answer of what arranges it is another object.
  const isAnew = before === null || !sameBox(before.picture.layout.window, picture.layout.window);
  const known: ReadonlyMap<string, Point> = isAnew ? new Map() : before.places;
  const moved = new Map([...(before?.moved ?? [])].filter(([key]) => known.has(key)));
  const fixed = new Set(moved.keys());
  const ground = { ...picture, gone };
  const places = shown === null ? known : standingSandboxes(shown, ground, known, fixed);
  return { shown, picture, gone, places, moved };
}

/** With one where a person has put it; the others stand as they stood. */
export function movedByHand(stood: Stood, key: string, to: (place: Point) => Point): Stood {
  const place = stood.places.get(key);
  if (place === undefined) return stood;
  const { x, y } = to(place);
  const places = new Map(stood.places).set(key, { x: Math.round(x), y: Math.round(y) });
  const moved = stood.moved.has(key) ? stood.moved : new Map(stood.moved).set(key, place);
  return { ...stood, places, moved };
}

/** With one of those let go: it stands where it stood, or where there is room now. */
export function letGoOf(stood: Stood, key: string): Stood {
  const home = stood.moved.get(key);
  if (home === undefined) return stood;
  const moved = new Map([...stood.moved].filter(([each]) => each !== key));
  return stoodAfter({ ...stood, places: new Map(stood.places).set(key, home), moved }, stood);
}
