import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../i18n/messages';
import { containerKey, namespaceId } from '../../model/ids';
import type { Process } from '../../model/process';
import type { Snapshot } from '../../model/snapshot';
import { process } from '../../select/course-machine';
import { sampleSnapshot } from '../fixtures/sample-snapshot';
import { layOutKernelView, type KernelLayout } from './kernel-layout';
import { whoIsThere } from './who';

/** A machine with so many containers, each with its first process and one more, and three of the host's. */
function machine(containers: number, more: readonly Process[] = []): Snapshot {
  const sample = sampleSnapshot(Array.from({ length: containers }, (_, n) => ({ name: `c${n}` })));
  return {
    ...sample,
    processes: [
      process({ pid: 1, comm: 'init', args: ['/sbin/init'] }),
      process({ pid: 2, comm: 'kthreadd', args: null, kernelThread: true }),
      process({ pid: 3, comm: 'gone', args: [], zombie: true }),
      ...sample.containers.flatMap(({ pid, id, engine }) => [
        process({ pid: pid + 4000, container: id, engine }),
        process({ pid, container: id, engine }),
      ]),
      ...more,
    ],
  };
}

function laidOut(
  snapshot: Snapshot,
  change: { width?: number; isOpen?: boolean; chosen?: ReadonlySet<string> } = {},
): KernelLayout {
  const { width = 900, isOpen = false, chosen = new Set<string>() } = change;
  return layOutKernelView({
    ...{ snapshot, whole: snapshot, chosen, isOpen, brief: false },
    room: { width, height: 600 },
    messages: messagesFor('en'),
  });
}

describe('who is in user space', () => {
  it('draws the first process of a container first, and no zombie or thread of the kernel', () => {
    const { fences, kernelThreads } = whoIsThere(machine(1), new Set(), 9);
    expect(fences.map(({ shown }) => shown.map(({ pid }) => pid))).toEqual([[1], [2000, 6000]]);
    expect(kernelThreads).toBe(1);
  });

  it.each([
    [0, 9, 0, 0],
    [2, 9, 2, 0],
    [8, 9, 8, 0],
    [9, 9, 7, 2],
    [500, 9, 7, 493],
    [500, Infinity, 500, 0],
  ])('of %i containers with room for %i, draws %i and counts %i', (all, most, drawn, folded) => {
    const who = whoIsThere(machine(all), new Set(), most);
    expect([who.fences.length - 1, who.folded]).toEqual([drawn, folded]);
  });

  it('draws one that is chosen in place of another', () => {
    const snapshot = machine(20);
    const last = snapshot.containers[19];
    if (last === undefined) throw new Error('there are 20');
    const { fences, folded } = whoIsThere(snapshot, new Set([containerKey(last)]), 6);
    expect(fences.map(({ container }) => container?.name)).toEqual([
      undefined,
      ...['c0', 'c1', 'c2', 'c19'],
    ]);
    expect(folded).toBe(16);
  });

  it('counts those that it does not draw, the fewer it draws the more there are', () => {
    const { fences } = whoIsThere(machine(30), new Set(), Infinity);
    expect(fences.slice(1).every(({ shown, count }) => shown.length === 1 && count === 2)).toBe(
      true,
    );
  });

  it('has from the back row the latest of the host’s that runs what a container runs, for what an engine is', () => {
    const [engine] = sampleSnapshot([{ name: 'c0' }]).engines;
    const ofHost = (pid: number, comm: string, startTicks: string) =>
      process({ pid, comm, args: [comm], startTicks });
    const daemon = ofHost(30, 'dockerd', '9');
    const others = [
      ofHost(40, 'sleep', '999'),
      ofHost(50, 'sleep', '1000'),
      ofHost(60, 'sh', '2000'),
    ];
    const hosts = (more: readonly Process[], brief: boolean) => {
      const { engines, ...rest } = machine(1, [daemon, ...more]);
      const known = engines.map((each) => (each.id === engine?.id ? { ...each, pid: 30 } : each));
      const { fences } = whoIsThere({ ...rest, engines: known }, new Set(), 9, brief);
      return fences[0]?.shown.map(({ pid }) => pid);
    };
    expect(hosts(others, true)).toEqual([1, 50]);
    const unknown = ofHost(70, 'sleep', '3000');
    const isolated = { ...unknown.namespaces, pid: namespaceId('pid', '4026539999') };
    expect(hosts([...others, { ...unknown, namespaces: isolated }], true)).toEqual([1, 50]);
    expect(hosts(others.slice(2), true)).toEqual([1, 30]);
    expect(hosts(others, false)).toEqual([1, 30, 40, 50]);
  });

  it('draws one process of each where others have no room at all', () => {
    const shown = (most: number) =>
      whoIsThere(machine(9), new Set(), most).fences.map((fence) => fence.shown.length);
    expect(shown(10).slice(1)).toEqual(Array.from({ length: 9 }, () => 2));
    expect(shown(9).slice(1)).toEqual(Array.from({ length: 7 }, () => 1));
  });

  it.each([
    ['has one whose process is not told', 'running', { pid: 'ENODATA' }, 2],
    ['has none that has ended', 'exited', { pid: 'ENODATA' }, 1],
    ['has none that has no process', 'running', {}, 1],
  ] as const)('%s', (_, state, unreadable, drawn) => {
    const { containers, ...rest } = machine(1);
    const untold = containers.map((each) => ({ ...each, pid: 0, state, unreadable }));
    const processes = rest.processes.filter(({ container }) => container === null);
    const { fences } = whoIsThere({ ...rest, processes, containers: untold }, new Set(), 9);
    expect(fences).toHaveLength(drawn);
    if (drawn === 2) expect(fences[1]).toMatchObject({ shown: [], count: 0 });
  });

  it('knows a container with a kernel of its own', () => {
    const snapshot = machine(1);
    const containers = snapshot.containers.map((each) => ({
      ...each,
      unreadable: { 'namespaces.pid': 'sandbox' },
    }));
    const { fences } = whoIsThere({ ...snapshot, containers }, new Set(), 9);
    expect(fences.map(({ ownKernel }) => ownKernel)).toEqual([false, true]);
  });
});

describe.each([
  [390, 1],
  [640, 1],
  [900, 2],
  [1500, 3],
])('%i pixels wide', (width, columns) => {
  it.each([0, 2, 30, 500])(
    'of %i containers, no two boxes overlap, and all is in the picture',
    (n) => {
      const { size, fences, user, kernel, hardware, vm } = laidOut(machine(n), { width });
      const boxes = [
        ...fences.fences.map(boxOf),
        ...(fences.folded === null ? [] : [boxOf(fences.folded)]),
      ];
      boxes.forEach((one, index) => {
        expect(one.right).toBeLessThanOrEqual(user.right);
        expect(one.bottom).toBeLessThanOrEqual(user.bottom);
        for (const other of boxes.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      });
      const parts = [user, boxOf(kernel), hardware, vm.user, vm.kernel, vm.hypervisor];
      parts.forEach((one, index) => {
        expect(one.right).toBeLessThanOrEqual(size.width);
        expect(one.bottom).toBeLessThanOrEqual(size.height);
        for (const other of parts.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      });
    },
  );

  it('fills its columns evenly', () => {
    const { fences } = laidOut(machine(12), { width, isOpen: true });
    const bottoms = new Map(fences.fences.map(({ x, y, height }) => [x, y + height]));
    expect(bottoms.size).toBe(columns);
    const tallest = Math.max(...fences.fences.map(({ height }) => height));
    const [least, most] = [Math.min(...bottoms.values()), Math.max(...bottoms.values())];
    expect(most - least).toBeLessThanOrEqual(tallest);
  });

  it('has its ways down between fences', () => {
    const { fences } = laidOut(machine(12), { width });
    for (const { trunk } of fences.fences) {
      for (const { x, width: wide } of fences.fences) {
        expect(trunk > x && trunk < x + wide).toBe(false);
      }
    }
  });
});

it('draws a virtual machine that is here by its process, and else a sketch', () => {
  const qemu = process({ pid: 77, comm: 'qemu-system-x86', args: ['qemu-system-x86_64'] });
  expect(laidOut(machine(1)).vm.text.process).toBeNull();
  const { text } = laidOut(machine(1, [qemu])).vm;
  expect(text.process?.pid).toBe(77);
  expect(text.title.join(' ')).toContain('PID 77');
});

interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}
function boxOf({ x, y, width, height }: Placed) {
  return { left: x, top: y, right: x + width, bottom: y + height };
}
function overlap(a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
