import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Container } from '../model/container';
import { containerKey, namespaceId } from '../model/ids';
import { HOST } from '../model/host-word';
import type { Snapshot } from '../model/snapshot';
import { container, courseMachine, courseMachineWith, process } from './course-machine';
import { findContainer, refOf, refsOf } from '../model/container-ref';
import { chosenVantages, findVantage, possibleVantages, seenFrom, unplacedAt } from './vantage';

function seen(ref: string, snapshot = courseMachine) {
  const vantage = findVantage(snapshot, ref);
  const rows = vantage === null ? null : seenFrom(snapshot, vantage);
  return rows?.map((row) => [row.pid, row.process.pid, row.uid]);
}

describe('seenFrom', () => {
  it('gives the host every process under its host PID', () => {
    expect(seen(HOST)).toHaveLength(courseMachine.processes.length);
    expect(seen(HOST)).toContainEqual([7186, 7186, 0]);
  });

  it('gives two containers in one PID namespace the same processes under the same PIDs', () => {
    const both = [
      [1, 6897, 0],
      [6, 6939, 0],
      [13, 7148, 0],
      [18, 7186, 0],
    ];
    expect(seen('c1')).toEqual(both);
    expect(seen('c2')).toEqual(both);
  });

  it('maps uids into the user namespace, and those without a mapping to the overflow id', () => {
    expect(seen('vault')).toEqual([
      [1, 9000, 0],
      [7, 9001, 65534],
    ]);
  });

  it('keeps a uid that could not be read unknown', () => {
    const unread = courseMachine.processes
      .filter((each) => each.pid === 9000)
      .map((each) => ({ ...each, uid: null }));
    expect(seen('vault', courseMachineWith({ processes: unread }))?.[0]).toEqual([1, 9000, null]);
  });

  it('does not know a uid where the map of the user namespace is not known', () => {
    const namespaces = courseMachine.namespaces.map((each) => ({ ...each, uidMap: null }));
    expect(seen('vault', { ...courseMachine, namespaces })).toEqual([
      [1, 9000, null],
      [7, 9001, null],
    ]);
  });

  it('gives a container in the host’s PID namespace what the host sees', () => {
    const [metrics] = courseMachine.containers.filter((each) => each.name === 'metrics');
    if (metrics === undefined) throw new Error('no metrics');
    const namespaces = { ...metrics.namespaces, pid: courseMachine.host.namespaces.pid };
    const snapshot = courseMachineWith({ containers: [{ ...metrics, namespaces }] });
    expect(seen('metrics', snapshot)).toEqual(seen(HOST));
  });

  it('shows a nested namespace’s processes in the outer one, and not the other way round', () => {
    const outer = findContainer(courseMachine, 'c1')?.namespaces;
    if (outer === undefined) throw new Error('no c1');
    const pid = namespaceId('pid', '4026539999');
    const snapshot = {
      ...courseMachineWith({
        containers: [container({ name: 'inner', pid: 9500, namespaces: { ...outer, pid } })],
        processes: [process({ pid: 9500, nsPids: [9500, 40, 1], namespaces: { ...outer, pid } })],
      }),
      namespaces: courseMachine.namespaces.flatMap((each) =>
        each.id === outer.pid ? [each, { ...each, id: pid, parent: outer.pid }] : [each],
      ),
    };
    expect(seen('c1', snapshot)).toContainEqual([40, 9500, 0]);
    expect(seen('inner', snapshot)).toEqual([[1, 9500, 0]]);
  });

  it('is null for a container without a PID namespace that is known', () => {
    expect(seen('old')).toBeUndefined();
  });
});

describe('unplacedAt', () => {
  const hidden = process({
    pid: 9600,
    nsPids: [9600, 3],
    namespaces: { ...courseMachine.host.namespaces, pid: null },
  });
  const snapshot = courseMachineWith({ processes: [hidden] });
  const at = (ref: string) => {
    const vantage = findVantage(snapshot, ref);
    return vantage === null ? null : unplacedAt(snapshot, vantage);
  };

  it('counts what may be there but whose PID namespace is not known', () => {
    expect(at('c1')).toEqual([hidden]);
  });
  it('is empty on the host, which sees them all', () => {
    expect(at(HOST)).toEqual([]);
  });
  it('leaves out what NSpid says is in the reader’s own namespace', () => {
    const shallow = courseMachineWith({ processes: [{ ...hidden, nsPids: [9600] }] });
    const vantage = findVantage(shallow, 'c1');
    expect(vantage && unplacedAt(shallow, vantage)).toEqual([]);
  });
});

describe('findContainer', () => {
  const twin = container({ name: 'c1', id: 'f'.repeat(64), pid: 0, state: 'exited' });
  const snapshot = { ...courseMachine, containers: [twin, ...courseMachine.containers] };
  const running = courseMachine.containers.find((each) => each.name === 'c1');

  it('prefers the running one of a name', () => {
    expect(findContainer(snapshot, 'c1')).toBe(running);
  });
  it('takes 12 digits of an id, and no fewer', () => {
    expect(findContainer(snapshot, 'f'.repeat(12))).toBe(twin);
    expect(findContainer(snapshot, 'f'.repeat(11))).toBeNull();
  });
  it('is found again by refOf, whichever of two with one name it is', () => {
    for (const each of snapshot.containers) {
      expect(findContainer(snapshot, refOf(snapshot, each))).toBe(each);
    }
  });
});

describe('chosenVantages', () => {
  it('begins with the host and the two that have run longest', () => {
    expect(chosenVantages(courseMachine, [])).toEqual([HOST, 'c1', 'c2']);
  });
  it('prefers two that share a PID namespace to others that have run longer', () => {
    const older = container({ name: 'older', pid: 4242, startedAt: '2020-01-01T00:00:00.000Z' });
    const snapshot = courseMachineWith({ containers: [older] });
    expect(chosenVantages(snapshot, [])).toEqual([HOST, 'c1', 'c2']);
    const alone = snapshot.containers.filter(({ name }) => name !== 'c2');
    const apart = alone.map((each) => ({
      ...each,
      sharing: { ...each.sharing, pid: 'own' as const },
    }));
    expect(chosenVantages({ ...snapshot, containers: apart }, [])).toEqual([HOST, 'older', 'c1']);
  });
  it('lets no newcomer take the place of what is shown, as long as that runs', () => {
    const before = [HOST, 'metrics', 'c1'];
    expect(chosenVantages(courseMachine, [], before)).toBe(before);
    expect(chosenVantages(courseMachine, [], [HOST, 'old', 'c1'])).toEqual([HOST, 'c1', 'c2']);
    expect(chosenVantages(courseMachine, [], [HOST, 'c1'])).toEqual([HOST, 'c1', 'c2']);
  });
  it('keeps what was asked for, even what is not there', () => {
    expect(chosenVantages(courseMachine, ['gone'])).toEqual(['gone']);
  });
  it('shows four at most', () => {
    expect(chosenVantages(courseMachine, ['a', 'b', 'c', 'd', 'e'])).toHaveLength(4);
  });
  it('is the host alone where nothing runs', () => {
    expect(chosenVantages({ ...courseMachine, containers: [] }, [])).toEqual([HOST]);
  });
});

describe('all references at once', () => {
  const many = (count: number, watched: (container: Container) => Container): Snapshot => ({
    ...courseMachine,
    containers: Array.from({ length: count }, (_, nth) =>
      watched(container({ name: `c${nth >> 1}`, engine: `engine ${nth % 2}`, pid: 100 + nth })),
    ),
  });

  it('are those of each', () => {
    const one = fc.record({
      name: fc.constantFrom('a', 'b', 'a@b'),
      engine: fc.constantFrom('engine 0', 'engine 1'),
      id: fc.stringMatching(/^[0-9a-f]{64}$/),
      pid: fc.nat({ max: 1 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (found) => {
        const snapshot = { ...courseMachine, containers: found.map(container) };
        const refs = refsOf(snapshot);
        for (const each of snapshot.containers) {
          const ref = refs.get(containerKey(each));
          expect(ref).toBe(refOf(snapshot, each));
          expect(findContainer(snapshot, ref ?? '')).toBe(each);
        }
      }),
    );
  });

  it('are as much work as there are containers, though two engines have each name', () => {
    let looks = 0;
    const watched = (each: Container) => ({
      ...each,
      get name() {
        looks += 1;
        return each.name;
      },
    });
    const looksAmong = (count: number) => {
      const snapshot = many(count, watched);
      looks = 0;
      expect(possibleVantages(snapshot, true)).toHaveLength(count + 1);
      return looks;
    };
    const [some, more] = [looksAmong(200), looksAmong(800)];
    expect(some).toBeGreaterThan(0);
    // Four times as many, put in order: sixteen times as much work would be the square.
    expect(more / some).toBeLessThan(4 * 1.5);
  });
});

it('possibleVantages counts c2 before c10, and lists what runs first', () => {
  const snapshot = courseMachineWith({
    containers: [container({ name: 'c10', pid: 9100 })],
  });
  const names = possibleVantages(snapshot, false);
  expect(names).toEqual([HOST, 'c1', 'c2', 'c10', 'metrics', 'vault', 'old']);
});

it('possibleVantages lists many that are stopped only where each of them is asked for', () => {
  const jobs = Array.from({ length: 3000 }, (_, index) =>
    container({ name: `job-${index}`, state: 'exited', pid: 0 }),
  );
  const snapshot = courseMachineWith({ containers: jobs });
  expect(possibleVantages(snapshot, false)).toEqual([HOST, 'c1', 'c2', 'metrics', 'vault']);
  expect(possibleVantages(snapshot, true)).toHaveLength(3006);
});
