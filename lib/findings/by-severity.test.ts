import { expect, it } from 'vitest';
import { found } from '../report/fixtures/told';
import { bySeverity } from './by-severity';

it('groups findings, the worst first, without those severities of which there is none', () => {
  const low = found('mutable-tag', 'c1');
  const high = [found('host-root', 'c2'), found('host-root', 'c1')];
  expect(bySeverity([low, ...high])).toEqual([
    { severity: 'high', findings: high },
    { severity: 'low', findings: [low] },
  ]);
  expect(bySeverity([])).toEqual([]);
});
