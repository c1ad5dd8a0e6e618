import type { Container } from './container';

/**
 * Has a container no process? One whose number its engine does not tell has one all the same; and of one whose state is
 * not told either nobody knows.
 */
export function isStopped({
  pid,
  state,
  unreadable,
}: Pick<Container, 'pid' | 'state' | 'unreadable'>): boolean {
  if (pid !== 0) return false;
  const mayRun = state === 'running' || state === 'paused' || unreadable.state !== undefined;
  return !(mayRun && unreadable.pid !== undefined);
}
