import { describe, expect, it } from 'vitest';
import { privileges as words } from '../i18n/en/privileges';
import { privileges as chinese } from '../i18n/zh-CN/privileges';
import { namespaceId } from '../model/ids';
import type { Privileges } from '../privileges/privileges';
import { privilegesRows } from './privileges';

const ids = { real: 0, effective: 0, saved: 0, fileSystem: 0 };
const told: Privileges = {
  pid: 9,
  startTicks: '77',
  capabilities: {
    ...{ effective: ['CHOWN', 'NET_ADMIN'], permitted: [], inheritable: [], ambient: [] },
    ...{ bounding: ['CHOWN', 'NET_ADMIN'], beyondDefault: ['NET_ADMIN'], withoutDefault: ['KILL'] },
  },
  ...{ seccomp: 'filter', noNewPrivileges: false, lsm: null },
  ...{ call: { number: 230, name: 'clock_nanosleep' }, wchan: 'hrtimer_nanosleep' },
  namespaceFiles: [{ fd: 4, namespace: namespaceId('net', '7') }],
  limits: [
    { name: 'open files', soft: '1024', hard: '4096', unit: 'files' },
    { name: 'cpu time', soft: 'unlimited', hard: 'unlimited', unit: 'seconds' },
  ],
  ...{ uids: { ...ids, effective: 1000 }, gids: ids },
  unreadable: {},
};

const said = (change: Partial<Privileges>, row: string) =>
  new Map(privilegesRows({ ...told, ...change }, words)).get(row);

it('tells each fact in a row', () => {
  expect(privilegesRows(told, words)).toEqual([
    ['Capabilities', '2 are in effect, 1 beyond the engine’s default'],
    ['  in effect', 'CHOWN NET_ADMIN'],
    ['  beyond the default', 'NET_ADMIN'],
    ['  default, not in effect', 'KILL'],
    ['  can be had', 'CHOWN NET_ADMIN'],
    ['seccomp', 'a filter: some system calls are kept from it'],
    ['no new privileges', 'not set: a program that it runs may get more than it has'],
    ['label', 'none: no security module confines it'],
    ['users', '1000 (real 0, saved 0)'],
    ['groups', '0'],
    ['system call', 'clock_nanosleep, number 230'],
    ['waits in', 'hrtimer_nanosleep'],
    ['open files of namespaces', 'net:[7] (file 4)'],
    ['Its limits', '2 limits'],
    ['  open files', '1024 files, at most 4096 files'],
    ['  cpu time', 'no limit'],
  ]);
});

describe('what is not known is not what is not there', () => {
  it.each<[string, Partial<Privileges>, string, string]>([
    ['no label', {}, 'label', 'none: no security module confines it'],
    ['no right', { unreadable: { lsm: 'EACCES' } }, 'label', 'unknown: it may not be read'],
    ['waits nowhere', { wchan: null }, 'waits in', 'nowhere'],
    [
      'may not see where',
      { wchan: null, unreadable: { wchan: 'EACCES' } },
      'waits in',
      'unknown: it may not be read',
    ],
    ['in no call', { call: 'none' }, 'system call', 'none'],
    [
      'of a newer kernel',
      { call: { number: 4000, name: null }, unreadable: { 'call.name': 'not-in-table' } },
      'system call',
      'unknown: the kernel is newer than nsview, number 4000',
    ],
    ['no files', { namespaceFiles: [] }, 'open files of namespaces', 'none'],
    ['files that may not be seen', { namespaceFiles: null }, 'open files of namespaces', 'unknown'],
  ])('%s', (_, change, row, fact) => {
    expect(said(change, row)).toBe(fact);
  });
});

it('tells all of it in Chinese as well', () => {
  const rows = privilegesRows(told, chinese);
  expect(rows).toHaveLength(privilegesRows(told, words).length);
  expect(rows[0]).toEqual(['权能', '2 项生效，其中 1 项超出引擎的默认值']);
});
