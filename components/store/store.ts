import { create } from 'zustand';
import type { Snapshot } from '@lib/model/snapshot';
import {
  DEFAULT_VIEW_STATE,
  type LinkProblem,
  type Selection,
  type ViewState,
} from '@lib/view-state/view-state';

/** `connecting`: nothing seen yet; `stale`: what is shown may be old; `incompatible`: reload needed. */
export type Connection = 'connecting' | 'live' | 'stale' | 'incompatible';

export interface NsviewStore {
  connection: Connection;
  epoch: string | null;
  snapshot: Snapshot | null;
  viewState: ViewState;
  linkProblems: readonly LinkProblem[];
  /** The process that is pointed at, by host PID: lit wherever it shows. */
  hoveredPid: number | null;

  setConnection: (connection: Connection) => void;
  receive: (epoch: string, snapshot: Snapshot) => void;
  /** Changes what is shown; the URL follows (see url.ts). */
  show: (change: Partial<ViewState>) => void;
  select: (selection: Selection | null) => void;
  hoverProcess: (pid: number | null) => void;
  dismissLinkProblems: () => void;
}

export const useNsview = create<NsviewStore>()((set) => ({
  connection: 'connecting',
  epoch: null,
  snapshot: null,
  viewState: DEFAULT_VIEW_STATE,
  linkProblems: [],
  hoveredPid: null,

  setConnection: (connection) => set({ connection }),
  receive: (epoch, snapshot) => set({ epoch, snapshot, connection: 'live' }),
  show: (change) => set(({ viewState }) => ({ viewState: { ...viewState, ...change } })),
  select: (selection) =>
    set(({ viewState }) => ({ viewState: { ...viewState, select: selection } })),
  hoverProcess: (hoveredPid) => set({ hoveredPid }),
  dismissLinkProblems: () => set({ linkProblems: [] }),
}));
