import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Snapshot } from '@lib/model/snapshot';
import { shownSandboxes, type ShownSandboxes } from '@lib/select/shown-sandboxes';
import { useFollowedSandbox } from './followed-sandbox';
import { useNsview } from './store';

/** What is drawn of sandboxes; null where a person has not asked for them. @param whole the snapshot without filters */
export function useShownSandboxes(whole: Snapshot): ShownSandboxes | null {
  useFollowedSandbox();
  const filters = useNsview(
    useShallow(({ viewState: { sandboxes, hostProcesses, query, select } }) => {
      return { sandboxes, hostProcesses, query, select };
    }),
  );
  return useMemo(() => shownSandboxes(whole, filters), [whole, filters]);
}
