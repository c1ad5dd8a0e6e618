import type { Snapshot } from '../model/snapshot';
import type { Selection } from '../view-state/selection';
import { findContainer, refOf } from '../model/container-ref';

/** The two containers that are selected, as they are referred to, where both run; null: two are not. */
export function selectedPair(
  snapshot: Snapshot,
  selection: Selection | null,
): readonly [string, string] | null {
  if (selection?.kind !== 'pair') return null;
  const [first, second] = selection.refs.map((ref) => findContainer(snapshot, ref));
  if (!first || !second || first.pid === 0 || second.pid === 0) return null;
  return [refOf(snapshot, first), refOf(snapshot, second)];
}
