import type { Snapshot } from '@lib/model/snapshot';
import { shownOf, type Shown } from '@lib/select/shown';
import { useNsview } from './store';

/** What the filters leave of the snapshot, and what they hide. */
export function useShown(): Shown | null {
  return useNsview(({ snapshot, viewState }) =>
    snapshot === null ? null : shownOf(snapshot, viewState),
  );
}

/** The snapshot as it is told about: all but nsview's own reader, unless that is shown. */
export function useWhole(): Snapshot | null {
  return useShown()?.whole ?? null;
}
