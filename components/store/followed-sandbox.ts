import { useLayoutEffect } from 'react';
import { pinnedSandbox } from '@lib/select/pinned-sandbox';
import { useNsview } from './store';

/** Keeps the sandbox that is selected the one that it is, whichever of its processes end. */
export function useFollowedSandbox(): void {
  const snapshot = useNsview((store) => store.snapshot);
  const selection = useNsview((store) => store.viewState.select);
  // Before it is seen that the process is gone by which it went.
  useLayoutEffect(() => {
    if (snapshot === null || selection?.kind !== 'sandbox') return;
    const select = pinnedSandbox(snapshot, selection);
    if (select === selection) return;
    useNsview.setState(({ viewState }) => ({ viewState: { ...viewState, select } }));
  }, [snapshot, selection]);
}
