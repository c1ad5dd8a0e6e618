import { create } from 'zustand';
import type { Snapshot } from '@lib/model/snapshot';
import type { RecordingMessage } from '@lib/protocol/playback';
import type { Playback } from '@lib/recording/playback';
import { eldersOf } from '@lib/process-list/tree';
import { suitableView } from '@lib/select/suitable-view';
import { withoutReader } from '@lib/select/without-reader';
import type { ReaderState } from '@lib/protocol/reader-state';
import type { UsageMessage } from '@lib/protocol/usage';
import { nextUsage, type UsageTable } from '@lib/select/usage';
import {
  DEFAULT_VIEW_STATE,
  type LinkProblem,
  type Selection,
  type View,
  type ViewState,
} from '@lib/view-state/view-state';

/** `connecting`: nothing seen yet; `stale`: what is shown may be old; `incompatible`: reload needed. */
export type Connection = 'connecting' | 'live' | 'stale' | 'incompatible';

/** A new object for each time it is asked. */
export interface Reveal {
  pid: number;
  /** The pane in which it gets the focus. */
  pane: string | null;
}

export interface NsviewStore {
  connection: Connection;
  epoch: string | null;
  snapshot: Snapshot | null;
  /** The view that suited what ran when the page opened: shown until somebody chooses. */
  firstView: View;
  /** Who reads /proc for the server; what a person may decide about it. */
  reader: ReaderState;
  /** Is the reader in a container being explained? */
  explaining: boolean;
  viewState: ViewState;
  linkProblems: readonly LinkProblem[];
  /** The rows that each pane has on screen, by host PID. */
  rowsOnScreen: ReadonlyMap<string, readonly number[]>;
  /** Of those rows: what changes all the time. */
  usage: UsageTable;
  /** The process that is pointed at, by host PID: lit wherever it shows. */
  hoveredPid: number | null;
  /** A process that was asked for: panes scroll to it, and one gives it the focus. */
  reveal: Reveal | null;
  /** The recording that is shown; null: a machine. */
  recording: RecordingMessage | null;
  /** Where its playing was at `since`, as performance.now() tells time. */
  playback: (Playback & { since: number }) | null;

  setConnection: (connection: Connection) => void;
  receive: (epoch: string, snapshot: Snapshot) => void;
  setReader: (reader: ReaderState) => void;
  explainReader: (explaining: boolean) => void;
  receiveUsage: (message: UsageMessage) => void;
  /** Tells what rows a pane has on screen; none when it is closed. */
  setRowsOnScreen: (pane: string, pids: readonly number[]) => void;
  /** Changes what is shown; the URL follows (see url.ts). */
  show: (change: Partial<ViewState>) => void;
  select: (selection: Selection | null) => void;
  hoverProcess: (pid: number | null) => void;
  /** Has every pane scroll to a process, unfolding what hides it. @param pane which takes the focus to it */
  revealProcess: (pid: number, pane: string | null) => void;
  dismissLinkProblems: () => void;
  showRecording: (recording: RecordingMessage) => void;
  setPlayback: (playback: Playback) => void;
}

export const useNsview = create<NsviewStore>()((set) => ({
  connection: 'connecting',
  epoch: null,
  snapshot: null,
  firstView: 'sharing',
  reader: { state: 'direct' },
  explaining: false,
  viewState: DEFAULT_VIEW_STATE,
  linkProblems: [],
  rowsOnScreen: new Map(),
  usage: new Map(),
  hoveredPid: null,
  reveal: null,
  recording: null,
  playback: null,

  setConnection: (connection) => set({ connection }),
  receive: (epoch, snapshot) =>
    set(({ snapshot: before, firstView, recording, playback }) => {
      const recorded = snapshot.host.reader === 'recording';
      return {
        epoch,
        snapshot,
        connection: 'live',
        // Decided once: a page that is open does not change its view because one more container starts.
        firstView: before === null ? suitableView(withoutReader(snapshot).snapshot) : firstView,
        recording: recorded ? recording : null,
        playback: recorded ? playback : null,
      };
    }),
  setReader: (reader) => set({ reader }),
  explainReader: (explaining) => set({ explaining }),
  receiveUsage: (message) =>
    set(({ usage, rowsOnScreen }) => ({
      usage: nextUsage(usage, message, new Set([...rowsOnScreen.values()].flat())),
    })),
  setRowsOnScreen: (pane, pids) =>
    set(({ rowsOnScreen }) => {
      const next = new Map(rowsOnScreen);
      if (pids.length > 0) next.set(pane, pids);
      else next.delete(pane);
      return { rowsOnScreen: next };
    }),
  show: (change) => set(({ viewState }) => ({ viewState: { ...viewState, ...change } })),
  select: (selection) =>
    set(({ viewState }) => ({ viewState: { ...viewState, select: selection } })),
  hoverProcess: (hoveredPid) => set({ hoveredPid }),
  revealProcess: (pid, pane) =>
    set(({ viewState, snapshot }) => {
      const elders = eldersOf(pid, snapshot?.processes ?? []);
      const { processes } = viewState;
      const folded = processes.folded.filter((each) => !elders.has(each));
      return {
        reveal: { pid, pane },
        viewState:
          folded.length === processes.folded.length
            ? viewState
            : { ...viewState, processes: { ...processes, folded } },
      };
    }),
  dismissLinkProblems: () => set({ linkProblems: [] }),
  showRecording: (recording) => set({ recording }),
  setPlayback: (playback) => set({ playback: { ...playback, since: performance.now() } }),
}));

/** The view on screen: the one chosen, else the one that suits what runs. */
export function useView(): View {
  return useNsview(({ viewState, firstView }) => viewState.view ?? firstView);
}
