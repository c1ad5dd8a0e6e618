import type { FirstMessages } from '../i18n/messages';
import type { Container } from '../model/container';

/** The word for a container's state; where its engine does not tell it, or no more, that it is unknown. */
export function stateSaid(
  { state, unreadable }: Container,
  { model }: Pick<FirstMessages, 'model'>,
): string {
  return unreadable.state === undefined ? model.states[state] : model.stateUnknown;
}

/** The same where it is to be noted; null: it runs, as most do. */
export function stateNoted(
  container: Container,
  messages: Pick<FirstMessages, 'model'>,
): string | null {
  const runs = container.state === 'running' && container.unreadable.state === undefined;
  return runs ? null : stateSaid(container, messages);
}
