import { describe, expect, it } from 'vitest';
import { perType } from '../../model/namespace-type';
import type { Snapshot } from '../../model/snapshot';
import { machine } from '../fixtures/machine';
import { said, shown } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const apart = machine([
  { name: 'c1', nth: 1 },
  { name: 'c2', nth: 2 },
]);
const joined = machine([
  { name: 'c1', nth: 1 },
  { name: 'c2', nth: 2, in: { pid: 'c1' } },
]);
const alone = machine([{ name: 'c1', nth: 1 }]);
const onHost = machine([
  { name: 'c1', nth: 1, in: { pid: 'host' } },
  { name: 'c2', nth: 2 },
]);
const ended = machine([
  { name: 'c1', nth: 1, container: { state: 'exited' } },
  { name: 'c2', nth: 2, container: { state: 'exited' } },
]);
const lacking: Snapshot = { ...apart, host: { ...apart.host, lacks: ['time'] } };
const unread = (() => {
  const [c1, c2] = apart.containers;
  if (c1 === undefined || c2 === undefined) throw new Error('two');
  const namespaces = { ...c2.namespaces, pid: null };
  const hidden = {
    ...{ ...c2, namespaces, sharing: { ...c2.sharing, pid: 'unknown' as const } },
    unreadable: { 'namespaces.pid': 'EACCES' },
  };
  return { ...apart, containers: [c1, hidden] };
})();
const hostUnknown: Snapshot = {
  ...apart,
  host: { ...apart.host, namespaces: perType(() => null) },
  containers: apart.containers.map((each) => ({
    ...each,
    sharing: { ...each.sharing, pid: 'unknown' },
  })),
};

it.each<[Predicate, string, Snapshot, string]>([
  [{ shares: ['c1', 'c2', 'pid'] }, 'joined', joined, 'true'],
  [{ shares: ['c2', 'c1', 'pid'] }, 'the other way round', joined, 'true'],
  [{ shares: ['c1', 'c2', 'net'] }, 'in one type alone', joined, 'false'],
  [{ shares: ['c1', 'c2', 'user'] }, 'both in the host’s', apart, 'true'],
  [{ shares: ['c1', 'c2', 'pid'] }, 'apart', apart, 'false'],
  [{ shares: ['c1', 'c2', 'pid'] }, 'one is not there', alone, 'false'],
  [{ shares: ['c1', 'c2', 'pid'] }, 'both have ended', ended, 'false'],
  [{ shares: ['c1', 'c2', 'pid'] }, 'c2 joined the host’s', onHost, 'false'],
  [{ shares: [':host', 'c1', 'pid'] }, 'with the host', onHost, 'true'],
  [{ shares: [':host', 'c2', 'pid'] }, 'not with the host', onHost, 'false'],
  [{ shares: ['c1', 'c2', 'pid'] }, 'one may not be read', unread, 'EACCES'],
  [{ shares: [':host', 'c1', 'pid'] }, 'the host’s is not known', hostUnknown, 'host-unknown'],
  [{ shares: ['c1', 'c2', 'time'] }, 'of a type that there is not', lacking, 'absent'],

  [{ own: ['c1', 'pid'] }, 'apart', apart, 'true'],
  [{ own: ['c1', 'pid'] }, 'another has joined', joined, 'false'],
  [{ own: ['c1', 'pid'] }, 'it is the host’s', onHost, 'false'],
  [{ own: ['c1', 'user'] }, 'it is the host’s by default', apart, 'false'],
  [{ own: ['c1', 'pid'] }, 'it has ended', ended, 'false'],
  [{ own: ['c2', 'pid'] }, 'none', alone, 'false'],
  [{ own: ['c2', 'pid'] }, 'it may not be read', unread, 'EACCES'],
  [{ own: ['c1', 'pid'] }, 'it could be the host’s', hostUnknown, 'host-unknown'],
  [{ own: ['c1', 'time'] }, 'of a type that there is not', lacking, 'absent'],

  [{ host: ['c1', 'pid'] }, 'it is', onHost, 'true'],
  [{ host: ['c2', 'pid'] }, 'it is its own', onHost, 'false'],
  [{ host: ['c2', 'pid'] }, 'it is another’s', joined, 'false'],
  [{ host: ['c2', 'pid'] }, 'none', alone, 'false'],
  [{ host: ['c2', 'pid'] }, 'it may not be read', unread, 'EACCES'],
  [{ host: ['c1', 'time'] }, 'of a type that there is not', lacking, 'absent'],
])('%j: %s', (predicate, _what, snapshot, expected) => {
  expect(said(predicate, snapshot)).toBe(expected);
});

describe('what shows it', () => {
  it.each<[Predicate, Snapshot, string | null, string | null]>([
    [
      { shares: ['c1', 'c2', 'pid'] },
      joined,
      'sudo readlink /proc/1100/ns/pid /proc/1200/ns/pid',
      'pid:[4026533010] = pid:[4026533010]',
    ],
    [
      { shares: ['c1', 'c2', 'pid'] },
      apart,
      'sudo readlink /proc/1100/ns/pid /proc/1200/ns/pid',
      'pid:[4026533010] ≠ pid:[4026533020]',
    ],
    [{ own: ['c1', 'pid'] }, apart, 'sudo readlink /proc/1100/ns/pid', 'pid:[4026533010]'],
    [
      { host: ['c1', 'pid'] },
      onHost,
      'sudo readlink /proc/1100/ns/pid /proc/1/ns/pid',
      'pid:[4026531836] = pid:[4026531836]',
    ],
    [{ shares: ['c1', 'c2', 'pid'] }, alone, null, null],
    [{ shares: ['c1', 'c2', 'pid'] }, unread, null, null],
  ])('%j', (predicate, snapshot, command, value) => {
    expect(shown(predicate, snapshot)).toMatchObject({ command, value });
  });
});
