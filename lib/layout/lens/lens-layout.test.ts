import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId, type NamespaceId } from '../../model/ids';
import type { Namespace } from '../../model/namespace';
import { NAMESPACE_TYPES, perType } from '../../model/namespace-type';
import type { Process } from '../../model/process';
import type { Snapshot } from '../../model/snapshot';
import { sampleSnapshot } from '../fixtures/sample-snapshot';
import { lensBoxes, ofContainers, UNKNOWN_BOX, type LensBox } from './lens-boxes';
import { layOutLens, type LensLayout } from './lens-layout';

const HOST_PID = namespaceId('pid', '4026531836');
const SIZE = { width: 1000, height: 500 };
const NONE = new Set<LensBox['key']>();

function process(pid: number, namespace: NamespaceId | null, container: string | null): Process {
  return {
    pid,
    startTicks: '1',
    startedAt: '2026-01-01T00:00:00.000Z',
    ppid: 1,
    nsPids: [pid],
    comm: 'sleep',
    args: ['sleep', '1d'],
    argsTruncated: false,
    uid: 0,
    gid: 0,
    zombie: false,
    kernelThread: false,
    threads: 1,
    cgroup: '/',
    container,
    engine: container === null ? null : 'docker:unix:///run/docker.sock',
    namespaces: { ...perType(() => null), pid: namespace },
    unreadable: namespace === null ? { 'namespaces.pid': 'EACCES' } : {},
  };
}

function namespace(id: NamespaceId, parent: NamespaceId | null, leader: number | null): Namespace {
  return {
    id,
    type: 'pid',
    host: id === HOST_PID,
    parent,
    owner: null,
    ownerUid: null,
    relation: 'kernel',
    leader,
    processes: 0,
    containers: [],
    lifetime: '1',
    heldBy: [],
    uidMap: null,
    gidMap: null,
    unreadable: {},
  };
}

/** c1 and c2 in one namespace, c3 in its own, a nested one inside c3's, ten processes of the host. */
function machine(extra: Process[] = []): Snapshot {
  const snapshot = sampleSnapshot([
    { name: 'c1', shares: { pid: 'course' } },
    { name: 'c2', shares: { pid: 'course' } },
    { name: 'c3' },
  ]);
  const [c1, c2, c3] = snapshot.containers;
  if (c1 === undefined || c2 === undefined || c3 === undefined) throw new Error('three containers');
  const [course, own] = [c1.namespaces.pid, c3.namespaces.pid];
  if (course === null || own === null) throw new Error('with namespaces');
  const inner = namespaceId('pid', '4026539999');
  return {
    ...snapshot,
    namespaces: [
      namespace(inner, own, 40),
      namespace(own, HOST_PID, 30),
      namespace(course, HOST_PID, 20),
      namespace(HOST_PID, null, 1),
    ],
    processes: [
      ...Array.from({ length: 10 }, (_, index) => process(index + 1, HOST_PID, null)),
      process(20, course, c1.id),
      process(21, course, c2.id),
      process(22, course, c1.id),
      process(30, own, c3.id),
      process(40, inner, null),
      ...extra,
    ],
  };
}

const shape = ({ key, dots, condensed, children }: LensBox): unknown => ({
  key,
  dots: dots.map(({ pid }) => pid),
  condensed,
  children: children.map(shape),
});

describe('boxes', () => {
  it('nest as the kernel nests them, host processes counted only', () => {
    const [host, ...others] = lensBoxes(machine(), 'pid', NONE);
    expect(others).toEqual([]);
    expect(host).toMatchObject({ key: HOST_PID, host: true, condensed: 10, outsiders: 10 });
    expect(host?.dots).toEqual([]);
    const [course, own] = host?.children ?? [];
    // Those of one container stand together.
    expect(course?.dots.map(({ pid }) => pid)).toEqual([20, 22, 21]);
    expect(course?.members.map(({ name }) => name)).toEqual(['c1', 'c2']);
    expect(own?.children.map(({ dots }) => dots.map(({ pid }) => pid))).toEqual([[40]]);
  });

  it('shows each host process once opened', () => {
    const [host] = lensBoxes(machine(), 'pid', new Set([HOST_PID]));
    expect([host?.condensed, host?.dots.length]).toEqual([0, 10]);
  });

  it('keeps what could not be read apart', () => {
    const boxes = lensBoxes(machine([process(99, null, null)]), 'pid', NONE);
    expect(boxes.map(({ key, condensed }) => [key, condensed])).toEqual([
      [HOST_PID, 10],
      [UNKNOWN_BOX, 1],
    ]);
  });

  it('are those of containers alone, with what these are in', () => {
    const other = process(99, namespaceId('pid', '4026538888'), null);
    const all = lensBoxes(machine([other, process(98, null, null)]), 'pid', NONE);
    const [host, ...others] = ofContainers(all);
    expect(others).toEqual([]);
    expect(host?.children.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['c1', 'c2'],
      ['c3'],
    ]);
    // What is inside a container's and no container's own goes.
    expect(host?.children.flatMap(({ children }) => children)).toEqual([]);
  });

  it('count what is in those that go where it is seen', () => {
    const snapshot = machine();
    const [host] = ofContainers(lensBoxes(snapshot, 'pid', NONE));
    const countIn = ({ dots, condensed, children }: LensBox): number =>
      children.reduce((sum, each) => sum + countIn(each), dots.length + condensed);
    expect(host && countIn(host)).toBe(snapshot.processes.length);
  });

  it('stand by name, whichever of them was started anew', () => {
    const whole = machine();
    const startedAt = '2099-01-01T00:00:00.000Z';
    const anew = whole.containers.map((each) =>
      each.name === 'c1' ? { ...each, startedAt } : each,
    );
    const [host] = ofContainers(lensBoxes({ ...whole, containers: anew }, 'pid', NONE));
    expect(host?.children.map(({ members }) => members.map(({ name }) => name))).toEqual([
      ['c1', 'c2'],
      ['c3'],
    ]);
  });

  it('stay where they are to be kept', () => {
    const inner = namespaceId('pid', '4026539999');
    const [host] = ofContainers(lensBoxes(machine(), 'pid', NONE), new Set([inner]));
    expect(host?.children[1]?.children.map(({ key }) => key)).toEqual([inner]);
  });

  it('makes a child outermost whose parent is not there', () => {
    const snapshot = machine();
    const namespaces = snapshot.namespaces.filter(({ id }) => id !== HOST_PID);
    const boxes = lensBoxes({ ...snapshot, namespaces }, 'pid', NONE);
    expect(boxes).toHaveLength(2);
  });

  it('are the same whatever order records come in', () => {
    const snapshot = machine([process(99, null, null)]);
    const expected = lensBoxes(snapshot, 'pid', NONE).map(shape);
    const shuffle = <T>(items: T[]) => fc.shuffledSubarray(items, { minLength: items.length });
    fc.assert(
      fc.property(
        shuffle(snapshot.processes),
        shuffle(snapshot.namespaces),
        shuffle(snapshot.containers),
        (processes, namespaces, containers) => {
          const shuffled = { ...snapshot, processes, namespaces, containers };
          expect(lensBoxes(shuffled, 'pid', NONE).map(shape)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Every box within its parent, no two siblings over each other, every dot within its box. */
function flawsOf({ boxes, look }: LensLayout): string[] {
  const flaws: string[] = [];
  const near = 0.001;
  for (const outer of boxes) {
    for (const {
      x,
      y,
      process: { pid },
    } of outer.dots) {
      const inside =
        x - look.radius >= outer.x - near &&
        x + look.radius <= outer.x + outer.width + near &&
        y - look.radius >= outer.y - near &&
        y + look.radius <= outer.y + outer.height + near;
      if (!inside) flaws.push(`dot ${pid} is out of ${outer.box.key}`);
    }
    for (const other of boxes) {
      if (other === outer || other.depth !== outer.depth) continue;
      const apart =
        other.x >= outer.x + outer.width - near ||
        outer.x >= other.x + other.width - near ||
        other.y >= outer.y + outer.height - near ||
        outer.y >= other.y + other.height - near;
      if (!apart) flaws.push(`${outer.box.key} lies over ${other.box.key}`);
    }
  }
  return flaws;
}

describe('layout', () => {
  it('fills its frame with large dots when there are few', () => {
    const layout = layOutLens(lensBoxes(machine(), 'pid', NONE), SIZE);
    expect(layout.size).toEqual(SIZE);
    expect(layout.look.says).toBe('full');
    expect(flawsOf(layout)).toEqual([]);
  });

  it('has nothing over anything else, whatever there is, in any frame', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 0, maxLength: 40 });
    const frame = fc.record({
      width: fc.integer({ min: 500, max: 1900 }),
      height: fc.integer({ min: 200, max: 1000 }),
    });
    fc.assert(
      fc.property(counts, frame, fc.nat(3), (sizes, size, nesting) => {
        const base = machine();
        const ids = sizes.map((_, index) => namespaceId('pid', String(5000 + index)));
        const namespaces = ids.map((id, index) => {
          const above = index > 0 && nesting > 0 && index % (nesting + 1) === 0;
          return namespace(id, above ? (ids[index - 1] ?? HOST_PID) : HOST_PID, 1000 * index);
        });
        const processes = sizes.flatMap((count, index) =>
          Array.from({ length: count }, (_, nth) =>
            process(1000 * (index + 1) + nth, ids[index] ?? HOST_PID, 'some container'),
          ),
        );
        const snapshot = {
          ...base,
          namespaces: [...base.namespaces, ...namespaces],
          processes: [...base.processes, ...processes],
        };
        const layout = layOutLens(lensBoxes(snapshot, 'pid', NONE), size);
        const drawn = layout.boxes.reduce((sum, { dots }) => sum + dots.length, 0);
        expect(drawn).toBe(processes.length + 5);
        expect(flawsOf(layout)).toEqual([]);
        expect(layout.size.width).toBe(size.width);
      }),
      { numRuns: 120 },
    );
  });

  it('has no boxes where there is nothing', () => {
    expect(layOutLens([], SIZE)).toMatchObject({ boxes: [], size: SIZE });
  });
});

it('asks no lens for what it does not know', () => {
  for (const type of NAMESPACE_TYPES.slice(1)) {
    const [unknown, ...others] = lensBoxes(machine(), type, NONE);
    expect([unknown?.key, others]).toEqual([UNKNOWN_BOX, []]);
  }
});
