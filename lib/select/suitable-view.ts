import type { Grouping } from '../view-state/matrix-choices';
import type { Snapshot } from '../model/snapshot';
import { countUnfolded } from '../sharing/stopped-fold';
import type { View } from '../view-state/view-state';

/** With more containers than this, rings and lines can no longer be read, and the matrix can. */
export const TOO_MANY_FOR_RINGS = 80;

/** The view to begin with, where nobody asked for one. */
export function suitableView(snapshot: Snapshot): View {
  return countUnfolded(snapshot.containers) > TOO_MANY_FOR_RINGS ? 'matrix' : 'sharing';
}

/** What rows of the matrix are grouped by, where nobody chose: of many, those that share come first. */
export function suitableGrouping(snapshot: Snapshot): Grouping {
  return countUnfolded(snapshot.containers) > TOO_MANY_FOR_RINGS ? 'sharing' : 'none';
}
