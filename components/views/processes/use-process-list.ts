import { useDeferredValue, useMemo } from 'react';
import { USAGE_COLUMNS } from '@lib/view-state/process-columns';
import { matcher } from '@lib/process-list/match';
import { processList, type ProcessList } from '@lib/process-list/process-list';
import type { UsageTable } from '@lib/select/usage';
import type { SeenProcess } from '@lib/select/vantage';
import type { ProcessListState } from '@lib/view-state/process-list-state';
import { useAllMessages } from '../../store/messages';
import { useNsview } from '../../store/store';
import { useUsage } from '../../store/usage';

const NO_USAGE: UsageTable = new Map();

/** How processes are to be listed, and how to change that; the address follows. */
export function useListState(): [ProcessListState, (change: Partial<ProcessListState>) => void] {
  const state = useNsview((store) => store.viewState.processes);
  const show = useNsview((store) => store.show);
  return [state, (change) => show({ processes: { ...state, ...change } })];
}

/** The rows of a pane. They go by usage only where that is what they are sorted by. */
export function useProcessList(seen: readonly SeenProcess[]): ProcessList {
  const messages = useAllMessages().processes;
  const { tree, folded, sort, match } = useNsview((store) => store.viewState.processes);
  const usage = useUsage(({ shown }) =>
    USAGE_COLUMNS.includes(sort.column) ? shown.rows : NO_USAGE,
  );
  // What is typed shows at once, also where many processes are to be looked through.
  const text = useDeferredValue(match);
  return useMemo(
    () => processList(seen, { tree, folded, sort, matches: matcher(text, messages) }, usage),
    [seen, tree, folded, sort, text, messages, usage],
  );
}
