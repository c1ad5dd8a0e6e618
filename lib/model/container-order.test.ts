import { expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import type { Container } from './container';
import { byName, byStart } from './container-order';

const ENDED = Array.from({ length: 3000 }, (_, index) => {
  return { name: `a-job-${index}`, state: 'exited' as const };
});
const RUNNING = ['web10', 'web2', 'db', 'cache', 'worker'].map((name) => ({ name }));

const NAMES = ['cache', 'db', 'web2', 'web10', 'worker'];

it.each<[string, (a: Container, b: Container) => number, string[]]>([
  ['name', byName, [...NAMES, 'a-job-0', 'a-job-1', 'a-job-2']],
  ['start', byStart, ['web10', 'web2', 'db', 'cache', 'worker', 'a-job-0', 'a-job-1', 'a-job-10']],
])('five that run come before three thousand that ended, by %s', (_, order, expected) => {
  const { containers } = sampleSnapshot([...ENDED, ...RUNNING]);
  const first = containers.toSorted(order).slice(0, expected.length);
  expect(first.map(({ name }) => name)).toEqual(expected);
});
