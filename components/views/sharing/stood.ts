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
  const places = shown === null ? known : standingSandboxes(shown, { ...picture, gone }, known);
  return { shown, picture, gone, places };
}
