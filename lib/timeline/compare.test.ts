import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId, type NamespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { container, courseMachine as machine } from '../select/course-machine';
import { compare } from './compare';
import { comparisonSchema, type Comparison, type Difference } from './difference';

type Change = Partial<Snapshot['containers'][number]>;
const having = (changes: Record<string, Change | null>, from = machine): Snapshot => ({
  ...from,
  containers: from.containers.flatMap((each) => {
    const change = changes[each.name];
    return change === null ? [] : [{ ...each, ...change }];
  }),
});
const relived = (id: NamespaceId | null | undefined, from: Snapshot): Snapshot => ({
  ...from,
  namespaces: from.namespaces.map((each) =>
    each.id === id ? { ...each, lifetime: 'another' } : each,
  ),
});
const named = (name: string) => {
  const found = machine.containers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};
const [c1, c2, vault] = [named('c1'), named('c2'), named('vault')];
const OWN = {
  namespaces: { ...c2.namespaces, pid: namespaceId('pid', '4026532999') },
  sharing: { ...c2.sharing, pid: 'own' as const },
};
const apart = having({ c2: OWN, c1: { sharing: { ...c1.sharing, pid: 'own' } } });
const remade = having({ c2: { id: 'f'.repeat(64) } });
const doubted: Change = { state: 'created', unreadable: { state: 'ETIMEDOUT' } };
const nowhere: Change = {
  pid: 0,
  namespaces: perType(() => null),
  sharing: perType(() => 'unknown'),
};
const words = ({ different }: Comparison) =>
  different.map(
    ({ difference, container: { name }, again, facts }) =>
      `${difference} ${name}${again ? ' again' : ''}: ${facts.map((fact) => ('type' in fact ? `${fact.is} ${fact.type}` : fact.is)).join(', ')}`,
  );

describe('what is different', () => {
  it.each<[string, Snapshot, Snapshot, string[]]>([
    ['nothing', machine, { ...machine, seq: 9, takenAt: 'later' }, []],
    ['process counts are no difference', machine, { ...machine, processes: [] }, []],
    ['its state is told no more', machine, having({ vault: doubted }), []],
    [
      'nor its process, which it may have or not',
      having({ vault: { pid: 0, state: 'exited' } }),
      having({ vault: { ...doubted, pid: 0, unreadable: { state: 'EAGAIN', pid: 'EAGAIN' } } }),
      [],
    ],
    [
      'one may have ended',
      machine,
      having({ vault: { ...doubted, ...nowhere, unreadable: { state: 'EAGAIN', pid: 'EAGAIN' } } }),
      [],
    ],
    ['one came', having({ vault: null }), machine, ['appeared vault: ']],
    ['one went', machine, having({ vault: null }), ['went vault: ']],
    [
      'one came into the namespace of another, which is not as it was',
      having({ c2: null }),
      machine,
      ['appeared c2: space pid', 'changed c1: company pid'],
    ],
    [
      'one was made again: both are told',
      apart,
      remade,
      ['appeared c2 again: space pid', 'went c2 again: ', 'changed c1: company pid'],
    ],
    [
      'it stopped',
      machine,
      having({ vault: { state: 'exited', pid: 0 } }),
      ['changed vault: state'],
    ],
    ['it was paused', machine, having({ vault: { state: 'paused' } }), ['changed vault: state']],
    [
      'started again, in a namespace of the very number: another one',
      machine,
      relived(vault.namespaces.pid, having({ vault: { pid: 9500, startedAt: 'later' } })),
      ['changed vault: run, space pid'],
    ],
    [
      'another namespace of the number alone',
      machine,
      relived(vault.namespaces.net, machine),
      ['changed vault: space net'],
    ],
    [
      'one moved to another namespace, and the other is alone',
      machine,
      apart,
      ['changed c1: company pid', 'changed c2: space pid'],
    ],
    [
      'what is not known any more',
      machine,
      having({
        vault: {
          namespaces: { ...vault.namespaces, pid: null },
          sharing: { ...vault.sharing, pid: 'unknown' },
        },
      }),
      ['changed vault: space pid'],
    ],
  ])('%s', (_name, a, b, expected) => {
    expect(words(compare(a, b))).toEqual(expected);
  });

  it('tells by their numbers which are the same', () => {
    const again = relived(vault.namespaces.pid, machine);
    expect(compare(machine, again).different[0]?.facts).toMatchObject([
      { is: 'space', isSameNumber: true, from: { how: 'own' }, to: { how: 'own' } },
    ]);
  });

  it('counts what is as before, and what a donor sees', () => {
    const alone: Snapshot = {
      ...having({ c2: null, c1: { sharing: { ...c1.sharing, pid: 'own' } } }),
      namespaces: machine.namespaces.map((each) =>
        each.id === c1.namespaces.pid ? { ...each, processes: 2 } : each,
      ),
    };
    const { different, asBefore } = compare(alone, machine);
    expect(asBefore).toBe(3);
    expect(different[1]?.facts).toContainEqual({ is: 'sees', from: 2, to: 4 });
  });

  it('names in two engines are two names', () => {
    const elsewhere = having({ vault: { engine: 'podman:x' } });
    expect(words(compare(machine, elsewhere))).toEqual(['appeared vault: ', 'went vault: ']);
  });
});

const moment = fc
  .array(
    fc.record({
      id: fc.constantFrom('1', '2', '3'),
      name: fc.constantFrom('a', 'b'),
      pid: fc.constantFrom(0, 5, 6),
      state: fc.constantFrom('running' as const, 'exited' as const),
      how: fc.constantFrom('own' as const, 'shared' as const, 'host' as const, 'unknown' as const),
      space: fc.constantFrom('8', '9'),
    }),
    { maxLength: 3 },
  )
  .chain((made) =>
    fc.constantFrom('x', 'y').map((lifetime): Snapshot => {
      const unique = [...new Map(made.map((each) => [each.id, each])).values()];
      return {
        ...machine,
        containers: unique.map(({ how, space, ...each }) =>
          container({
            ...each,
            namespaces: { ...perType(() => null), pid: namespaceId('pid', space) },
            sharing: { ...perType(() => 'none' as const), pid: how },
          }),
        ),
        namespaces: machine.namespaces
          .slice(0, 1)
          .flatMap((each) =>
            ['8', '9'].map((inode) => ({ ...each, id: namespaceId('pid', inode), lifetime })),
          ),
      };
    }),
  );

describe('for any two moments', () => {
  it('nothing is different from itself', () => {
    fc.assert(
      fc.property(moment, (a) => {
        expect(compare(a, a)).toEqual({
          different: [],
          sandboxes: [],
          asBefore: a.containers.length,
        });
      }),
    );
  });

  it('backwards all is mirrored', () => {
    const MIRRORED: Record<Difference, Difference> = {
      ...{ appeared: 'went', went: 'appeared', changed: 'changed' },
    };
    const keys = ({ different }: Comparison, mirror: (each: Difference) => Difference) =>
      different
        .map(
          ({ difference, container: { id }, again, facts }) =>
            `${mirror(difference)} ${id} ${again} ${facts.length}`,
        )
        .sort();
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        expect(keys(there, (each) => MIRRORED[each])).toEqual(keys(back, (each) => each));
        expect(there.asBefore).toBe(back.asBefore);
        expect(comparisonSchema.parse(there)).toEqual(there);
      }),
    );
  });
});

describe('pods', () => {
  const inPod = (pod: string) => ({
    labels: { 'io.kubernetes.pod.name': pod, 'io.kubernetes.pod.namespace': 'shop' },
  });
  const before = having({ c2: inPod('till-0') });

  it.each([
    ['in the same pod it is made again', 'till-0', ['appeared c2 again: ', 'went c2 again: ']],
    ['in another it is another', 'till-1', ['appeared c2: ', 'went c2: ']],
  ])('%s, whatever its name', (_, pod, expected) => {
    const after = having({ c2: { id: 'e'.repeat(64), ...inPod(pod) } });
    const ofC2 = words(compare(before, after)).filter((each) => each.includes(' c2'));
    expect(ofC2.map((each) => each.replace(/: .*/, ': '))).toEqual(expected);
  });
});
