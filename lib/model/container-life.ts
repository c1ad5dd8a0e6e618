import type { Container } from './container';

/** One life of a container: one that is started again lives another time, with other processes. */
export function lifeOfContainer({ pid, startedAt }: Pick<Container, 'pid' | 'startedAt'>): string {
  return `${String(pid)} ${startedAt ?? ''}`;
}
