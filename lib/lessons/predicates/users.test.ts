import { describe, expect, it } from 'vitest';
import { NO_ID } from '../../model/id-map';
import type { Snapshot } from '../../model/snapshot';
import { machine } from '../fixtures/machine';
import { said, shown } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const plain = machine([{ name: 'c1', nth: 1 }]);
const remapped = machine([
  { name: 'c1', nth: 1, in: { user: 'own' }, process: { uid: 231_072 } },
  { name: 'c2', nth: 2 },
]);
const asUser = machine([{ name: 'c1', nth: 1, process: { uid: 1000 } }]);
const asOther = machine([{ name: 'c1', nth: 1, in: { user: 'own' }, process: { uid: 232_072 } }]);
const fromOutside = machine([{ name: 'c1', nth: 1, in: { user: 'own' }, process: { uid: 0 } }]);
const kept = machine([
  { name: 'c1', nth: 1, process: { uid: null, unreadable: { uid: 'EACCES' } } },
]);
const withMaps = (of: Snapshot, uidMap: [number, number, number][] | null): Snapshot => ({
  ...of,
  namespaces: of.namespaces.map((each) =>
    each.type === 'user' ? { ...each, uidMap, unreadable: { uidMap: 'EACCES' } } : each,
  ),
});
const elsewhere = withMaps(plain, [[0, NO_ID, 4_294_967_295]]);
const lacking: Snapshot = { ...plain, host: { ...plain.host, lacks: ['user'] } };

it.each<[Predicate, string, Snapshot, string]>([
  [{ uid: ['c1', 0, 'same'] }, 'by default', plain, 'true'],
  [{ uid: ['c1', 0, 'other'] }, 'by default', plain, 'false'],
  [{ uid: ['c1', 0, 'other'] }, 'remapped', remapped, 'true'],
  [{ uid: ['c1', 0, 'same'] }, 'remapped', remapped, 'false'],
  [{ uid: ['c2', 0, 'same'] }, 'beside one that is', remapped, 'true'],
  [{ uid: ['c1', 70_000, 'other'] }, 'nobody outside', remapped, 'false'],
  [{ uid: ['c1', 70_000, 'same'] }, 'nobody outside', remapped, 'false'],
  [{ uid: ['c2', 0, 'same'] }, 'none', plain, 'false'],
  [{ uid: ['c1', 0, 'same'] }, 'who reads is elsewhere', elsewhere, 'EACCES'],
  [{ uid: ['c1', 0, 'other'] }, 'its map may not be read', withMaps(remapped, null), 'EACCES'],
  [{ uid: ['c1', 0, 'same'] }, 'there are no such namespaces', lacking, 'absent'],

  [{ 'runs-as': ['c1', 1000] }, 'that', asUser, 'true'],
  [{ 'runs-as': ['c1', 1000] }, 'root', plain, 'false'],
  [{ 'runs-as': ['c1', 231_072] }, 'as the host numbers it', remapped, 'true'],
  [{ 'runs-as': ['c1', 0] }, 'not as it is numbered inside', remapped, 'false'],
  [{ 'runs-as': ['c2', 0] }, 'none', plain, 'false'],
  [{ 'runs-as': ['c1', 0, 'inside'] }, 'the host’s root', plain, 'true'],
  [{ 'runs-as': ['c1', 0, 'inside'] }, 'root inside, and another outside', remapped, 'true'],
  [{ 'runs-as': ['c1', 231_072, 'inside'] }, 'not as the host numbers it', remapped, 'false'],
  [{ 'runs-as': ['c1', 0, 'inside'] }, 'another inside as well', asOther, 'false'],
  [{ 'runs-as': ['c1', 1000, 'inside'] }, 'that', asOther, 'true'],
  [{ 'runs-as': ['c2', 0, 'inside'] }, 'none', plain, 'false'],
  [
    { 'runs-as': ['c1', 0, 'inside'] },
    'its map may not be read',
    withMaps(remapped, null),
    'EACCES',
  ],
  [{ 'runs-as': ['c1', 0, 'inside'] }, 'nobody there', fromOutside, 'false'],
  [{ 'runs-as': ['c1', 65_534, 'inside'] }, 'as nobody is shown there', fromOutside, 'true'],
  [{ 'runs-as': ['c1', 0] }, 'it may not be read', kept, 'EACCES'],
  [{ 'runs-as': ['c1', 0] }, 'who reads is elsewhere', elsewhere, 'users-elsewhere'],
])('%j: %s', (predicate, _what, snapshot, expected) => {
  expect(said(predicate, snapshot)).toBe(expected);
});

describe('what shows it', () => {
  it.each<[Predicate, Snapshot, string | null, string | null]>([
    [{ uid: ['c1', 0, 'other'] }, remapped, 'cat /proc/1100/uid_map', '0 231072 65536'],
    [{ uid: ['c2', 0, 'other'] }, plain, null, null],
    [{ 'runs-as': ['c1', 0] }, asUser, 'ps -o uid= -p 1100', '1000'],
    [{ 'runs-as': ['c1', 0, 'inside'] }, asUser, 'ps -o uid= -p 1100', '1000'],
    [
      { 'runs-as': ['c1', 0, 'inside'] },
      asOther,
      'sudo nsenter -t 1100 --user ps -o uid= -p 1100',
      '1000',
    ],
    [{ 'runs-as': ['c1', 0] }, kept, null, null],
  ])('%j', (predicate, snapshot, command, value) => {
    expect(shown(predicate, snapshot)).toMatchObject({ command, value });
  });
});
