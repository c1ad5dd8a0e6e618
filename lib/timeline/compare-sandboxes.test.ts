import { expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { courseMachine } from '../select/course-machine';
import { compare } from './compare';
import { comparisonSchema } from './difference';

const having = (...inodes: number[]) =>
  withSandboxes(courseMachine, ...inodes.map((each) => ({ uts: namespaceId('uts', `${each}`) })));
const withoutTop = (machine: Snapshot): Snapshot => ({
  ...machine,
  processes: machine.processes.filter(({ pid }) => pid !== 20_001),
});
const same = having(71, 71);

it.each<[string, Snapshot, Snapshot, string[]]>([
  ['nothing where there is none', courseMachine, courseMachine, []],
  ['nothing of one that is as it was', having(71), having(71), []],
  ['one that came', courseMachine, having(71), ['appeared sleep 20001']],
  ['one that went', having(71), courseMachine, ['went sleep 20001']],
  [
    'what came before what went, though a process has the number of one that ended',
    having(71),
    having(72),
    ['appeared sleep 20001', 'went sleep 20001'],
  ],
  ['nothing where the topmost process ended, and another stayed', same, withoutTop(same), []],
])('%s', (_, a, b, expected) => {
  const comparison = compare(a, b);
  expect(
    comparison.sandboxes.map(({ difference, name, pid }) => `${difference} ${name} ${pid}`),
  ).toEqual(expected);
  expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  expect(comparison.different).toEqual([]);
});
