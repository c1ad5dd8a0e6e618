import { foldPauses } from '../sharing/pause-fold';
import type { ViewState } from '../view-state/view-state';
import { chosenIn } from './chosen';
import type { Shown } from './shown';

/**
 * What is shown without the pause containers that their pods stand for, but for those that are selected; the very
 * same where there are none, or a person asked for each.
 */
export function withoutPauses<Of extends Pick<Shown, 'snapshot' | 'whole'>>(
  shown: Of,
  { pauses, select }: Pick<ViewState, 'pauses' | 'select'>,
): Of {
  const { snapshot, whole } = shown;
  if (pauses || snapshot.containers.every(({ role }) => role !== 'pause')) return shown;
  const containers = foldPauses(snapshot.containers, chosenIn(whole, select));
  return { ...shown, snapshot: { ...snapshot, containers: [...containers] } };
}
