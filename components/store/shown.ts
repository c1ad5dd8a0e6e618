import type { Snapshot } from '@lib/model/snapshot';
import { withoutReader, type Shown } from '@lib/select/without-reader';
import { useNsview } from './store';

const NOTHING: Shown['hidden'] = { containers: 0, processes: 0 };

/** The snapshot as views draw it: without nsview's own reader, unless that was asked for. */
export function useSnapshot(): Snapshot | null {
  const snapshot = useNsview((store) => store.snapshot);
  const own = useNsview((store) => store.viewState.own);
  return snapshot === null || own ? snapshot : withoutReader(snapshot).snapshot;
}

/** How much of nsview's own is in the snapshot, shown or not. */
export function useOwn(): Shown['hidden'] {
  const snapshot = useNsview((store) => store.snapshot);
  return snapshot === null ? NOTHING : withoutReader(snapshot).hidden;
}
