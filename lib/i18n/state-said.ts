import type { FirstMessages } from './messages';
import type { Container } from '../model/container';
import { knownState } from '../model/known-state';

/** The word for a container's state; where its engine does not tell it, or no more, that it is unknown. */
export function stateSaid(container: Container, { model }: Pick<FirstMessages, 'model'>): string {
  const state = knownState(container);
  return state === 'unknown' ? model.stateUnknown : model.states[state];
}

/** The same where it is to be noted; null: it runs, as most do. */
export function stateNoted(
  container: Container,
  messages: Pick<FirstMessages, 'model'>,
): string | null {
  return knownState(container) === 'running' ? null : stateSaid(container, messages);
}
