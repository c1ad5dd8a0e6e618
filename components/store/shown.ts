import { useDeferredValue, useMemo } from 'react';
import type { Snapshot } from '@lib/model/snapshot';
import { folded, type Folded } from '@lib/select/folded';
import { shownOf, type Shown } from '@lib/select/shown';
import { useNsview } from './store';

/** What the filters leave of the snapshot, and what they hide. */
export function useShown(): Shown | null {
  return useNsview(({ snapshot, viewState }) =>
    snapshot === null ? null : shownOf(snapshot, viewState),
  );
}

/** The same, with many stopped containers as one thing, unless a person has opened it. */
export function useFolded(): Folded | null {
  const shown = useShown();
  const allStopped = useNsview((store) => store.viewState.allStopped);
  const select = useNsview((store) => store.viewState.select);
  return useMemo(
    () => (shown === null ? null : folded(shown, { allStopped, select })),
    [shown, allStopped, select],
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
