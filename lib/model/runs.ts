import type { Container } from './container';
import { isStopped } from './is-stopped';
import { knownState } from './known-state';

/** Has a container a process? Null: nobody knows, for neither its state is told nor its number. */
export function runs(container: Pick<Container, 'pid' | 'state' | 'unreadable'>): boolean | null {
  if (container.pid === 0 && knownState(container) === 'unknown') return null;
  return !isStopped(container);
}
