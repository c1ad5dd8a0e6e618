import { describe, expect, it } from 'vitest';
import { NO_ID } from '../model/id-map';
import { courseMachine } from './course-machine';
import { shownUid, uidMapOf, uidThere } from './user-numbers';

const named = (host: boolean) => {
  const found = courseMachine.namespaces.find((each) => each.type === 'user' && each.host === host);
  if (found === undefined) throw new Error('the course has both');
  return found;
};
const [host, vault] = [named(true), named(false)];

describe('the number of a user in a namespace', () => {
  it.each([
    ['root of a remapped container', vault, 231_072, { is: 'known', id: 0 }, 0],
    ['one that is not mapped shows as the overflow id', vault, 0, { is: 'unmapped' }, 65_534],
    ['each is itself on the host', host, 231_072, { is: 'known', id: 231_072 }, 231_072],
    [
      'also where the host is a machine in a user namespace of another',
      { ...host, uidMap: [[0, 100_000, 65_536] as [number, number, number]] },
      33,
      { is: 'known', id: 33 },
      33,
    ],
    [
      'not of a host whose numbers the reader does not have',
      { ...host, uidMap: [[0, NO_ID, NO_ID] as [number, number, number]] },
      0,
      { is: 'unknown', why: null },
      null,
    ],
    [
      'not without a map, with the reason',
      { ...vault, uidMap: null, unreadable: { uidMap: 'EACCES' } },
      0,
      { is: 'unknown', why: 'EACCES' },
      null,
    ],
    ['none while nothing is mapped', { ...vault, uidMap: [] }, 0, { is: 'unmapped' }, 65_534],
    ['not in a namespace that is not known', null, 0, { is: 'unknown', why: null }, null],
    ['not of a uid that could not be read', vault, null, { is: 'unknown', why: null }, null],
  ])('%s', (_, namespace, uid, there, shown) => {
    expect(uidThere(uid, namespace)).toEqual(there);
    expect(shownUid(uidThere(uid, namespace))).toBe(shown);
  });

  it('is by the map that the kernel tells', () => {
    expect(uidMapOf(vault)).toEqual(vault.uidMap);
    expect(uidMapOf({ ...vault, uidMap: null })).toBeNull();
  });
});
