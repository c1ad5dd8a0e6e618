import { expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { courseMachine } from '../select/course-machine';
import { namedUids, namesOf } from './names';

const VAULT = namespaceId('user', '4026532399');

it('wants names of the first that are mapped, and of whom processes run as, on both sides', () => {
  const namespaces = courseMachine.namespaces.map((each) =>
    each.id === VAULT
      ? {
          ...each,
          uidMap: [
            [0, 231072, 10],
            [1000, 5, 1],
          ] as [number, number, number][],
        }
      : each,
  );
  const processes = courseMachine.processes.map((each) =>
    each.namespaces.user === VAULT ? { ...each, uid: 231075 } : each,
  );
  expect(namedUids(VAULT, { ...courseMachine, namespaces, processes })).toEqual({
    inside: [0, 3, 1000],
    outside: [5, 231072, 231075],
  });
});

it('of the host’s namespace they are the same on both sides, whatever its map reads as', () => {
  const host = courseMachine.host.namespaces.user ?? VAULT;
  const snapshot: Snapshot = {
    ...courseMachine,
    processes: courseMachine.processes.map((each, nth) => ({ ...each, uid: nth === 0 ? 33 : 0 })),
  };
  expect(namedUids(host, snapshot)).toEqual({ inside: [0, 33], outside: [0, 33] });
});

it('who is not mapped has no number inside; where no map is known nobody has', () => {
  const unknown = courseMachine.namespaces.map((each) => ({ ...each, uidMap: null }));
  const { inside, outside } = namedUids(VAULT, { ...courseMachine, namespaces: unknown });
  expect(inside).toEqual([]);
  expect(outside.length).toBeGreaterThan(0);
});

it('very many are not all looked up', () => {
  const [some] = courseMachine.processes.filter(({ namespaces }) => namespaces.user === VAULT);
  if (some === undefined) throw new Error('nobody in it');
  const processes = Array.from({ length: 5000 }, (_, uid) => ({ ...some, uid: 231072 + uid }));
  expect(namedUids(VAULT, { ...courseMachine, processes }).inside).toHaveLength(512);
});

it.each([
  ['those that are wanted', [0, 7], { 0: 'root' }],
  ['nothing of a prototype', [0], { 0: 'root' }],
  ['none', [], {}],
])('tells %s', (_name, uids, expected) => {
  const all = Object.assign(Object.create({ 7: 'inherited' }), { 0: 'root', 33: 'www-data' });
  expect(namesOf(uids, all)).toEqual(expected);
});
