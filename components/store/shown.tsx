import { createContext, useContext, useDeferredValue, useMemo, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { folded, type Folded } from '@lib/select/folded';
import { shownOf, type Shown } from '@lib/select/shown';
import { useNsview } from './store';

const ShownNow = createContext<Shown | null>(null);

/** Finds what is shown, once for each change of the snapshot or of a filter, for all that is in it. */
export function ShownProvider({ children }: { children: ReactNode }) {
  const snapshot = useNsview((store) => store.snapshot);
  const filters = useNsview(
    useShallow(({ viewState }) => {
      const { types, own, stopped, hostProcesses, hiddenProjects, query } = viewState;
      return { types, own, stopped, hostProcesses, hiddenProjects, query };
    }),
  );
  const shown = useMemo(
    () => (snapshot === null ? null : shownOf(snapshot, filters)),
    [snapshot, filters],
  );
  return <ShownNow value={shown}>{children}</ShownNow>;
}

/** What the filters leave of the snapshot, and what they hide. */
export function useShown(): Shown | null {
  return useContext(ShownNow);
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
