import { isTaken, line } from '#line';
import { apply } from '@lib/diff/apply';
import { LOCAL_HOST } from '@lib/model/host';
import { FROM_SERVER } from '@lib/protocol/from-server';
import type { PlaybackRequest } from '@lib/protocol/from-viewer';
import { type Watch } from '@lib/protocol/from-viewer';
import { PROTOCOL_VERSION } from '@lib/protocol/protocol';
import { positionAfter } from '@lib/protocol/playing';
import { sourceOf } from '@lib/view-state/view-state';
import { useNsview } from './store';

/** Milliseconds until a viewer that the server dropped asks again. */
const AFTER_DROP = 1000;

function hello(resync: boolean): void {
  const { received, viewState } = useNsview.getState();
  const lastSeq = resync ? null : (received?.snapshot.seq ?? null);
  const { recording: name } = viewState;
  line.emit('hello', {
    host: LOCAL_HOST,
    version: PROTOCOL_VERSION,
    epoch: received?.epoch ?? null,
    lastSeq,
    recording: name === null ? null : { name, ...whereToBegin(0, viewState.at) },
    past: sourceOf(viewState) === 'past' ? whereToBegin(startOfPast(), viewState.past) : null,
  });
}

/**
 * Where it was before the connection was lost; else where the link says.
 *
 * @param start moment 0 of what is shown @param named what the link says; null: it plays
 */
function whereToBegin(start: number, named: number | null): { at: number; playing: boolean } {
  const { recording, playback, viewState } = useNsview.getState();
  const isShown = recording?.name === viewState.recording && recording.past === start > 0;
  if (playback === null || !isShown) {
    return { at: named ?? 0, playing: named === null && !viewState.freeze };
  }
  const { since, playing } = playback;
  const at = positionAfter(playback, performance.now() - since, recording.duration);
  return { at: start + Math.round(at), playing };
}

/** Moment 0 of the past that is shown, in milliseconds since 1970; 0: none is. */
function startOfPast(): number {
  const { recording } = useNsview.getState();
  return recording?.past === true ? Date.parse(recording.startedAt) : 0;
}

/** How often something was wished of the playing on this line. */
let wishes = 0;

line.on('connect', () => {
  wishes = 0;
  hello(false);
});

// One who is where the server is has missed nothing; to any other what is missing comes as well.
line.on('welcome', (message) => {
  const parsed = FROM_SERVER.welcome.safeParse(message);
  if (!parsed.success) return incompatible();
  const { received, setConnection } = useNsview.getState();
  const { epoch, seq } = parsed.data;
  if (received?.epoch === epoch && received.snapshot.seq === seq) setConnection('live');
});

line.on('snapshot', (message) => {
  const parsed = FROM_SERVER.snapshot.safeParse(message);
  if (parsed.success) useNsview.getState().receive(parsed.data.epoch, parsed.data.snapshot);
  else incompatible();
});

line.on('delta', (message) => {
  const parsed = FROM_SERVER.delta.safeParse(message);
  if (!parsed.success) return incompatible();
  const { received, receive } = useNsview.getState();
  const next =
    received === null || parsed.data.epoch !== received.epoch
      ? null
      : apply(received.snapshot, parsed.data);
  if (next === null) hello(true);
  else receive(parsed.data.epoch, next);
});

line.on('recording', (message) => {
  const parsed = FROM_SERVER.recording.safeParse(message);
  if (parsed.success) useNsview.getState().showRecording(parsed.data);
  else incompatible();
});

line.on('playback', (message) => {
  const parsed = FROM_SERVER.playback.safeParse(message);
  if (!parsed.success) return incompatible();
  // What was told before it was heard what is wished now would take the page back to where it was.
  const { wish, ...playback } = parsed.data;
  if (wish >= wishes) useNsview.getState().setPlayback(playback);
});

// Another recording was chosen, or this machine: by a click, or by the browser's Back.
useNsview.subscribe(({ viewState, playback, recording }, before) => {
  const source = sourceOf(viewState);
  if (source !== sourceOf(before.viewState)) {
    if (line.connected) hello(true);
    return;
  }
  // Another moment of the same, by a link or the browser's Back; or a hand that went on while the way back was opened.
  const isOther = viewState.past !== before.viewState.past;
  const opens = before.playback === null;
  if (source === 'past' && recording?.past === true && playback !== null && (isOther || opens)) {
    const to = Math.max(0, (viewState.past ?? 0) - startOfPast());
    if (playback.position !== to) wishPlayback({ do: 'seek', to });
  }
  // A moment of a recording is held by standing still; one that others watch as well goes on for them.
  const held = viewState.freeze && !before.viewState.freeze;
  if (held && (source !== null || isTaken) && playback?.playing === true) {
    wishPlayback({ do: 'pause' });
  }
});

line.on('reader', (message) => {
  const parsed = FROM_SERVER.reader.safeParse(message);
  if (parsed.success) useNsview.getState().setReader(parsed.data);
  else incompatible();
});

line.on('unreadable', (message) => {
  const parsed = FROM_SERVER.unreadable.safeParse(message);
  if (parsed.success) useNsview.getState().setUnreadable(parsed.data.reason);
  else incompatible();
});

line.on('incompatible', incompatible);

line.on('disconnect', () => {
  const { snapshot, connection, setConnection } = useNsview.getState();
  if (connection !== 'incompatible') setConnection(snapshot === null ? 'connecting' : 'stale');
  // The server drops a viewer whose picture it can't keep current; trying again is up to us then.
  if (!line.active && connection !== 'incompatible') setTimeout(() => line.connect(), AFTER_DROP);
});

/** What the server says is not understood: it is of another version, and the page must be loaded anew. */
export function incompatible(): void {
  useNsview.getState().setConnection('incompatible');
  line.disconnect();
}

/** Opens the connection; what comes goes to the store. */
export function connect(): void {
  line.connect();
}

/** The number of what is wished now, whether it is said at once or a little later. */
export function nextWish(): number {
  wishes += 1;
  return wishes;
}

function wishPlayback(request: PlaybackRequest, wish = nextWish()): void {
  line.emit('playback', { host: LOCAL_HOST, wish, ...request });
}

/** Asks the server to play, to stand still, to be elsewhere in the recording; a held moment is let go. */
export function askPlayback(request: PlaybackRequest, wish?: number): void {
  useNsview.getState().show({ freeze: false });
  wishPlayback(request, wish);
}

/** Says yes or no to the reader in a container. */
export function decideReader(agree: boolean): void {
  line.emit('reader', { host: LOCAL_HOST, agree });
}

/** Tells the server what is on screen: what it looks at more often, and sends usage of. */
export function watch(onScreen: Watch): void {
  line.emit('watch', { host: LOCAL_HOST, ...onScreen });
  useNsview.setState({ watchedRows: onScreen.rows });
}
