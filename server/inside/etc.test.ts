import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { namespaceId } from '@lib/model/ids';
import { Below } from '../below/below';
import { ProcRoot } from '../proc/read';
import { pathsThere, readDns, readNames } from './etc';
import { endAll, mountWorld } from './testing/mount-world';

const proc = new ProcRoot('/proc');
const below = new Below(proc);
const isRoot = process.getuid?.() === 0;
const GONE = 2 ** 22 + 1;
afterEach(endAll);
afterAll(() => below.close());

/** This test and what it sees stand for the host. */
const host = { namespace: namespaceId('mnt', '1'), pids: [GONE, process.pid] };

/** The names of all users that there are, as the C library has it. */
function getent(): Record<string, string> {
  const lines = execFileSync('getent', ['-s', 'files', 'passwd']).toString().trim().split('\n');
  const fields = lines.map((line) => line.split(':'));
  return Object.fromEntries(fields.map(([name, , id]) => [id, name]).reverse());
}

it('names are those that getent tells, of the numbers that are asked for', async () => {
  const all = getent();
  const uids = Object.keys(all).map(Number);
  expect(uids.length).toBeGreaterThan(5);
  expect(
    await readNames(below, process.pid, host, { inside: uids, outside: [0, 4_000_000] }),
  ).toEqual({
    names: { inside: all, outside: { 0: 'root' } },
    unreadable: {},
  });
});

describe.skipIf(!isRoot)('in a root of its own (only root can make one)', () => {
  const within = (script: string) =>
    mountWorld(`mount -t tmpfs etc /etc; cd /etc; cd /etc\n${script}`);
  const names = (pid: number) => readNames(below, pid, host, { inside: [0, 7], outside: [0] });

  it('names are those of that root', async () => {
    const pid = await within('echo me:x:7:7::/:/x > passwd');
    expect(await names(pid)).toEqual({
      names: { inside: { 7: 'me' }, outside: { 0: 'root' } },
      unreadable: {},
    });
  });

  it.each([
    ['is not there', '', 'ENOENT'],
    ['is a pipe that nobody writes to', 'mkfifo passwd; mkfifo resolv.conf', 'not-a-file'],
    ['is a folder', 'mkdir passwd resolv.conf', 'not-a-file'],
    ['is a device', 'ln -s /dev/zero passwd; ln -s /dev/zero resolv.conf', 'not-a-file'],
    ['leads to itself', 'ln -s passwd passwd; ln -s resolv.conf resolv.conf', 'ELOOP'],
    [
      'leads by the kernel’s own link to a file of ours',
      'ln -s /proc/self/root/etc/group passwd; ln -s /proc/self/root/etc/group resolv.conf',
      'ELOOP',
    ],
    ['is endless', 'truncate -s 1G passwd; truncate -s 1G resolv.conf', 'too-large'],
  ])('a file that %s is told of with its reason', async (_name, script, reason) => {
    const pid = await within(script);
    expect(await names(pid)).toEqual({
      names: { inside: null, outside: { 0: 'root' } },
      unreadable: { 'names.inside': reason },
    });
    expect(await readDns(below, pid)).toEqual({ value: null, reason });
  });

  it('whom it asks for addresses', async () => {
    const pid = await within('printf "nameserver 127.0.0.11\\noptions ndots:0\\n" > resolv.conf');
    expect(await readDns(below, pid)).toEqual({
      value: { nameservers: ['127.0.0.11'], search: [], options: ['ndots:0'] },
      reason: null,
    });
  });

  it('a link, absolute or upward, to a file of ours is one of theirs', async () => {
    const pid = await within(`
      mount -t tmpfs tmp /tmp
      echo nameserver 192.0.2.1 > /tmp/theirs
      echo theirs:x:7:7::/:/x > /tmp/users
      ln -s /tmp/theirs resolv.conf
      ln -s ../../../../../../tmp/users passwd
    `);
    expect((await readDns(below, pid)).value?.nameservers).toEqual(['192.0.2.1']);
    expect((await names(pid)).names.inside).toEqual({ 7: 'theirs' });
  });
});

it('paths are there or not, whatever they are, without being read', async () => {
  const paths = [
    '/etc/passwd',
    '/etc',
    '/dev/null',
    '/proc/self/root',
    '/nowhere',
    '/etc/passwd/x',
  ];
  expect(await pathsThere(below, process.pid, paths)).toEqual(['/etc/passwd', '/etc', '/dev/null']);
  expect(await pathsThere(below, GONE, ['/etc'])).toEqual([]);
});

it('nothing is told of nobody', async () => {
  expect(await readDns(below, GONE)).toEqual({ value: null, reason: 'ESRCH' });
  const { unreadable } = await readNames(below, process.pid, null, { inside: [], outside: [] });
  expect(unreadable).toEqual({ 'names.outside': 'ESRCH' });
});
