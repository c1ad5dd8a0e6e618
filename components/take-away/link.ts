import { formatViewState, sourceOf } from '@lib/view-state/view-state';
import { timeIn, type NsviewStore } from '../store/store';

/** The address that shows this view elsewhere; of a recording also this moment of it. */
export function linkTo(store: NsviewStore): string {
  const { viewState, firstView, recording } = store;
  const at =
    viewState.recording === null || recording === null
      ? viewState.at
      : Math.max(0, Math.round(timeIn(store) - Date.parse(recording.startedAt)));
  const view = viewState.view ?? firstView;
  const past = sourceOf(viewState) === 'past' ? Math.round(timeIn(store)) : viewState.past;
  const { origin, pathname } = window.location;
  return `${origin}${pathname}${formatViewState({ ...viewState, view, at, past })}`;
}
