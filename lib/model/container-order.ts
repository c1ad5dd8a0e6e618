import { isStopped } from './is-stopped';
import type { Container } from './container';
import { containerKey } from './ids';
import { byText } from './order';

/** What has a process comes before what has none; else 0. Every list of containers begins with this. */
export function runningFirst(a: Container, b: Container): number {
  return Number(isStopped(a)) - Number(isStopped(b));
}

/** Running containers by start, then the others; ties by id. */
export function byStart(a: Container, b: Container): number {
  const running = runningFirst(a, b);
  if (running !== 0) return running;
  const [from, to] = [a.startedAt ?? '', b.startedAt ?? ''];
  if (from !== to) return from < to ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** Running containers by name, c2 before c10, then the others; ties by engine and id. */
export function byName(a: Container, b: Container): number {
  return (
    runningFirst(a, b) ||
    IN_ORDER.compare(a.name, b.name) ||
    byText(containerKey(a), containerKey(b))
  );
}

/** One for all: localeCompare makes its own for each pair, which thousands of names feel. */
const IN_ORDER = new Intl.Collator('en', { numeric: true });
