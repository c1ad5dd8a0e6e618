import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { namespaceId } from '@lib/model/ids';
import type { Enter } from '../enter/enter';
import { ProcRoot } from '../proc/read';
import { readCgroup } from './cgroup';

/* A process that leaves its namespace at a bad moment, which none can be made to do. */

const door = { pid: 7, namespace: namespaceId('cgroup', '4026532001') };

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nsv-cgroup-'));
  mkdirSync(join(root, '7/ns'), { recursive: true });
  writeFileSync(join(root, '7/cgroup'), '0::/box/a\n');
  const mount = '30 20 0:26 /box /sys/fs/cgroup rw shared:1 - cgroup2 cgroup rw\n';
  writeFileSync(join(root, '7/mountinfo'), mount);
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function keptOut(errno: string): Enter {
  const untold = [{ bytes: null, errno }];
  return {
    prepare: () => undefined,
    ask: () => Promise.resolve(untold),
    read: () => Promise.resolve(untold),
    close: () => Promise.resolve(),
  };
}

it.each<[string, string, string | null, string | null, object]>([
  ['may not be entered', 'EPERM', '4026532001', '/box', {}],
  ['is left by then', 'EPERM', '4026532999', null, { root: 'ESRCH' }],
  ['had been left before', 'ESRCH', '4026532999', null, { root: 'ESRCH' }],
  ['was left when it was entered', 'ESRCH', '4026532001', null, { root: 'ESRCH' }],
  ['is that of a process that is gone', 'EPERM', null, null, { root: 'ESRCH' }],
])('the root of one that %s', async (_, errno, now, expected, unreadable) => {
  if (now !== null) symlinkSync(`cgroup:[${now}]`, join(root, '7/ns/cgroup'));
  expect(await readCgroup(keptOut(errno), new ProcRoot(root), door)).toEqual({
    type: 'cgroup',
    root: expected,
    unreadable,
  });
});
