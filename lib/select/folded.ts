import { foldStopped, type StoppedFold } from '../sharing/stopped-fold';
import type { ViewState } from '../view-state/view-state';
import { chosenIn } from './chosen';
import { withoutPauses } from './pauses';
import type { Shown } from './shown';

/** What is shown, with what stands for the stopped ones that it lacks; absent where they are few. */
export type Folded<Of = Shown> = Of & { stopped?: StoppedFold };

/**
 * Many stopped containers as one thing, and pause containers in their pods, but for those that are selected; the
 * very same where there is nothing to fold.
 */
export function folded<Of extends Pick<Shown, 'snapshot' | 'whole'>>(
  all: Of,
  viewState: Pick<ViewState, 'allStopped' | 'pauses' | 'select'>,
): Folded<Of> {
  const { allStopped, select } = viewState;
  const shown = withoutPauses(all, viewState);
  const { snapshot, whole } = shown;
  const chosen = chosenIn(whole, select);
  const { shown: containers, stopped } = foldStopped(snapshot.containers, allStopped, chosen);
  if (stopped === null) return shown;
  return { ...shown, snapshot: { ...snapshot, containers: [...containers] }, stopped };
}
