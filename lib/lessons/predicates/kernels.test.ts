import { describe, expect, it } from 'vitest';
import type { Host } from '../../model/host';
import type { Snapshot } from '../../model/snapshot';
import { machine } from '../fixtures/machine';
import { said, shown } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const alone = machine([{ name: 'c1', nth: 1 }]);
const apart = machine([
  { name: 'c1', nth: 1 },
  { name: 'c2', nth: 2 },
]);
/** Its first process is on another kernel, or kept from who reads. */
const unseen: Snapshot = {
  ...alone,
  processes: alone.processes.filter(({ container }) => container === null),
};
const elsewhere: Snapshot = {
  ...unseen,
  containers: unseen.containers.map((each) => ({
    ...each,
    unreadable: { 'namespaces.pid': 'sandbox' },
  })),
};
const guest = (told: Host['guest']): Snapshot => {
  const { guest: _, ...host } = alone.host;
  return { ...alone, host: told === undefined ? host : { ...host, guest: told } };
};

it.each<[Predicate, string, Snapshot, string]>([
  [{ 'same-kernel': [':host', 'c1'] }, 'as the host', alone, 'true'],
  [{ 'same-kernel': ['c1', 'c2'] }, 'two', apart, 'true'],
  [{ 'same-kernel': ['c1', 'c2'] }, 'one is not there', alone, 'false'],
  [{ 'same-kernel': [':host', 'c1'] }, 'a sandbox has its own', elsewhere, 'false'],
  [{ 'same-kernel': [':host', 'c1'] }, 'its process is not seen', unseen, 'ESRCH'],
  [{ hypervisor: true }, 'a virtual machine', guest(true), 'true'],
  [{ hypervisor: true }, 'a machine of metal', guest(false), 'false'],
  [{ hypervisor: true }, 'its processor has no flags', guest(undefined), 'not-told'],
])('%j: %s', (predicate, _what, snapshot, expected) => {
  expect(said(predicate, snapshot)).toBe(expected);
});

describe('what shows it', () => {
  it.each<[Predicate, Snapshot, string | null, string | null]>([
    [
      { 'same-kernel': [':host', 'c1'] },
      alone,
      'docker exec c1 cat /proc/sys/kernel/osrelease /proc/sys/kernel/random/boot_id',
      `${alone.host.kernel}\n${alone.bootId}`,
    ],
    [{ hypervisor: true }, guest(true), 'grep -ow -m1 hypervisor /proc/cpuinfo', 'hypervisor'],
    [{ hypervisor: true }, guest(false), 'grep -ow -m1 hypervisor /proc/cpuinfo', ''],
    [{ hypervisor: true }, guest(undefined), null, null],
  ])('%j', (predicate, snapshot, command, value) => {
    expect(shown(predicate, snapshot)).toMatchObject({ command, value });
  });
});
