import { expect, it } from 'vitest';
import { namespaceId, type NamespaceId } from '../model/ids';
import type { Snapshot } from '../model/snapshot';
import { courseMachine } from '../select/course-machine';
import type { Inside } from './inside';
import type { Insides } from './insides';
import { userNames } from './user-names';

const OWN = namespaceId('user', '4026532399');
const HOST = courseMachine.host.namespaces.user ?? OWN;

/** Each with the same file inside, and that of the host. */
const read: Insides = new Map(
  [OWN, HOST].map((namespace): [NamespaceId, { is: 'answered'; answer: Inside }] => [
    namespace,
    {
      is: 'answered',
      answer: {
        ...{ namespace, type: 'user', through: 'pid 1', setgroups: 'allow', unreadable: {} },
        ...{ uidMap: null, gidMap: null },
        names: { inside: { 0: 'captain' }, outside: { 0: 'root', 231072: 'lent' } },
      },
    },
  ]),
);

/** The course's machine, where so many containers are in the namespace. */
function machine(containers: readonly string[]): Snapshot {
  const [first] = courseMachine.namespaces;
  if (first === undefined) throw new Error('it has none');
  const uidMap: [number, number, number][] = [[0, 231072, 65536]];
  const own = { ...first, id: OWN, type: 'user' as const, host: false };
  return {
    ...courseMachine,
    namespaces: [
      ...courseMachine.namespaces.filter(({ id }) => id !== OWN),
      { ...own, uidMap, containers: [...containers] },
    ],
  };
}

it.each<[string, readonly string[], NamespaceId, string | null | undefined]>([
  ['of the one container in it', ['c1'], OWN, 'captain'],
  ['of who made it without one', [], OWN, 'captain'],
  ['of none of two, each with a file of its own', ['c1', 'c2'], OWN, undefined],
  ['of none in the host’s', [], HOST, undefined],
])('names inside are those %s', (_, containers, namespace, name) => {
  const names = userNames(read, machine(containers));
  expect(names.inside(namespace, 0)).toBe(name);
  expect(names.onHost(0)).toBe('root');
  expect(names.onHost(231072)).toBe('lent');
  // It was not asked about that one.
  expect(names.inside(namespace, 7)).toBeUndefined();
  expect(names.onHost(7)).toBeUndefined();
});

it('who has no name is another than who was not asked about', () => {
  const mapped = machine(['c1']);
  const process = { ...mapped.processes[0], uid: 231075 } as const;
  const [first] = mapped.processes;
  if (first === undefined) throw new Error('it has none');
  const user = { ...first.namespaces, user: OWN };
  const processes = [{ ...first, ...process, namespaces: user }];
  const names = userNames(read, { ...mapped, processes });
  expect(names.inside(OWN, 3)).toBeNull();
  expect(names.onHost(231075)).toBeNull();
});
