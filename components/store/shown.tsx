import {
  createContext,
  useContext,
  useDeferredValue,
  useEffect,
  useMemo,
  type ReactNode,
} from 'react';
import { useShallow } from 'zustand/react/shallow';
import { folded, type Folded } from '@lib/select/folded';
import { shownOf, type Filters, type Shown } from '@lib/select/shown';
import { Part, useIfThere } from '../parts/part';
import { useNsview } from './store';

/** Finds what meets a query. Nobody has typed one when the page opens, unless the link has it. */
export const MATCHES = new Part(async () => (await import('@lib/select/matches')).matchesOf);

const ShownNow = createContext<Shown | null>(null);

/** Finds what is shown, once for each change of the snapshot or of a filter, for all that is in it. */
export function ShownProvider({ children }: { children: ReactNode }) {
  const snapshot = useNsview((store) => store.snapshot);
  const filters = useFilters();
  const matchesOf = useIfThere(MATCHES);
  useEffect(() => {
    if (filters.query !== '') MATCHES.want();
  }, [filters.query]);
  const shown = useMemo(() => {
    if (snapshot === null) return null;
    return shownOf(snapshot, filters, matchesOf?.(snapshot, filters.query) ?? null);
  }, [snapshot, filters, matchesOf]);
  return <ShownNow value={shown}>{children}</ShownNow>;
}

/** What a person has decided about what is shown: another object where that is another. */
export function useFilters(): Filters {
  return useNsview(
    useShallow(({ viewState }) => {
      const { types, own, stopped, hostProcesses, hiddenProjects, query } = viewState;
      return { types, own, stopped, hostProcesses, hiddenProjects, query };
    }),
  );
}

/** What the filters leave of the snapshot, and what they hide. */
export function useShown(): Shown | null {
  return useContext(ShownNow);
}

/** The same, with many stopped containers as one thing and pause containers in their pods, unless a person has opened these. */
export function useFolded(): Folded | null {
  const shown = useShown();
  const allStopped = useNsview((store) => store.viewState.allStopped);
  const pauses = useNsview((store) => store.viewState.pauses);
  const select = useNsview((store) => store.viewState.select);
  return useMemo(
    () => (shown === null ? null : folded(shown, { allStopped, pauses, select })),
    [shown, allStopped, pauses, select],
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
