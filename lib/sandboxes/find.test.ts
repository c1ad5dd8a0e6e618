import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import type { NamespaceSet } from '../model/namespace-set';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { courseMachine, courseMachineWith, process } from '../select/course-machine';
import { findSandboxes } from './find';
import { sandboxWith } from './sandbox';

const HOST = courseMachine.host.namespaces;
const [C1, C2] = ['c1', 'c2'].map(
  (name) => courseMachine.containers.find((each) => each.name === name)?.namespaces ?? HOST,
);
if (C1 === undefined || C2 === undefined) throw new Error('the course machine has a c1 and a c2');

/** The host's namespaces but for these, numbered. */
const within = (other: Partial<Record<NamespaceType, number>>): NamespaceSet =>
  perType((type) => {
    const inode = other[type];
    return inode === undefined ? HOST[type] : namespaceId(type, String(inode));
  });

const bwrap = within({ pid: 71, net: 72, mnt: 73, user: 74, ipc: 75, uts: 76, cgroup: 77 });

/** The PIDs of each sandbox of the course's machine with these. */
const groups = (...processes: Process[]) =>
  findSandboxes(courseMachineWith({ processes })).sandboxes.map((each) =>
    each.processes.map(({ pid }) => pid),
  );

describe('what is a sandbox', () => {
  it.each<[string, Process[], number[][]]>([
    ['nothing on a machine without', [], []],
    [
      'what is in the very same namespaces',
      [
        process({ pid: 20_001, ppid: 20_000, namespaces: bwrap }),
        process({ pid: 20_002, ppid: 20_001, namespaces: bwrap }),
      ],
      [[20_001, 20_002]],
    ],
    [
      'the same types, and others of them: two',
      [
        process({ pid: 20_001, namespaces: within({ net: 71 }) }),
        process({ pid: 20_002, namespaces: within({ net: 72 }) }),
      ],
      [[20_001], [20_002]],
    ],
    [
      'one in one: two',
      [
        process({ pid: 20_001, namespaces: within({ pid: 71, net: 72 }) }),
        process({ pid: 20_002, ppid: 20_001, namespaces: within({ pid: 73, net: 72 }) }),
      ],
      [[20_001], [20_002]],
    ],
    [
      'a clock of its own alone',
      [process({ pid: 20_001, namespaces: within({ time: 71 }) })],
      [[20_001]],
    ],
    [
      'what has joined a container and has something of its own besides',
      [process({ pid: 20_001, namespaces: { ...within({ mnt: 71 }), net: C1.net } })],
      [[20_001]],
    ],
    ['a visitor of a container is none', [process({ pid: 20_001, namespaces: C1 })], []],
    [
      'nor one of two containers at once',
      [process({ pid: 20_001, namespaces: { ...HOST, net: C1.net, mnt: C2.mnt } })],
      [],
    ],
    ['nor a process of the host', [process({ pid: 20_001 })], []],
    [
      'nor one that belongs to a container',
      [process({ pid: 20_001, container: 'x', namespaces: within({ mnt: 71 }) })],
      [],
    ],
    [
      'nor who visits what is nested in a container',
      [
        process({ pid: 20_001, container: 'x', namespaces: within({ mnt: 71 }) }),
        process({ pid: 20_002, namespaces: within({ mnt: 71 }) }),
      ],
      [],
    ],
    [
      'nor a thread of the kernel',
      [process({ pid: 20_001, kernelThread: true, namespaces: within({ mnt: 71 }) })],
      [],
    ],
    [
      'nor what has ended',
      [process({ pid: 20_001, zombie: true, namespaces: perType(() => null) })],
      [],
    ],
    ['nor what could not be read', [process({ pid: 20_001, namespaces: perType(() => null) })], []],
    [
      'what could be read in part, apart from what could be read',
      [
        process({ pid: 20_001, namespaces: within({ mnt: 71 }) }),
        process({ pid: 20_002, namespaces: { ...within({ mnt: 71 }), net: null } }),
      ],
      [[20_001], [20_002]],
    ],
  ])('%s', (_, processes, expected) => {
    expect(groups(...processes)).toEqual(expected);
  });

  it('counts whose links could not be read, and nobody else', () => {
    const { unread } = findSandboxes(
      courseMachineWith({
        processes: [
          process({ pid: 20_001, namespaces: perType(() => null) }),
          process({ pid: 20_002, namespaces: { ...HOST, net: null } }),
          process({ pid: 20_003, namespaces: { ...within({ mnt: 71 }), net: null } }),
          process({ pid: 20_004, kernelThread: true, namespaces: perType(() => null) }),
          process({ pid: 20_005, zombie: true, namespaces: perType(() => null) }),
        ],
      }),
    );
    expect(unread).toBe(2);
  });

  it('does not take an engine’s own namespaces for one', () => {
    const machine = courseMachineWith({
      processes: [process({ pid: 611, comm: 'dockerd', namespaces: within({ net: 71 }) })],
    });
    const engines = machine.engines.map((each) => ({ ...each, namespaces: within({ net: 71 }) }));
    expect(findSandboxes({ ...machine, engines }).sandboxes).toEqual([]);
  });

  it('says of no namespace that it is another than the host’s where that is not known', () => {
    const machine = courseMachineWith({
      processes: [process({ pid: 20_001, namespaces: within({ net: 71 }) })],
    });
    const host = { ...machine.host, namespaces: { ...HOST, net: null } };
    expect(findSandboxes({ ...machine, host }).sandboxes).toEqual([]);
  });

  it('asks nothing about types that the kernel has none of', () => {
    const machine = courseMachineWith({
      processes: [process({ pid: 20_001, namespaces: { ...HOST, time: null } })],
    });
    const found = (lacks: NamespaceType[]) =>
      findSandboxes({ ...machine, host: { ...machine.host, lacks } }).unread;
    expect([found([]), found(['time'])]).toEqual([1, 0]);
  });
});

describe('what is told of a sandbox', () => {
  const sandboxes = findSandboxes(
    courseMachineWith({
      processes: [
        process({ pid: 20_000, comm: 'browser', args: ['browser'] }),
        process({ pid: 20_009, ppid: 20_000, startTicks: '98', namespaces: within({ pid: 71 }) }),
        process({ pid: 20_003, ppid: 20_009, startTicks: '99', namespaces: within({ pid: 71 }) }),
        process({ pid: 20_004, ppid: 20_003, namespaces: within({ pid: 72 }) }),
      ],
    }),
  ).sandboxes;

  it('is topped by who started the others, whatever its number', () => {
    expect(sandboxes.map(({ top }) => top.pid)).toEqual([20_004, 20_009]);
  });

  it('goes by its namespaces, and knows in which it was made', () => {
    const [inner, outer] = sandboxes;
    expect(outer?.key).toBe(':sandbox pid:71');
    expect([inner?.within, outer?.within]).toEqual([outer?.key, null]);
  });

  it('goes by the same when its topmost process ends, and by another in others that have the numbers', () => {
    const keyOf = (pids: number[], lifetime: string) => {
      const machine = courseMachineWith({
        processes: pids.map((pid) => process({ pid, namespaces: within({ uts: 71 }) })),
      });
      const [record] = machine.namespaces;
      if (record === undefined) throw new Error('the course machine has namespaces');
      const id = namespaceId('uts', '71');
      const namespaces = [{ ...record, id, type: 'uts' as const, lifetime }];
      return findSandboxes({ ...machine, namespaces }).sandboxes[0]?.key;
    };
    expect(keyOf([20_001, 20_002], 'a')).toBe(keyOf([20_002], 'a'));
    expect(keyOf([20_001], 'a')).not.toBe(keyOf([20_001], 'b'));
  });

  it('is found by any process in it', () => {
    expect(sandboxWith(sandboxes, 20_003)?.top.pid).toBe(20_009);
    expect(sandboxWith(sandboxes, 20_000)).toBeNull();
  });

  it('is topped by the first to start where their parents have ended', () => {
    const [orphans] = findSandboxes(
      courseMachineWith({
        processes: [
          process({ pid: 20_001, startTicks: '1000', namespaces: bwrap }),
          process({ pid: 20_002, startTicks: '999', namespaces: bwrap }),
        ],
      }),
    ).sandboxes;
    expect(orphans?.top.pid).toBe(20_002);
  });
});

describe('whatever runs', () => {
  const idOf = (type: NamespaceType) =>
    fc.option(
      fc.constantFrom(HOST[type], C1[type], namespaceId(type, '71'), namespaceId(type, '72')),
      { freq: 6 },
    );
  const machines = fc
    .uniqueArray(
      fc.record({
        pid: fc.integer({ min: 30_000, max: 30_020 }),
        ppid: fc.integer({ min: 30_000, max: 30_020 }),
        startTicks: fc.nat({ max: 2000 }).map(String),
        container: fc.option(fc.constant('x'), { freq: 5 }),
        zombie: fc.boolean(),
        namespaces: fc.record(perType(idOf)),
      }),
      { selector: ({ pid }) => pid, maxLength: 12 },
    )
    .map((each) => courseMachineWith({ processes: each.map(process) }));

  it('each process is in one at most, none of which is the host’s or a container’s', () => {
    fc.assert(
      fc.property(machines, (machine) => {
        const { sandboxes, unread } = findSandboxes(machine);
        const pids = sandboxes.flatMap(({ processes }) => processes.map(({ pid }) => pid));
        expect(new Set(pids).size).toBe(pids.length);
        expect(new Set(sandboxes.map(({ key }) => key)).size).toBe(sandboxes.length);
        for (const { top, processes, namespaces } of sandboxes) {
          expect(processes).toContain(top);
          for (const each of processes) {
            expect(each.namespaces).toEqual(namespaces);
            expect(each.container).toBeNull();
          }
          const isOther = (type: NamespaceType) =>
            namespaces[type] !== null && namespaces[type] !== HOST[type];
          expect(NAMESPACE_TYPES.some(isOther)).toBe(true);
        }
        expect(pids.length + unread).toBeLessThanOrEqual(machine.processes.length);
      }),
    );
  });

  it('is the same in whatever order it is listed', () => {
    const reversed = (machine: Snapshot): Snapshot => ({
      ...machine,
      processes: machine.processes.toReversed(),
      containers: machine.containers.toReversed(),
    });
    fc.assert(
      fc.property(machines, (machine) => {
        expect(findSandboxes(reversed(machine))).toEqual(findSandboxes(machine));
      }),
    );
  });
});
