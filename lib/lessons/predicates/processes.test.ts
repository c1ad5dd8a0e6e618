import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../model/snapshot';
import { PRIVILEGES } from '../../findings/fixtures/one';
import { machine } from '../fixtures/machine';
import { answered, said, shown, type Answers } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const apart = machine([
  { name: 'c1', nth: 1, others: [{}, { zombie: true }] },
  { name: 'c2', nth: 2 },
]);
const joined = machine([
  { name: 'c1', nth: 1 },
  { name: 'c2', nth: 2, in: { pid: 'c1' }, process: { nsPids: [1200, 7] } },
]);
const alone = machine([{ name: 'c1', nth: 1 }]);
/** Its first process is kept from who reads. */
const unseen: Snapshot = {
  ...alone,
  processes: alone.processes.filter(({ container }) => container === null),
};
const orphan: Snapshot = { ...alone, processes: alone.processes.filter(({ pid }) => pid !== 500) };
const stray: Snapshot = {
  ...alone,
  processes: alone.processes.map((each) =>
    each.pid === 611 ? { ...each, cgroup: null, unreadable: { cgroup: 'EACCES' } } : each,
  ),
};
const keptNumbers: Snapshot = {
  ...alone,
  processes: alone.processes.map((each) =>
    each.pid === 611
      ? {
          ...{ ...each, nsPids: null, namespaces: { ...each.namespaces, pid: null } },
          unreadable: { 'namespaces.pid': 'EACCES' },
        }
      : each,
  ),
};
const hidden: Snapshot = {
  ...alone,
  host: { ...alone.host, notices: [{ code: 'hidepid', params: {}, text: '' }] },
};

const row = (pid: number, state: string, startTicks = '11001') =>
  answered({ processes: [{ pid, startTicks, state, rssBytes: 1, cpuMs: 1 }] });
const call = (told: unknown, unreadable = {}) =>
  answered({ ...PRIVILEGES, pid: 1100, startTicks: '11001', call: told, unreadable });
const BUSY = { is: 'refused', code: 'busy' } as const;

it.each<[Predicate, string, Snapshot, Answers, string]>([
  [{ sees: [':host', 'c1'] }, 'all is seen from the host', apart, {}, 'true'],
  [{ sees: ['c1', 'c1'] }, 'itself', apart, {}, 'true'],
  [{ sees: ['c1', 'c2'] }, 'side by side', apart, {}, 'false'],
  [{ sees: ['c1', 'c2'] }, 'together', joined, {}, 'true'],
  [{ sees: ['c2', 'c1'] }, 'together, the other way', joined, {}, 'true'],
  [{ sees: ['c1', 'c2'] }, 'it is not there', alone, {}, 'false'],
  [{ sees: ['c2', 'c1'] }, 'nobody is there to look', alone, {}, 'false'],
  [{ sees: [':host', 'c1'] }, 'its process is not seen', unseen, {}, 'ESRCH'],

  [{ processes: ['c1', 2] }, 'as many', apart, {}, 'true'],
  [{ processes: ['c1', 3] }, 'a zombie does not count', apart, {}, 'false'],
  [{ processes: ['c2', 1] }, 'none', alone, {}, 'false'],
  [{ processes: ['c1', 2] }, 'one might be its own', stray, {}, 'EACCES'],
  [{ processes: ['c1', 1] }, 'enough, whatever one might be', stray, {}, 'true'],
  [{ processes: ['c1', 1] }, 'not seen', unseen, {}, 'ESRCH'],

  [{ 'has-pid': ['c1', 1] }, 'its first', apart, {}, 'true'],
  [{ 'has-pid': ['c1', 2] }, 'its second', apart, {}, 'true'],
  [{ 'has-pid': ['c1', 10] }, 'none', apart, {}, 'false'],
  [{ 'has-pid': ['c1', 1100] }, 'its number outside', apart, {}, 'false'],
  [{ 'has-pid': [':host', 1100] }, 'its number outside, there', apart, {}, 'true'],
  [{ 'has-pid': [':host', 1] }, 'the first of all', apart, {}, 'true'],
  [{ 'has-pid': ['c1', 7] }, 'who has joined', joined, {}, 'true'],
  [{ 'has-pid': ['c2', 1] }, 'nobody is there', alone, {}, 'false'],
  [{ 'has-pid': ['c1', 10] }, 'somebody might have it', keptNumbers, {}, 'EACCES'],
  [{ 'has-pid': ['c1', 10] }, 'processes are kept from who reads', hidden, {}, 'EACCES'],
  [{ 'has-pid': [':host', 4] }, 'processes are kept from who reads', hidden, {}, 'EACCES'],
  [{ 'has-pid': ['c1', 10] }, 'its own are not seen', unseen, {}, 'ESRCH'],
  [{ processes: ['c1', 2] }, 'processes are kept from who reads', hidden, {}, 'EACCES'],

  [{ parent: ['c1', 'containerd-shim'] }, 'its monitor', apart, {}, 'true'],
  [{ parent: ['c1', 'containerd-shim-runc-v2'] }, 'of which 15 bytes are kept', apart, {}, 'true'],
  [{ parent: ['c1', 'dockerd'] }, 'not the daemon', apart, {}, 'false'],
  [{ parent: ['c2', 'dockerd'] }, 'none', alone, {}, 'false'],
  [{ parent: ['c1', 'containerd-shim'] }, 'it is not seen', orphan, {}, 'ESRCH'],

  [{ state: ['c1', 'T'] }, 'stopped', alone, { usage: row(1100, 'T') }, 'true'],
  [{ state: ['c1', 'T'] }, 'sleeps', alone, { usage: row(1100, 'S') }, 'false'],
  [{ state: ['c2', 'T'] }, 'none', alone, {}, 'false'],
  [{ state: ['c1', 'T'] }, 'not answered yet', alone, {}, 'asked'],
  [{ state: ['c1', 'T'] }, 'too much is asked', alone, { usage: BUSY }, 'busy'],
  [{ state: ['c1', 'T'] }, 'of who had its number', alone, { usage: row(1100, 'T', '1') }, 'ESRCH'],
  [{ state: ['c1', 'T'] }, 'no answer that is one', alone, { usage: answered({}) }, 'EBADMSG'],

  [
    { 'in-syscall': ['c1', 'futex'] },
    'in it',
    alone,
    { process: call({ number: 202, name: 'futex' }) },
    'true',
  ],
  [
    { 'in-syscall': ['c1', 'futex'] },
    'in another',
    alone,
    { process: call({ number: 230, name: 'clock_nanosleep' }) },
    'false',
  ],
  [{ 'in-syscall': ['c1', 'futex'] }, 'in none', alone, { process: call('running') }, 'false'],
  [
    { 'in-syscall': ['c1', 'futex'] },
    'in one without a name',
    alone,
    { process: call({ number: 999, name: null }, { 'call.name': 'not-in-table' }) },
    'not-in-table',
  ],
  [
    { 'in-syscall': ['c1', 'futex'] },
    'it may not be read',
    alone,
    { process: call(null, { call: 'EPERM' }) },
    'EPERM',
  ],
  [{ 'in-syscall': ['c2', 'futex'] }, 'none', alone, {}, 'false'],
])('%j: %s', (predicate, _what, snapshot, answers, expected) => {
  expect(said(predicate, snapshot, answers)).toBe(expected);
});

describe('what shows it', () => {
  it.each<[Predicate, Snapshot, Answers, string | null, string | null]>([
    [{ sees: ['c1', 'c2'] }, joined, {}, 'grep NSpid: /proc/1200/status', 'NSpid: 1200 7'],
    [{ sees: [':host', 'c1'] }, apart, {}, 'ps -o pid= -o comm= -p 1100', '1100 sleep'],
    [
      { sees: ['c1', 'c2'] },
      apart,
      {},
      'sudo readlink /proc/1100/ns/pid /proc/1200/ns/pid',
      'pid:[4026533010] ≠ pid:[4026533020]',
    ],
    [{ 'has-pid': ['c1', 1] }, apart, {}, 'grep NSpid: /proc/1100/status', 'NSpid: 1100 1'],
    [{ 'has-pid': ['c1', 10] }, apart, {}, null, null],
    [{ processes: ['c1', 1] }, apart, {}, 'docker top c1 | tail -n +2 | wc -l', '2'],
    [{ parent: ['c1', 'dockerd'] }, apart, {}, 'ps -o comm= -p 500', 'containerd-shim'],
    [{ state: ['c1', 'T'] }, alone, { usage: row(1100, 'S') }, 'ps -o state= -p 1100', 'S'],
    [{ state: ['c1', 'T'] }, alone, {}, null, null],
    [
      { 'in-syscall': ['c1', 'futex'] },
      alone,
      { process: call({ number: 202, name: 'futex' }) },
      'sudo cat /proc/1100/syscall',
      '202 (futex)',
    ],
  ])('%j', (predicate, snapshot, answers, command, value) => {
    expect(shown(predicate, snapshot, answers)).toMatchObject({ command, value });
  });
});
