import { useDeferredValue } from 'react';
import type { Snapshot } from '@lib/model/snapshot';
import { shownOf, type Shown } from '@lib/select/shown';
import { useNsview } from './store';

/** What the filters leave of the snapshot, and what they hide. */
export function useShown(): Shown | null {
  return useNsview(({ snapshot, viewState }) =>
    snapshot === null ? null : shownOf(snapshot, viewState),
  );
}

/** The same a moment later, where a change of the picture is not to wait for what is told beside it. */
export function useToldShown(): Shown | null {
  return useDeferredValue(useShown());
}

/** Is what is told beside the picture of the same moment as the picture? */
export function useToldIsShown(): boolean {
  const shown = useShown();
  return useDeferredValue(shown) === shown;
}

/** The snapshot as it is told about: all but nsview's own reader, unless that is shown. */
export function useWhole(): Snapshot | null {
  return useShown()?.whole ?? null;
}
