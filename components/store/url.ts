import { isTaken } from '#line';
import {
  formatViewState,
  parseViewState,
  sourceOf,
  type ViewState,
} from '@lib/view-state/view-state';
import { addressed } from './addressed';
import { useNsview } from './store';
import { isAskedFirst } from './way-out';

function readLocation(): void {
  follow(parseViewState(addressed()));
}

function follow({ state, problems }: ReturnType<typeof parseViewState>): void {
  useNsview.getState().show(state);
  useNsview.setState({ linkProblems: problems });
}

/** Shows where Back has led; what leaves a lesson by it, once that was asked. Who stays has the lesson's address again. */
function followBack(): void {
  const { lesson } = useNsview.getState().viewState;
  const there = parseViewState(addressed());
  const leave = () => follow(there);
  const stay = () => writeLocation(useNsview.getState().viewState);
  const isLeft = lesson !== null && there.state.lesson !== lesson;
  if (!isLeft || !isAskedFirst(lesson, { leave, stay })) leave();
}

/** Milliseconds that a recording must stand still before the address says where. */
const STILL = 300;

/** Keeps the moment in the view state: where a recording stands still, nothing while it plays; of the past always. */
function followPlayback(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = useNsview.subscribe(({ playback, recording, viewState, show }, before) => {
    const source = sourceOf(viewState);
    // Where one has gone on, the moment that was stood at is no longer it.
    if (source !== sourceOf(before.viewState)) clearTimeout(timer);
    const isOwn = source !== null || isTaken;
    if (playback === before.playback || playback === null || !isOwn) return;
    clearTimeout(timer);
    const { playing, position } = playback;
    if (source !== 'past') {
      timer = setTimeout(() => show({ at: playing ? null : position }), STILL);
    } else if (recording?.past === true) {
      const past = Date.parse(recording.startedAt) + position;
      timer = setTimeout(() => show({ past }), STILL);
    }
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}

function writeLocation(viewState: ViewState): void {
  const search = formatViewState(viewState);
  if (search === window.location.search) return;
  const url = `${window.location.pathname}${search}`;
  // Another view or recording than the address has, a container in full, or another step of a lesson, is a step
  // that Back undoes; lesser changes are not, nor is the same in other words: a link may have been written by hand.
  const there = parseViewState(addressed()).state;
  const same = (...fields: (keyof ViewState)[]) =>
    fields.every((field) => viewState[field] === there[field]);
  // Where the address names a lesson's step and no view, what that shows comes a moment later.
  const isComing = there.lesson !== null && there.view === null && !there.open;
  const lesser =
    sourceOf(viewState) === sourceOf(there) &&
    same('lesson', 'step') &&
    (isComing || same('view', 'open'));
  write(lesser ? 'replaceState' : 'pushState', url);
}

/**
 * Ties the view state to the address bar: a link shows what was on screen, the browser's Back
 * button returns to the view before. Returns how to untie them.
 */
export function followLocation(): () => void {
  readLocation();
  const unfollowPlayback = followPlayback();
  const unsubscribe = useNsview.subscribe(({ viewState }, before) => {
    if (viewState !== before.viewState) writeLocation(viewState);
  });
  window.addEventListener('popstate', followBack);
  return () => {
    unfollowPlayback();
    unsubscribe();
    window.removeEventListener('popstate', followBack);
  };
}

/** In a frame of somebody else's page the address may not be ours to write: what is shown does not depend on it. */
function write(how: 'pushState' | 'replaceState', url: string): void {
  try {
    window.history[how](null, '', url);
  } catch (refusal) {
    if (!(refusal instanceof DOMException)) throw refusal;
  }
}
