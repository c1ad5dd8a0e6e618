import { expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';
import type { Snapshot } from '../model/snapshot';
import { courseMachine, courseMachineWith, process } from '../select/course-machine';
import { findSandboxes } from './find';
import { spacesIn } from './spaces';

const HOST = courseMachine.host.namespaces;
const C1 = courseMachine.containers.find(({ name }) => name === 'c1')?.namespaces ?? HOST;
const MNT = namespaceId('mnt', '71');

/** What is said of the first sandbox in each type, and with whom. */
function told(machine: Snapshot) {
  const { sandboxes } = findSandboxes(machine);
  const [first] = sandboxes;
  if (first === undefined) throw new Error('there is no sandbox');
  const spaces = spacesIn(machine, sandboxes)(first);
  expect(spaces.map(({ type }) => type)).toEqual(NAMESPACE_TYPES);
  return (type: NamespaceType) => {
    const space = spaces.find((each) => each.type === type);
    return [
      space?.said,
      ...(space?.containers ?? []).map(({ name }) => name),
      ...(space?.sandboxes ?? []).map(({ top }) => top.pid),
    ];
  };
}

const machineWith = (namespaces: NamespaceSet, ...others: NamespaceSet[]) =>
  courseMachineWith({
    processes: [namespaces, ...others].map((each, nth) =>
      process({ pid: 20_001 + nth, namespaces: each }),
    ),
  });

it('is its own where nobody else is, and the host’s where that is', () => {
  const of = told(machineWith({ ...HOST, mnt: MNT }));
  expect([of('mnt'), of('net')]).toEqual([['own'], ['host']]);
});

it('is shared with containers and with other sandboxes, and all of them are named', () => {
  const of = told(
    machineWith({ ...HOST, mnt: MNT, pid: C1.pid }, { ...HOST, mnt: MNT, net: C1.net }),
  );
  expect(of('pid')).toEqual(['shared', 'c1', 'c2']);
  expect(of('mnt')).toEqual(['shared', 20_002]);
});

it('is unknown where it could not be read, and where the host’s is not known', () => {
  const machine = machineWith({ ...HOST, mnt: MNT, net: null });
  expect(told(machine)('net')).toEqual(['unknown']);
  const host = { ...machine.host, namespaces: { ...HOST, uts: null } };
  expect(told({ ...machine, host })('uts')).toEqual(['unknown']);
});

it('is an engine’s where its daemon lives', () => {
  const machine = machineWith({ ...HOST, mnt: MNT, net: namespaceId('net', '9') });
  const daemon = { ...perType(() => null), net: namespaceId('net', '9') };
  const engines = machine.engines.map((each) => ({ ...each, namespaces: daemon }));
  expect(told({ ...machine, engines })('net')).toEqual(['engine']);
});

it('is nothing where the kernel has none', () => {
  const machine = machineWith({ ...HOST, mnt: MNT, time: null });
  expect(told({ ...machine, host: { ...machine.host, lacks: ['time'] } })('time')).toEqual([
    'absent',
  ]);
});

it('is found once for each of them', () => {
  const machine = machineWith({ ...HOST, mnt: MNT }, { ...HOST, mnt: namespaceId('mnt', '72') });
  const { sandboxes } = findSandboxes(machine);
  const spacesOf = spacesIn(machine, sandboxes);
  const found = sandboxes.map(spacesOf);
  expect(found.map((spaces) => spaces.find(({ type }) => type === 'mnt')?.id)).toEqual([
    ...['mnt:71', 'mnt:72'],
  ]);
  for (const [nth, sandbox] of sandboxes.entries()) expect(spacesOf(sandbox)).toBe(found[nth]);
});
