import type { Container } from './container';

/** Running containers by start, then the others; ties by id. */
export function byStart(a: Container, b: Container): number {
  const running = Number(b.pid > 0) - Number(a.pid > 0);
  if (running !== 0) return running;
  const [from, to] = [a.startedAt ?? '', b.startedAt ?? ''];
  if (from !== to) return from < to ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
