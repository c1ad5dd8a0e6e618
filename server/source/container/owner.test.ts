import { expect, it } from 'vitest';
import { isLeftover, ownerLabel } from './owner';

const self = { bootId: 'boot', pidNamespace: 'pid:[1]', pid: 12, startTicks: '100' };
const alive = new Map([
  [12, '100'],
  [34, '200'],
]);
const label = (changes: Partial<typeof self>) => ownerLabel({ ...self, ...changes });

it.each([
  ['an earlier one of ours', label({}), true, true],
  ['of another server that lives', label({ pid: 34, startTicks: '200' }), true, false],
  ['of one that lives, not started yet', label({ pid: 34, startTicks: '200' }), false, false],
  ['of one that is gone', label({ pid: 56, startTicks: '300' }), true, true],
  ['of one whose PID another process has', label({ pid: 34, startTicks: '150' }), true, true],
  ['of a server in a container', label({ pidNamespace: 'pid:[2]', pid: 1 }), true, false],
  ['of another machine, or an earlier boot', label({ bootId: 'other' }), true, false],
  ['of an earlier boot, ended', label({ bootId: 'other' }), false, true],
  ['without a label', undefined, true, false],
  ['without a label, ended', undefined, false, true],
])('%s', (_, owner, running, expected) => {
  const mayLive = (pid: number, startTicks: string) => alive.get(pid) === startTicks;
  expect(isLeftover({ label: owner, running }, self, mayLive)).toBe(expected);
});
