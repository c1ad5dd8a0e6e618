import { formatViewState, parseViewState } from '@lib/view-state/view-state';
import { useNsview } from './store';

function readLocation(): void {
  const { state, problems } = parseViewState(window.location.search);
  useNsview.setState({ viewState: state, linkProblems: problems });
}

/**
 * Ties the view state to the address bar: a link shows what was on screen, the browser's Back
 * button returns to the view before. Returns how to untie them.
 */
export function followLocation(): () => void {
  readLocation();
  const unsubscribe = useNsview.subscribe((store, before) => {
    if (store.viewState === before.viewState) return;
    const search = formatViewState(store.viewState);
    if (search === window.location.search) return;
    const url = `${window.location.pathname}${search}`;
    // Another view or recording is a step that Back undoes; lesser changes are not.
    const { view, recording } = before.viewState;
    const lesser = store.viewState.view === view && store.viewState.recording === recording;
    if (lesser) window.history.replaceState(null, '', url);
    else window.history.pushState(null, '', url);
  });
  window.addEventListener('popstate', readLocation);
  return () => {
    unsubscribe();
    window.removeEventListener('popstate', readLocation);
  };
}
