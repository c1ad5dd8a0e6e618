import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Told } from '@lib/inside/told';
import { createReadBelow } from './read-below';

const LIMIT = 1024;
const isRoot = process.getuid?.() === 0;
const readBelow = createReadBelow();

/** The root of somebody else, beside which there is a file that is none of theirs. */
let root = '';
let outside = '';
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-root-'));
  root = join(folder, 'root');
  outside = join(folder, 'secret');
  mkdirSync(join(root, 'etc'), { recursive: true });
  writeFileSync(join(root, 'etc/hostname'), 'inside\n');
  writeFileSync(outside, 'outside\n');
});
afterEach(() => {
  rmSync(join(root, '..'), { recursive: true });
});

const read = (path = '/etc/x'): Told<string> => readBelow(root, path, LIMIT);
const at = (path: string): string => join(root, path);
const told = (text: string) => ({ value: text, reason: null });
const refused = (reason: string) => ({ value: null, reason });

describe('a file in another root', () => {
  it('is read', () => {
    expect(read('/etc/hostname')).toEqual(told('inside\n'));
    expect(read('etc/hostname')).toEqual(told('inside\n'));
  });

  it.each([
    ['an absolute link', '/etc/hostname'],
    ['a link beside it', 'hostname'],
    ['a link that goes up farther than there is', '../../../../../etc/hostname'],
    ['a link through a folder that is a link', '/run/etc/hostname'],
  ])('%s stays inside', (_, target) => {
    symlinkSync('/', at('run'));
    symlinkSync(target, at('etc/x'));
    expect(read()).toEqual(told('inside\n'));
  });

  it.each([
    ['an absolute link', () => outside],
    ['one that goes up', () => '../../secret'],
  ])('%s to a file outside leads to nothing', (_, target) => {
    symlinkSync(target(), at('etc/x'));
    expect(read()).toEqual(refused('ENOENT'));
  });

  it('".." leads nowhere', () => {
    expect(read('/../secret')).toEqual(refused('ENOENT'));
    expect(read('../secret')).toEqual(refused('ENOENT'));
    expect(read('/etc/../../etc/hostname')).toEqual(told('inside\n'));
  });

  it('links of the kernel’s own are not followed', () => {
    expect(readBelow('/', '/proc/self/root/etc/passwd', LIMIT)).toEqual(refused('ELOOP'));
    expect(readBelow('/', '/proc/self/exe', LIMIT)).toEqual(refused('ELOOP'));
  });

  it('links in a circle', () => {
    symlinkSync('x', at('etc/x'));
    expect(read()).toEqual(refused('ELOOP'));
  });

  it('what is not there', () => {
    expect(read()).toEqual(refused('ENOENT'));
    expect(readBelow(at('nowhere'), '/etc/x', LIMIT)).toEqual(refused('ESRCH'));
  });

  it('a folder, and a file in the way', () => {
    mkdirSync(at('etc/x'));
    expect(read()).toEqual(refused('not-a-file'));
    expect(read('/etc/hostname/x')).toEqual(refused('ENOTDIR'));
  });

  it('a pipe: nobody sees it opened', async () => {
    execFileSync('mkfifo', [at('etc/x')]);
    const writer = spawn('sh', ['-c', 'echo unseen > "$0"', at('etc/x')]);
    const ended = once(writer, 'exit');
    const waitsAt = () => readFileSync(`/proc/${String(writer.pid)}/wchan`, 'utf8');
    await expect.poll(waitsAt).toBe('wait_for_partner');
    expect(read()).toEqual(refused('not-a-file'));
    expect(waitsAt()).toBe('wait_for_partner');
    expect(readFileSync(at('etc/x'), 'utf8')).toBe('unseen\n');
    expect(await ended).toEqual([0, null]);
  });

  it('a device', ({ skip }) => {
    if (!isRoot) skip('only root can make a device');
    execFileSync('mknod', [at('etc/x'), 'c', '1', '5']);
    expect(read()).toEqual(refused('not-a-file'));
  });

  it('one as large as may be, and one larger', () => {
    writeFileSync(at('etc/x'), 'x'.repeat(LIMIT));
    expect(read()).toEqual(told('x'.repeat(LIMIT)));
    truncateSync(at('etc/x'), LIMIT + 1);
    expect(read()).toEqual(refused('too-large'));
    truncateSync(at('etc/x'), 2 ** 40);
    expect(read()).toEqual(refused('too-large'));
  });

  it('an empty one', () => {
    writeFileSync(at('etc/x'), '');
    expect(read()).toEqual(told(''));
  });

  it('what the kernel makes up is not asked for', () => {
    expect(readFileSync('/proc/version', 'utf8')).not.toBe('');
    expect(readBelow('/', '/proc/version', LIMIT)).toEqual(told(''));
  });

  it('one that its owner holds a lease on: nobody waits', async () => {
    const holder = spawn(
      'python3',
      [
        '-c',
        `import fcntl, os, signal, sys
signal.signal(signal.SIGIO, signal.SIG_IGN)
fd = os.open(sys.argv[1], os.O_RDWR)
fcntl.fcntl(fd, fcntl.F_SETLEASE, fcntl.F_WRLCK)
print("held", flush=True)
sys.stdin.read()`,
        at('etc/hostname'),
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    expect(read('/etc/hostname')).toEqual(refused('EAGAIN'));
    const ended = once(holder, 'exit');
    holder.stdin.end();
    await ended;
    expect(read('/etc/hostname')).toEqual(told('inside\n'));
  });

  it('is found by ".." as well while files are renamed elsewhere', async () => {
    const renames = spawn(
      'python3',
      [
        '-c',
        `import os, sys
a, b = sys.argv[1:]
print("go", flush=True)
while True:
  os.rename(a, b)
  os.rename(b, a)`,
        ...[outside, `${outside}-too`],
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const ended = once(renames, 'exit');
    await once(renames.stdout, 'data');
    const answers = Array.from({ length: 5000 }, () => read('/etc/../etc/../etc/hostname'));
    renames.kill();
    await ended;
    expect(answers).toEqual(answers.map(() => told('inside\n')));
  });

  it('is kept from an ordinary user who may not read it', ({ skip }) => {
    if (!isRoot || process.seteuid === undefined) skip('only root can become somebody else');
    process.seteuid?.('nobody');
    try {
      expect(read('/etc/hostname')).toEqual(refused('EACCES'));
    } finally {
      process.seteuid?.(0);
    }
  });

  it('nothing stays open', () => {
    const open = () => readdirSync('/proc/self/fd').length;
    symlinkSync('x', at('etc/x'));
    const before = open();
    for (let n = 0; n < 10; n += 1) {
      for (const path of ['/etc/hostname', '/etc', '/etc/x', '/nowhere']) read(path);
    }
    expect(open()).toBe(before);
  });
});

it('without koffi nothing is read', () => {
  const none = createReadBelow(() => {
    throw new Error('not made for this machine');
  });
  expect(none(root, '/etc/hostname', LIMIT)).toEqual(refused('ENOSYS'));
});
