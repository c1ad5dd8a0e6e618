import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  fstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namespaceId } from '@lib/model/ids';
import { endAll, mountWorld } from '../inside/testing/mount-world';
import { NotNamespaceFile, openNamespaceBelow, openNamespaceLink } from './open-below';
import { KnownNamespaces } from './known-namespaces';
import { createNsIoctl } from './ns-ioctl';
import { ProcRoot } from './read';
import { canBeSilent, silentMount } from './testing/silent-mount';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsv-below-'));
});
const silent: ChildProcess[] = [];
afterEach(async () => {
  for (const child of silent.splice(0)) child.kill('SIGKILL');
  await endAll();
  rmSync(folder, { recursive: true });
});

/** Puts something at a path. */
const STRANGERS: readonly [string, (path: string) => void][] = [
  ['a file', (path) => writeFileSync(path, 'x')],
  ['a link to a namespace', (path) => symlinkSync('/proc/self/ns/net', path)],
  ['a link to a file', (path) => symlinkSync('/etc/passwd', path)],
  ['a link to nowhere', (path) => symlinkSync('/nowhere', path)],
  ['a pipe that nobody writes to', (path) => execFileSync('mkfifo', [path])],
];

describe('a file of a namespace', () => {
  it.each(['net', 'mnt', 'user'])('%s, through the kernel’s own link', (type) => {
    const fd = openNamespaceLink(`/proc/self/ns/${type}`);
    expect(fstatSync(fd).ino).toBe(statSync(`/proc/self/ns/${type}`).ino);
    closeSync(fd);
  });

  it.each(STRANGERS)('%s in its place is refused', (_, put) => {
    put(join(folder, 'ns'));
    expect(() => openNamespaceBelow(folder, '/ns')).toThrow();
  });

  it('a device in place of an open file is refused', () => {
    expect(() => openNamespaceLink('/dev/null')).toThrow(NotNamespaceFile);
  });

  it('a file system that never answers, over a mount point or a folder above, is not waited for', async ({
    skip,
  }) => {
    if (!canBeSilent()) skip('needs root and /dev/fuse');
    const pid = await mountWorld(`
      mount -t tmpfs ns ${folder}; mkdir ${folder}/in; touch ${folder}/at ${folder}/in/at
      mount --bind /proc/self/ns/uts ${folder}/at; mount --bind /proc/self/ns/uts ${folder}/in/at`);
    const open = (path: string) =>
      new ProcRoot('/proc').openNamespace(`${pid}/root${folder}${path}`);
    closeSync(open('/at'));
    closeSync(open('/in/at'));
    for (const path of ['/at', '/in']) silent.push(await silentMount(pid, join(folder, path)));
    // Before anybody who waits would be freed.
    const at = performance.now();
    expect(() => open('/at')).toThrow(NotNamespaceFile);
    expect(() => open('/in/at')).toThrow('EAGAIN');
    expect(performance.now() - at).toBeLessThan(1000);
  });

  it('a pipe in place of a mount point that a search found: nobody sees it opened', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    // Waits until somebody opens it for reading; one who does so and goes would end it by a signal.
    const writer = spawn('sh', ['-c', 'echo unseen > "$0"', path]);
    const ended = once(writer, 'exit');
    const waitsAt = () => readFileSync(`/proc/${String(writer.pid)}/wchan`, 'utf8');
    await expect.poll(waitsAt).toBe('wait_for_partner');

    const known = new KnownNamespaces(new ProcRoot('/proc'), createNsIoctl());
    const holder = { kind: 'mount', pid: process.pid, path } as const;
    const at = `${String(process.pid)}/root${path}`;
    const id = namespaceId('net', String(statSync('/proc/self/ns/net').ino));
    const [reading] = known.hold(new Map([[id, [{ holder, at }]]]));
    expect(reading?.relations).toBeNull();
    expect(waitsAt()).toBe('wait_for_partner');
    expect(readFileSync(path, 'utf8')).toBe('unseen\n');
    expect(await ended).toEqual([0, null]);
  });
});
