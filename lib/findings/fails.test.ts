import { expect, it } from 'vitest';
import { fails } from './fails';
import type { Findings, RuleName, Severity } from './finding';

const NOTHING: Findings = { findings: [], unknown: [], inapplicable: [], silent: [] };
const undecided = (rule: RuleName, reason: string): Findings => ({
  ...NOTHING,
  unknown: [{ rule, reason, subject: { engine: 'e', container: 'c', name: 'c1' } }],
});
const found = (severity: Severity): Findings => ({
  ...NOTHING,
  findings: [
    {
      ...{ rule: 'capabilities', severity, of: [], evidence: [], change: [], reference: [] },
      subject: { engine: 'e', container: 'c', name: 'c1' },
    },
  ],
});

it.each<[what: string, told: Findings, high: boolean, medium: boolean, low: boolean]>([
  ['nothing', NOTHING, false, false, false],
  ['an engine that does not tell', { ...NOTHING, silent: ['unix:///d.sock'] }, true, true, true],
  ['a high one', found('high'), true, true, true],
  ['a medium one', found('medium'), false, true, true],
  ['a low one', found('low'), false, false, true],
  ['a high rule undecided', undecided('seccomp-off', 'EACCES'), true, true, true],
  ['one that can be high', undecided('capabilities', 'EACCES'), true, true, true],
  ['a medium rule undecided', undecided('no-pids-limit', 'EACCES'), false, true, true],
  ['a low rule undecided', undecided('host-uts', 'EACCES'), false, false, true],
  [
    'a rule that does not apply',
    { ...NOTHING, inapplicable: [{ rule: 'seccomp-off', reason: 'no-security-module' }] },
    ...([false, false, false] as const),
  ],
  ['a label that may not be read', undecided('lsm-off', 'EACCES'), false, true, true],
])('%s: fails on high, medium, low', (_what, told, high, medium, low) => {
  expect([fails(told, 'high'), fails(told, 'medium'), fails(told, 'low')]).toEqual([
    ...[high, medium, low],
  ]);
});
