import { formatViewState, parseViewState, type ViewState } from '../view-state/view-state';

/**
 * What everybody has as they like it, and what a seat tells: who follows sees the recording, or the machine, that the
 * leader sees, at the same moment of it.
 */
type OwnChoice = 'language' | 'theme' | 'projector' | 'inspector' | 'allRows' | 'recording' | 'at';

/** What is shown, as it is followed: the query of an address, with nothing of how one's own page looks. */
export function followedView(state: ViewState): string {
  return formatViewState(asFollowed(parseViewState('').state, state));
}

/** The same from a query that anybody may have written: what is not understood in it is left out. */
export function followedQuery(search: string): string {
  return followedView(parseViewState(search).state);
}

/** What a page shows once it follows: what is led, the rest as it has it. @param led as `followedView` gives it */
export function following(own: ViewState, led: string): ViewState {
  return asFollowed(own, parseViewState(led).state);
}

function asFollowed(own: ViewState, led: ViewState): ViewState {
  const { language, theme, projector, inspector, allRows } = own;
  const { recording, at, past, from, timeline } = own;
  const kept: Pick<ViewState, OwnChoice> = {
    ...{ language, theme, projector, inspector, allRows },
    ...{ recording, at, past, from, timeline },
  };
  return { ...led, ...kept };
}
