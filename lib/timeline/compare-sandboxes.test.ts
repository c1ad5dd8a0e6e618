import { expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import type { NamespaceSet } from '../model/namespace-set';
import { perType } from '../model/namespace-type';
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

const uts = namespaceId('uts', '71');
const net = namespaceId('net', '72');
const one = (namespaces: Partial<NamespaceSet>) => withSandboxes(courseMachine, namespaces);
/** Another process has the place of the one that is in a sandbox. */
const ofAnother = (machine: Snapshot): Snapshot => ({
  ...machine,
  processes: machine.processes.map((each) =>
    each.pid === 20_001 ? { ...each, startTicks: `${each.startTicks}0` } : each,
  ),
});
/** An engine is in the very same namespaces. */
const ofEngine = (machine: Snapshot): Snapshot => ({
  ...machine,
  engines: machine.engines.map((each) => ({ ...each, namespaces: { ...each.namespaces, uts } })),
});
const unread = one(perType(() => null));

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
  ['one that is an engine’s now', one({ uts }), ofEngine(one({ uts })), ['went sleep 20001']],
  ['nothing where none of its links could be read before', unread, one({ uts, net }), []],
  ['nothing where none of its links can be read any more', one({ uts, net }), unread, []],
  [
    'nothing where one link could not be read before',
    one({ uts, net: null }),
    one({ uts, net }),
    [],
  ],
  ['nor where it cannot any more', one({ uts, net }), one({ uts, net: null }), []],
  [
    'nothing where what could be read of others is where it is',
    one({ uts, net: null }),
    ofAnother(one({ uts, net })),
    [],
  ],
  [
    'one that came where another process could not be read',
    unread,
    ofAnother(one({ uts })),
    ['appeared sleep 20001'],
  ],
  [
    'one that came where what could be read was elsewhere',
    one({ net: null }),
    one({ uts, net }),
    ['appeared sleep 20001'],
  ],
  [
    'one that came and one that went where what could be read is elsewhere',
    one({ uts: namespaceId('uts', '73'), net: null }),
    one({ uts, net }),
    ['appeared sleep 20001', 'went sleep 20001'],
  ],
])('%s', (_, a, b, expected) => {
  const comparison = compare(a, b);
  expect(
    comparison.sandboxes.map(({ difference, name, pid }) => `${difference} ${name} ${pid}`),
  ).toEqual(expected);
  expect(comparisonSchema.parse(comparison)).toEqual(comparison);
  expect(comparison.different).toEqual([]);
});
