import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { namespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { courseMachine } from '../select/course-machine';
import { endings } from './endings';

const en = messagesFor('en');
const NESTED = namespaceId('pid', '4026532999');

function told(name: string, snapshot: Snapshot = courseMachine): string[] {
  const container = snapshot.containers.find((each) => each.name === name);
  if (container === undefined) throw new Error(name);
  return endings(container, snapshot, en);
}

it.each([
  ['c2', 'of the one that joins', [en.inside.endTogether('c2', 1, 'c1')]],
  ['c1', 'of the one that was joined', [en.inside.endTogether('c2', 1, 'c1')]],
  ['vault', 'of one by itself', []],
  ['metrics', 'of one in the host’s', []],
])('of %s: %s', (name, _what, sentences) => {
  expect(told(name)).toEqual(sentences);
});

it('that everything nested ends as well, and with whom each does', () => {
  const c1 = courseMachine.containers.find(({ name }) => name === 'c1')?.namespaces.pid ?? null;
  const nested: Snapshot = {
    ...courseMachine,
    namespaces: courseMachine.namespaces.flatMap((each) =>
      each.id === c1 ? [each, { ...each, id: NESTED, parent: c1, leader: 9500 }] : [each],
    ),
    containers: courseMachine.containers.map((each) =>
      each.name === 'vault' ? { ...each, namespaces: { ...each.namespaces, pid: NESTED } } : each,
    ),
    processes: courseMachine.processes.map((each) =>
      each.container === courseMachine.containers.find(({ name }) => name === 'vault')?.id
        ? { ...each, namespaces: { ...each.namespaces, pid: NESTED } }
        : each,
    ),
  };
  expect(told('c1', nested)).toEqual([en.inside.endTogether('c2, vault', 2, 'c1')]);
  expect(told('vault', nested)).toEqual([en.inside.endTogether('vault', 1, 'c1')]);
});

it('names a few of many', () => {
  const [, c2] = courseMachine.containers;
  if (c2 === undefined) throw new Error('c2');
  const more = Array.from({ length: 9 }, (_, nth) => {
    return { ...c2, id: `${String(nth)}${c2.id.slice(1)}`, name: `m${nth}`, pid: 7000 + nth };
  });
  const crowd = { ...courseMachine, containers: [...courseMachine.containers, ...more] };
  expect(told('c1', crowd)[0]).toMatch(/^\S+, \S+, \S+, 7 more end with c1/);
});
