import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MountInside } from '@lib/inside/mnt';
import { parseNsLink } from '@lib/proc/ns-link';
import { ProcRoot } from '../proc/read';
import { readMnt } from './mnt';
import { endAll, lockedIn, mountWorld } from './testing/mount-world';

/* A mount namespace that the test makes, held against findmnt and against where paths end in it. */

const proc = new ProcRoot('/proc');
const isRoot = process.getuid?.() === 0;
const O_PATH = 0o10000000;

const namespaceOf = (pid: number) =>
  parseNsLink(readlinkSync(`/proc/${String(pid)}/ns/mnt`), 'mnt');

/** What is told through `pids` of the namespace that `pid` is in, with this test for the host. */
const readOf = (pid: number, pids: readonly number[] = [pid], hostPid = process.pid) =>
  readMnt(
    proc,
    { namespace: namespaceOf(pid), pids },
    { namespace: namespaceOf(process.pid), pids: [hostPid] },
  );

describe.skipIf(!isRoot)('a mount namespace (only root can make one)', () => {
  let folder = '';
  let pid = 0;
  let mounts: MountInside[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nsv-mnt-'));
    for (const name of [
      'host',
      'host/gone',
      'at',
      'jail',
      'over/lower',
      'over/upper',
      'over/work',
    ]) {
      mkdirSync(join(folder, name), { recursive: true });
    }
    writeFileSync(join(folder, 'host/file'), 'x');
    pid = await mountWorld(`
      cd ${folder}/at
      mkdir -p ../over/lower2 ../over/all
      mount -t tmpfs 'a source' . -o size=1m
      cd ${folder}/at
      mkdir folder gone covered 'a  name' shared slave unbindable deep
      touch file
      mount --bind ../host folder -o ro
      mount --bind ../host/file file
      mount --bind ../host/gone gone
      rmdir ../host/gone
      mount -t tmpfs below covered
      mount -t tmpfs above covered
      mount -t tmpfs named 'a  name'
      mount -t tmpfs shared shared --make-shared
      mount --bind shared slave --make-slave
      mount -t tmpfs unbindable unbindable --make-unbindable
      mkdir -p deep/er
      mount -t tmpfs under deep/er
      mount -t tmpfs over deep
      mkdir deep/er
      mount -t tmpfs again deep/er
      mount -t overlay layers ../over/all \\
        -o lowerdir=../over/lower:../over/lower2,upperdir=../over/upper,workdir=../over/work
      mount --bind / ../jail
      mount -t tmpfs part ../jail/tmp
    `);
    const reading = readOf(pid);
    expect(reading).toMatchObject({ type: 'mnt', root: '/', through: pid, unreadable: {} });
    mounts = reading.mounts ?? [];
  });
  afterAll(async () => {
    await endAll();
    rmSync(folder, { recursive: true });
  });

  const at = (target: string): string => join(folder, target);
  const all = (target: string): MountInside[] =>
    mounts.filter((each) => each.target === at(target));
  const top = (target: string): MountInside | undefined =>
    all(target).find(({ hidden }) => !hidden);

  it('has the mounts that findmnt lists', () => {
    const columns = 'id,parent,target,fsroot,fstype,source,vfs-options,fs-options,propagation';
    const listed: { filesystems: Record<string, string | null>[] } = JSON.parse(
      execFileSync('findmnt', ['-J', '-l', '-v', '-N', String(pid), '-o', columns]).toString(),
    );
    const ours = mounts.map((mount) => ({
      id: String(mount.id),
      parent: String(mount.parent),
      target: mount.target,
      fsroot: mount.deleted ? `${mount.root}//deleted` : mount.root,
      fstype: mount.fs,
      source: mount.source,
      'vfs-options': mount.options.join(','),
      'fs-options': mount.fsOptions.join(','),
      propagation: asFindmnt(mount.propagation),
    }));
    const theirs = listed.filesystems.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
    );
    expect(ours.length).toBeGreaterThan(14);
    expect(new Set(ours)).toEqual(new Set(theirs));
  });

  it('hides those in which no path ends, as the kernel walks it', () => {
    const hidden = mounts.filter((mount) => mount.hidden).map(({ id }) => id);
    const unreached = mounts.filter(({ id, target }) => mountAt(pid, target) !== id);
    expect(hidden).toEqual(unreached.map(({ id }) => id));
    expect(all('at/covered').map((mount) => [mount.source, mount.hidden])).toEqual([
      ['below', true],
      ['above', false],
    ]);
    expect(all('at/deep/er').map((mount) => [mount.source, mount.hidden])).toEqual([
      ['under', true],
      ['again', false],
    ]);
  });

  it('tells where the host has what is bound', () => {
    expect(top('at/folder')).toMatchObject({ kind: 'bind', hostPath: at('host') });
    expect(top('at/file')).toMatchObject({ kind: 'bind', hostPath: at('host/file') });
    expect(top('at/gone')).toMatchObject({ kind: 'bind', hostPath: null, deleted: true });
    expect(top('at')).toMatchObject({ kind: 'tmpfs', hostPath: null, source: 'a source' });
    const told = mounts.filter(({ hidden }) => !hidden);
    const found = told.filter(({ hostPath }) => hostPath !== null);
    expect(found.length).toBeGreaterThan(3);
    for (const { target, hostPath } of found) {
      expect(identity(`/proc/${String(pid)}/root${target}`)).toBe(identity(hostPath ?? ''));
    }
  });

  it('tells kinds and layers', () => {
    expect(top('over/all')).toMatchObject({ kind: 'image', fs: 'overlay', layers: 2 });
    expect(mounts.filter(({ kind }) => kind === 'root').map(({ target }) => target)).toEqual(['/']);
    expect(mounts.find(({ target }) => target === '/proc')).toMatchObject({ kind: 'kernel' });
  });

  it('is seen whole through one that is not locked into a part, whoever comes first', async () => {
    const locked = await lockedIn(pid, at('jail'));
    const whole = readOf(pid, [locked, pid]);
    expect(whole).toMatchObject({ root: '/', through: pid, mounts });
    const part = readOf(pid, [locked]);
    expect(part).toMatchObject({ root: at('jail'), through: locked, unreadable: {} });
    expect(part.mounts?.map(({ target }) => target)).toEqual(['/', '/tmp']);
  });

  it('is not told of through those in another, or through nobody', () => {
    const nothing = { type: 'mnt', mounts: null, root: null, through: null };
    const told = (...pids: number[]) => readOf(pid, pids);
    const gone = 2 ** 22 + 1;
    expect(told()).toEqual({ ...nothing, unreadable: { mounts: 'ESRCH', root: 'ESRCH' } });
    expect(told(process.pid)).toMatchObject({ ...nothing, unreadable: { mounts: 'ESRCH' } });
    expect(told(gone)).toMatchObject({ ...nothing, unreadable: { mounts: 'ESRCH' } });
    expect(told(gone, process.pid, pid)).toMatchObject({ through: pid, mounts });
  });

  it('is told without the host’s paths where the engine’s mounts cannot be read', () => {
    const reading = readOf(pid, [pid], 2 ** 22 + 1);
    expect(reading.unreadable).toEqual({ 'mounts.hostPath': 'ESRCH' });
    expect(readMnt(proc, { namespace: namespaceOf(pid), pids: [pid] }, null)).toEqual(reading);
    expect(reading.mounts?.map(({ hostPath }) => hostPath)).toEqual(mounts.map(() => null));
  });

  it('of its own engine has all at its own place', () => {
    const itself = { namespace: namespaceOf(pid), pids: [pid] };
    const { mounts: own } = readMnt(proc, itself, itself);
    const [below] = (own ?? []).filter(({ source }) => source === 'below');
    const [above] = (own ?? []).filter(({ source }) => source === 'above');
    expect([below?.hostPath, above?.hostPath]).toEqual([null, at('at/covered')]);
  });

  it('hides what is mounted on its root, into which no path crosses', async () => {
    const over = await mountWorld('mount -t tmpfs over /; mount -t tmpfs beside /tmp');
    const reading = readOf(over);
    const told = reading.mounts?.filter(({ source }) => ['over', 'beside'].includes(source));
    expect(told?.map(({ target, hidden }) => [target, hidden])).toEqual([
      ['/', true],
      ['/tmp', false],
    ]);
    for (const { id, target, hidden } of reading.mounts ?? []) {
      expect(mountAt(over, target) !== id).toBe(hidden);
    }
  });

  it('with more mounts than anybody would look at says so', async () => {
    const many = await mountWorld(`
      cd ${folder}/at
      mount -t tmpfs many .
      cd ${folder}/at
      for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do mkdir $n; mount --rbind . $n; done
    `);
    const reading = readOf(many);
    expect(reading.unreadable).toEqual({ mounts: 'too-many', root: 'too-many' });
    // Nobody else of it is read for nothing; whoever is in another has said nothing of it.
    const records = vi.spyOn(proc, 'records');
    expect(readOf(many, [many, many, many])).toEqual(reading);
    expect(records).toHaveBeenCalledTimes(1);
    records.mockRestore();
    expect(readOf(pid, [many]).unreadable).toMatchObject({ mounts: 'ESRCH' });
    expect(readOf(pid, [many, pid])).toMatchObject({ through: pid, mounts });
  });
});

/** `shared:1,slave:2` as findmnt says it, which leaves out the numbers of groups. */
function asFindmnt(propagation: string): string {
  const others = propagation
    .split(',')
    .map((word) => word.replace(/:.*/, ''))
    .filter((word) => !['from', 'shared', 'private'].includes(word));
  return [propagation.startsWith('shared') ? 'shared' : 'private', ...others].join(',');
}

/** The number of the mount in which a path ends for a process, as the kernel walks it; null: it ends before. */
function mountAt(pid: number, path: string): number | null {
  let fd: number;
  try {
    fd = openSync(`/proc/${String(pid)}/root${path === '/' ? '' : path}`, O_PATH);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOENT' });
    return null;
  }
  try {
    const info = readFileSync(`/proc/self/fdinfo/${String(fd)}`, 'utf8');
    return Number(/^mnt_id:\s*(\d+)$/m.exec(info)?.[1]);
  } finally {
    closeSync(fd);
  }
}

function identity(path: string): string {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${String(dev)}:${String(ino)}`;
}
