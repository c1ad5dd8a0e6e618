import { formatViewState, parseViewState, type ViewState } from '../view-state/view-state';

/**
 * What is shown once a step's focus is. What is no picture stays as a person has it: how the page looks, which
 * machine or recording it is of, and the step itself.
 *
 * @param focus the query of an address, without `?`; left out: the picture stays what it is
 */
export function focusedOn(state: ViewState, focus: string | undefined): ViewState {
  if (focus === undefined) return state;
  const { theme, language, projector, inspector, own, freeze, recording, at, lesson, step } = state;
  return {
    ...parseViewState(focus).state,
    ...{ theme, language, projector, inspector, own, freeze, recording, at, lesson, step },
  };
}

/** Is something else shown than the focus of the step: has a hand wandered? */
export function hasWandered(state: ViewState, focus: string | undefined): boolean {
  return formatViewState(state) !== formatViewState(focusedOn(state, focus));
}

/** Did an address name the step and no picture? It is for the focus then to say what is shown. */
export function namesNoPicture({ view, select, open }: ViewState): boolean {
  return view === null && select === null && !open;
}
