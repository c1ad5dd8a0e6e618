import type { Container } from './container';

/** Has a container no process? One whose number its engine does not tell has one all the same. */
export function isStopped({
  pid,
  state,
  unreadable,
}: Pick<Container, 'pid' | 'state' | 'unreadable'>): boolean {
  const isSaidToRun = state === 'running' || state === 'paused';
  return pid === 0 && !(isSaidToRun && unreadable.pid !== undefined);
}
