import { countUnfolded } from '../sharing/stopped-fold';
import type { Grouping } from '../view-state/matrix-choices';
import type { Snapshot } from '../model/snapshot';
import { podOf } from '../model/project';
import type { View } from '../view-state/view-state';

/** On any screen: with more containers than this, lines can no longer be followed, and the matrix can be read. */
const TOO_MANY_FOR_LINES = 80;
/** However small the screen is, so many begin as rings. */
const FEW = 12;
/**
 * What a ring takes, with what is around it, where the letters in it can still be read, and what the host
 * and the edges take; in square pixels. Of generated machines, pictures of 16 to 80.
 */
const ROOM = { ring: 17_000, host: 230_000 };

/**
 * The view to begin with, where nobody asked for one.
 *
 * @param room that there is for it, in pixels
 */
export function suitableView(
  { containers }: Snapshot,
  { width, height }: { width: number; height: number },
): View {
  const legible = Math.max(FEW, Math.floor((width * height - ROOM.host) / ROOM.ring));
  const most = Math.min(legible, TOO_MANY_FOR_LINES);
  return countUnfolded(containers) > most ? 'matrix' : 'sharing';
}

/**
 * What rows of the matrix are grouped by, where nobody chose: of more than one sees at once, those of a pod stand
 * together, or where there are no pods those that share.
 */
export function suitableGrouping({ containers }: Snapshot): Grouping {
  if (countUnfolded(containers) <= FEW) return 'none';
  return containers.some((each) => podOf(each) !== null) ? 'project' : 'sharing';
}
