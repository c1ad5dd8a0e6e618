import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { decide } from './decide';
import { machine, type Made } from './fixtures/machine';
import { lessonOf, runOf, sightOf, type Answers } from './fixtures/sight';
import type { Predicate } from './predicate';
import { begin, enter, look } from './runner';
import { told } from './told';
import { Witness } from './witness';

const TYPES: readonly NamespaceType[] = ['pid', 'net', 'mnt', 'user'];

/** What a step can be done by that the snapshot alone tells. */
const leaf: fc.Arbitrary<Predicate> = fc
  .record({
    name: fc.constantFrom('c1', 'c2'),
    other: fc.constantFrom('c1', 'c2', ':host'),
    type: fc.constantFrom(...TYPES),
    number: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ name, other, type, number }) => {
    const leaves: Predicate[] = [
      { exists: name },
      { running: name },
      { exited: name },
      { own: [name, type] },
      { host: [name, type] },
      { shares: [other, name, type] },
      { sees: [other, name] },
      { processes: [name, number] },
      { 'has-pid': [other, number] },
      { parent: [name, 'containerd-shim'] },
      { 'same-kernel': [other, name] },
      { uid: [name, 0, 'same'] },
      { 'runs-as': [name, 0] },
    ];
    return fc.constantFrom(...leaves);
  });
const predicate: fc.Arbitrary<Predicate> = fc.letrec<{ any: Predicate }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('any').map((not) => ({ not })),
  ),
})).any;

const joins = fc.dictionary(fc.constantFrom(...TYPES), fc.constantFrom('host', 'own', 'c1'), {
  maxKeys: 2,
});
const containers = fc
  .record({
    names: fc.subarray(['c1', 'c2', 'c3']),
    joined: joins,
    others: fc.nat(2),
    state: fc.constantFrom('running', 'exited', 'created'),
  })
  .map(({ names, joined, others, state }): Made[] =>
    names.map((name, nth) => ({
      ...{ name, nth: nth + 1, others: Array.from({ length: others }, () => ({})) },
      in: name === 'c1' || !names.includes('c1') ? {} : joined,
      container: name === 'c3' ? { state } : {},
    })),
  );

/** Something of what is known is kept from who reads; nothing else is otherwise. */
const HIDING: readonly ((snapshot: Snapshot) => Snapshot)[] = [
  (snapshot) => ({
    ...snapshot,
    engines: snapshot.engines.map((each) => ({ ...each, state: 'disconnected' as const })),
  }),
  ...TYPES.map((type) => (snapshot: Snapshot): Snapshot => ({
    ...snapshot,
    containers: snapshot.containers.map((each) =>
      each.pid === 0
        ? each
        : {
            ...{ ...each, namespaces: { ...each.namespaces, [type]: null } },
            sharing: { ...each.sharing, [type]: 'unknown' as const },
            unreadable: { [`namespaces.${type}`]: 'EACCES' },
          },
    ),
  })),
  (snapshot) => ({
    ...snapshot,
    host: { ...snapshot.host, notices: [{ code: 'hidepid', params: {}, text: '' }] },
    processes: snapshot.processes.filter(({ container }) => container === null),
  }),
  (snapshot) => ({
    ...snapshot,
    processes: snapshot.processes.map((each) => ({
      ...{ ...each, uid: null, nsPids: null, namespaces: { ...each.namespaces, pid: null } },
      unreadable: { uid: 'EACCES', nsPids: 'EACCES', 'namespaces.pid': 'EACCES' },
    })),
  }),
  (snapshot) => ({
    ...snapshot,
    namespaces: snapshot.namespaces.map((each) => ({ ...each, uidMap: null })),
  }),
];

it('what is kept from who reads is not known, and never said to be otherwise', () => {
  fc.assert(
    fc.property(predicate, containers, fc.subarray([...HIDING]), (asked, made, hiding) => {
      const lesson = lessonOf(asked);
      const full = machine(made);
      const run = runOf(lesson, full);
      const truth = (snapshot: Snapshot) =>
        decide(asked, new Witness(run, 'one', sightOf(run, lesson, snapshot))).is;
      const hidden = hiding.reduce((snapshot, hide) => hide(snapshot), full);
      expect(['unknown', truth(full)]).toContain(truth(hidden));
    }),
    { numRuns: 800 },
  );
});

it('the order of lists does not matter', () => {
  fc.assert(
    fc.property(
      predicate,
      containers,
      fc.infiniteStream(fc.double({ noNaN: true, min: 0, max: 1 })),
      (asked, made, chance) => {
        const lesson = lessonOf(asked, { evidence: [asked] });
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, rank: Number(chance.next().value) }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ each }) => each);
        const snapshot = machine(made);
        const other: Snapshot = {
          ...snapshot,
          containers: shuffled(snapshot.containers),
          processes: shuffled(snapshot.processes),
          namespaces: shuffled(snapshot.namespaces),
        };
        const tell = (each: Snapshot) => {
          const run = runOf(lesson, each);
          return { run, told: told(run, lesson, 'one', sightOf(run, lesson, each)) };
        };
        expect(tell(other)).toEqual(tell(snapshot));
      },
    ),
    { numRuns: 200 },
  );
});

it('whatever else comes and goes, nothing is done that the lesson’s containers did not do', () => {
  const answers: Answers = {};
  fc.assert(
    fc.property(
      predicate,
      // c1 and c2 of somebody else among them, there when the lesson began.
      containers,
      fc.array(
        fc.array(
          fc.record({
            name: fc.constantFrom('c3', 'c10', 'web'),
            nth: fc.integer({ min: 20, max: 40 }),
          }),
          {
            maxLength: 4,
          },
        ),
        { maxLength: 8 },
      ),
      (asked, there, churn) => {
        const lesson = lessonOf(asked);
        const first = machine(there);
        const began = begin(lesson, { snapshot: first, answers: new Map(), at: 0 });
        let run = enter(began, lesson, 'one', sightOf(began, lesson, first, answers, 1000));
        for (const [nth, strangers] of churn.entries()) {
          const unlike = strangers.filter(
            (each, at) => strangers.findIndex(({ nth: other }) => other === each.nth) === at,
          );
          const snapshot = machine([...there, ...unlike]);
          run = look(run, lesson, 'one', sightOf(run, lesson, snapshot, answers, 2000 + nth));
        }
        expect(run.steps.one?.doneAt).toBeUndefined();
      },
    ),
    { numRuns: 300 },
  );
});
