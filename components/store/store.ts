import { create } from 'zustand';
import type { Snapshot } from '@lib/model/snapshot';
import type { RecordingMessage } from '@lib/protocol/playback';
import { eldersOf } from '@lib/process-list/elders';
import { positionAfter, type Playback } from '@lib/protocol/playing';
import { pinned } from '@lib/select/chosen';
import { suitableView } from '@lib/select/suitable-view';
import { withoutReader } from '@lib/select/without-reader';
import type { ReaderState } from '@lib/protocol/reader-state';
import type { Watch } from '@lib/protocol/from-viewer';
import { canOpen, type Selection } from '@lib/view-state/selection';
import {
  DEFAULT_VIEW_STATE,
  sourceOf,
  type LinkProblem,
  type View,
  type ViewState,
} from '@lib/view-state/view-state';
import { viewRoom } from './view-room';

/** `connecting`: nothing seen yet; `stale`: what is shown may be old; `incompatible`: reload needed. */
export type Connection = 'connecting' | 'live' | 'stale' | 'incompatible';

/** A new object for each time it is asked. */
export interface Reveal {
  pid: number;
  /** The pane in which it gets the focus. */
  pane: string | null;
}

/** A snapshot with the series that it is of. */
interface Received {
  epoch: string;
  snapshot: Snapshot;
}

export interface NsviewStore {
  connection: Connection;
  /** Why the machine cannot be read just now. */
  unreadable: string | null;
  /** The newest of what came; while the moment is held, newer than what is shown. */
  received: Received | null;
  /** What is shown. */
  snapshot: Snapshot | null;
  /** While the moment is held: the time then, in milliseconds since the epoch. Null: it is not held. */
  frozenAt: number | null;
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
  /** Of which rows the server was asked to send usage: it sends what changed since, and does not say a thing twice. */
  watchedRows: Watch['rows'];
  /** The process that is pointed at, by host PID: lit wherever it shows. */
  hoveredPid: number | null;
  /** A process that was asked for: panes scroll to it, and one gives it the focus. */
  reveal: Reveal | null;
  /** What a person who sees nothing is to be told of what they did; a new object each time. */
  told: { text: string } | null;
  /** The recording that is shown; null: a machine. */
  recording: RecordingMessage | null;
  /** Where its playing was at `since`, as performance.now() tells time. */
  playback: (Playback & { since: number }) | null;

  setConnection: (connection: Connection) => void;
  setUnreadable: (reason: string) => void;
  receive: (epoch: string, snapshot: Snapshot) => void;
  setReader: (reader: ReaderState) => void;
  explainReader: (explaining: boolean) => void;
  /** Tells what rows a pane has on screen; none when it is closed. */
  setRowsOnScreen: (pane: string, pids: readonly number[]) => void;
  /** Changes what is shown; the URL follows (see url.ts). */
  show: (change: Partial<ViewState>) => void;
  select: (selection: Selection | null) => void;
  /** Selects it; what is selected already is shown in full, where that can be. */
  choose: (selection: Selection | null) => void;
  hoverProcess: (pid: number | null) => void;
  /** Has every pane scroll to a process, unfolding what hides it. @param pane which takes the focus to it */
  revealProcess: (pid: number, pane: string | null) => void;
  tell: (text: string) => void;
  dismissLinkProblems: () => void;
  showRecording: (recording: RecordingMessage) => void;
  setPlayback: (playback: Playback) => void;
}

export const useNsview = create<NsviewStore>()((set) => ({
  connection: 'connecting',
  unreadable: null,
  received: null,
  snapshot: null,
  frozenAt: null,
  firstView: 'sharing',
  reader: { state: 'direct' },
  explaining: false,
  viewState: DEFAULT_VIEW_STATE,
  linkProblems: [],
  rowsOnScreen: new Map(),
  watchedRows: [],
  hoveredPid: null,
  reveal: null,
  told: null,
  recording: null,
  playback: null,

  setConnection: (connection) => set({ connection }),
  setUnreadable: (unreadable) => set({ unreadable }),
  receive: (epoch, snapshot) =>
    set((store) => {
      const received = { epoch, snapshot };
      if (store.frozenAt !== null) return { received, unreadable: null, connection: 'live' };
      const shown = {
        received,
        unreadable: null,
        connection: 'live' as const,
        ...showing(store, snapshot),
        ...pinnedIn(store.viewState, snapshot),
      };
      return store.viewState.freeze
        ? { ...shown, frozenAt: timeIn({ ...store, ...shown }) }
        : shown;
    }),
  setReader: (reader) => set({ reader }),
  explainReader: (explaining) => set({ explaining }),
  setRowsOnScreen: (pane, pids) =>
    set(({ rowsOnScreen }) => {
      const next = new Map(rowsOnScreen);
      if (pids.length > 0) next.set(pane, pids);
      else next.delete(pane);
      return { rowsOnScreen: next };
    }),
  show: (change) =>
    set((store) => {
      const viewState = withOpen({
        ...{ ...store.viewState, ...change },
        // Who asks for a view wants to see that.
        open: change.open ?? (change.view === undefined && store.viewState.open),
      });
      return {
        viewState,
        ...pinnedIn(viewState, store.snapshot),
        ...heldAfter(store, viewState),
      };
    }),
  select: (selection) =>
    set(({ viewState, snapshot }) => ({
      viewState: withOpen({ ...viewState, select: pinned(snapshot, selection) }),
    })),
  choose: (selection) => {
    const { viewState, select, show } = useNsview.getState();
    if (JSON.stringify(selection) === JSON.stringify(viewState.select)) show({ open: true });
    else select(selection);
  },
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
  tell: (text) => set({ told: { text } }),
  dismissLinkProblems: () => set({ linkProblems: [] }),
  showRecording: (recording) => set({ recording }),
  setPlayback: (playback) => set({ playback: { ...playback, since: performance.now() } }),
}));

/** What shows a snapshot. */
function showing({ snapshot: before, firstView, recording, playback }: NsviewStore, now: Snapshot) {
  const recorded = now.host.reader === 'recording';
  return {
    snapshot: now,
    // Decided once: a page that is open does not change its view because one more container starts.
    firstView: before === null ? suitableView(withoutReader(now), viewRoom()) : firstView,
    recording: recorded ? recording : null,
    playback: recorded ? playback : null,
  };
}

/** A selected namespace stays the one that it is: see `pinned`. */
function pinnedIn(viewState: ViewState, snapshot: Snapshot | null): { viewState?: ViewState } {
  const select = pinned(snapshot, viewState.select);
  return select === viewState.select ? {} : { viewState: { ...viewState, select } };
}

/** What another view state makes of the moment that is held: it is let go, or from now on held. */
function heldAfter(store: NsviewStore, next: ViewState): Partial<NsviewStore> {
  const { viewState, received, snapshot, frozenAt } = store;
  // What comes of another recording is another moment: the first of it is waited for.
  if (sourceOf(next) !== sourceOf(viewState)) return { frozenAt: null };
  if (next.freeze) return { frozenAt: frozenAt ?? (snapshot === null ? null : timeIn(store)) };
  if (frozenAt === null) return {};
  return { frozenAt: null, ...(received === null ? {} : showing(store, received.snapshot)) };
}

/** The time of what is shown, in milliseconds since the epoch: now, or that of the recording. */
export function timeIn(store: NsviewStore): number {
  const { recording, playback, frozenAt, viewState } = store;
  if (frozenAt !== null) return frozenAt;
  if (recording === null) return Date.now();
  const position =
    playback === null
      ? (viewState.at ?? 0)
      : positionAfter(playback, performance.now() - playback.since, recording.duration);
  return Date.parse(recording.startedAt) + position;
}

/** Only a container can be shown in full: with the selection of something else the view is back. */
function withOpen(viewState: ViewState): ViewState {
  return { ...viewState, open: viewState.open && canOpen(viewState.select) };
}

/** The view: the one chosen, else the one that suits what runs. */
export function useView(): View {
  return useNsview(({ viewState, firstView }) => viewState.view ?? firstView);
}

/** What has the room of the view: that, or the container that is shown `full`. */
export type OnScreen = View | 'full';

export function useOnScreen(): OnScreen {
  const view = useView();
  const open = useNsview(({ viewState }) => viewState.open);
  return open ? 'full' : view;
}
