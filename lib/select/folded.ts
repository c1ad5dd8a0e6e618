import { foldStopped, type StoppedFold } from '../sharing/stopped-fold';
import type { ViewState } from '../view-state/view-state';
import { chosenIn } from './chosen';
import type { Shown } from './shown';

/** What is shown, with what stands for the stopped ones that it lacks; absent where they are few. */
export type Folded<Of = Shown> = Of & { stopped?: StoppedFold };

/** Many stopped containers as one thing, but for those that are selected; the very same where they are few. */
export function folded<Of extends Pick<Shown, 'snapshot' | 'whole'>>(
  shown: Of,
  { allStopped, select }: Pick<ViewState, 'allStopped' | 'select'>,
): Folded<Of> {
  const { snapshot, whole } = shown;
  const chosen = chosenIn(whole, select);
  const { shown: containers, stopped } = foldStopped(snapshot.containers, allStopped, chosen);
  if (stopped === null) return shown;
  return { ...shown, snapshot: { ...snapshot, containers: [...containers] }, stopped };
}
