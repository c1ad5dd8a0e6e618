import { CONTAINER_STATES, type Container } from './container';

/** What can be said of a container's state: `unknown` where its engine does not tell it, or no more. */
export const KNOWN_STATES = [...CONTAINER_STATES, 'unknown'] as const;
export type KnownState = (typeof KNOWN_STATES)[number];

/** The state that a container is known to be in. */
export function knownState({
  state,
  unreadable,
}: Pick<Container, 'state' | 'unreadable'>): KnownState {
  return unreadable.state === undefined ? state : 'unknown';
}
