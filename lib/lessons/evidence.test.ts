import { expect, it } from 'vitest';
import { machineNow, type MachineNow } from './evidence';
import type { Truth } from './run';

interface Fact {
  truth: Truth;
  seenAt: number | null;
}
const SO: Fact = { truth: { is: 'true' }, seenAt: 5 };
const NOT_YET: Fact = { truth: { is: 'false' }, seenAt: null };
const NO_LONGER: Fact = { truth: { is: 'false' }, seenAt: 5 };
const UNREAD: Fact = { truth: { is: 'unknown', because: 'EACCES' }, seenAt: null };

it.each<[string, Fact[], MachineNow]>([
  ['no facts', [], 'silent'],
  ['none that could be read', [UNREAD, UNREAD], 'silent'],
  ['all so', [SO, SO], 'agrees'],
  ['all so that could be read', [UNREAD, SO], 'agrees'],
  ['one not yet so', [SO, NOT_YET], 'not-yet'],
  ['one no longer so', [SO, NO_LONGER], 'no-longer'],
  ['one not yet, one no longer so', [NO_LONGER, NOT_YET], 'not-yet'],
])('what the machine says now beside what was told: %s', (_, facts, says) => {
  expect(machineNow(facts)).toBe(says);
});
