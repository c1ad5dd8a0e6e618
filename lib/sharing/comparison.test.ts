import { expect, it } from 'vitest';
import { courseMachine } from '../select/course-machine';
import { findContainer } from '../model/container-ref';
import { compare, type Standing } from './comparison';

function standings(first: string, second: string): Partial<Record<string, Standing>> {
  const [a, b] = [findContainer(courseMachine, first), findContainer(courseMachine, second)];
  if (a === null || b === null) throw new Error('both are there');
  const { types } = compare(courseMachine, a, b);
  return Object.fromEntries(types.map(({ type, standing }) => [type, standing]));
}

it.each([
  ['c1', 'c2', 'pid', 'same'],
  ['c1', 'c2', 'net', 'different'],
  ['c1', 'c2', 'user', 'same'],
  ['c1', 'vault', 'user', 'second inside'],
  ['vault', 'c1', 'user', 'first inside'],
  ['c1', 'metrics', 'pid', 'different'],
  ['c1', 'old', 'pid', 'none'],
  ['c1', 'c1', 'mnt', 'same'],
])('%s and %s: %s is %s', (first, second, type, standing) => {
  expect(standings(first, second)[type]).toBe(standing);
});

it('does not say different where one could not be read', () => {
  const c1 = findContainer(courseMachine, 'c1');
  const c2 = findContainer(courseMachine, 'c2');
  if (c1 === null || c2 === null) throw new Error('both are there');
  const blind = {
    ...c2,
    namespaces: { ...c2.namespaces, net: null },
    sharing: { ...c2.sharing, net: 'unknown' as const },
  };
  const { types } = compare(courseMachine, c1, blind);
  expect(types.find(({ type }) => type === 'net')?.standing).toBe('unknown');
});
