import { expect, it } from 'vitest';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import { compare } from '../timeline/compare';
import { DEFAULT_VIEW_STATE } from '../view-state/view-state';
import { matchesOf } from './matches';
import { shownComparison } from './shown-comparison';
import type { Filters } from './shown';

const STAYS: Sketch = { name: 'stays', shares: { pid: 'a' }, project: 'shop' };
const GONE: Sketch[] = [
  { name: 'web', shares: { pid: 'a' }, project: 'shop' },
  { name: 'old', state: 'exited' },
  { name: 'c1', image: 'nginx' },
];
const NOTHING = sampleSnapshot([]);
const told = compare(sampleSnapshot([STAYS, ...GONE]), sampleSnapshot([STAYS]));

it.each<[string, Partial<Filters>, string[]]>([
  ['no filter', {}, ['c1', 'old', 'web', 'stays']],
  ['stopped ones', { stopped: false }, ['c1', 'web', 'stays']],
  ['a project, of which one is there still', { hiddenProjects: ['shop'] }, ['c1', 'old', 'stays']],
  ['a query', { query: 'nginx' }, ['c1', 'stays']],
  ['a field of a query', { query: 'name:web' }, ['web', 'stays']],
])('what is gone is hidden as what is there: %s', (_, filters, left) => {
  const shown = shownComparison(told, { ...DEFAULT_VIEW_STATE, ...filters }, NOTHING, matchesOf);
  expect(shown.different.map(({ container }) => container.name)).toEqual(left);
});

it('nsview’s own reader is hidden unless it is asked for; nothing hidden is the very same', () => {
  const [a, b] = [sampleSnapshot(GONE), sampleSnapshot([])];
  const containers = a.containers.map((each) =>
    each.name === 'c1' ? { ...each, role: 'reader' as const } : each,
  );
  const comparison = compare({ ...a, containers }, b);
  expect(shownComparison(comparison, DEFAULT_VIEW_STATE, NOTHING, null).different).toHaveLength(2);
  const asked = { ...DEFAULT_VIEW_STATE, own: true };
  expect(shownComparison(comparison, asked, NOTHING, null)).toBe(comparison);
});
