import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, release, tmpdir, uptime } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { HostReading } from '@lib/proc/reading';
import { readHost, readUnits } from './host';
import { ProcessReader } from './process';
import { ProcRoot } from './read';

function hostAt(root: string): HostReading {
  const proc = new ProcRoot(root);
  return readHost(new ProcessReader(proc, readUnits(proc), { args: true }));
}

function linkOf(pid: number, type: string): string | null {
  try {
    return readlinkSync(`/proc/${String(pid)}/ns/${type}`);
  } catch (error) {
    expect(error).toMatchObject({ code: 'EACCES' });
    return null;
  }
}

describe('this machine', () => {
  const host = hostAt('/proc');

  it('is the one that Node knows', () => {
    expect(host).toMatchObject({ hostname: hostname(), kernel: release(), ticksPerSecond: 100 });
    expect(Math.abs((host.bootTime ?? 0) - (Date.now() - uptime() * 1000))).toBeLessThan(5000);
    expect(host.bootId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is a virtual one where lscpu says that a hypervisor is below it', () => {
    const said = execFileSync('lscpu', { env: { ...process.env, LC_ALL: 'C' } }).toString();
    const flags = /^Flags: (.*)$/m.exec(said)?.[1]?.trim().split(/\s+/);
    expect(host.guest).toBe(process.arch === 'x64' ? flags?.includes('hypervisor') : undefined);
  });

  it('fault 7: has the namespaces of PID 1, or of kthreadd where PID 1 is kept from us', () => {
    const from = linkOf(1, 'pid') === null ? 2 : 1;
    if (from === 1) expect(host.namespacesFrom).toBe('pid1');
    else expect(host.namespacesFrom).not.toBe('pid1');
    if (host.namespacesFrom === 'initial') return;
    for (const type of NAMESPACE_TYPES) {
      const [, inode] = /\[(\d+)\]/.exec(linkOf(from, type) ?? '') ?? [];
      expect(host.namespaces[type]).toBe(`${type}:${inode ?? '?'}`);
    }
  });

  it('fault 7: to somebody who may not read PID 1, the host is what every kernel begins with', ({
    skip,
  }) => {
    if (process.getuid?.() !== 0 || process.seteuid === undefined) {
      skip('only root can become somebody else');
    }
    process.seteuid?.('nobody');
    try {
      expect(linkOf(1, 'pid')).toBeNull();
      expect(hostAt('/proc')).toMatchObject({
        namespacesFrom: 'initial',
        namespaces: { pid: 'pid:4026531836', net: null, mnt: null },
      });
    } finally {
      process.seteuid?.(0);
    }
  });

  it('has the cgroups that are mounted', () => {
    const types = new Set(
      [...readFileSync('/proc/self/mountinfo', 'utf8').matchAll(/ - (cgroup2?) /g)].map(
        ([, type]) => type,
      ),
    );
    const expected = types.size === 2 ? 'hybrid' : types.has('cgroup') ? 'v1' : 'v2';
    expect(host.cgroups).toBe(expected);
  });
});

describe('a /proc that shows less', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  /** Made of a few files: no PID 1 that lets its namespaces be read can be taken away for real. */
  function procOf(files: Record<string, string>, links: Record<string, string> = {}): string {
    const root = mkdtempSync(join(tmpdir(), 'nsview-proc-'));
    folders.push(root);
    const facts = {
      'sys/kernel/random/boot_id': '6935f913-0e4d-4892-964b-1ca5dc4163de\n',
      'sys/kernel/hostname': 'box\n',
      'sys/kernel/osrelease': '6.1.0\n',
      stat: 'cpu  1 2 3\nbtime 1795453838\n',
    };
    put(root, { ...facts, ...files });
    for (const [path, target] of Object.entries(links)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      symlinkSync(target, join(root, path));
    }
    return root;
  }

  function put(root: string, files: Record<string, string>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }

  const namespacesOf = (pid: number | 'self', types: readonly string[], inode: number) =>
    Object.fromEntries(
      types.map((type) => [`${String(pid)}/ns/${type}`, `${type}:[${String(inode)}]`]),
    );
  const stat = (pid: number, comm: string, flags: number): string =>
    `${String(pid)} (${comm}) S 0 0 0 0 -1 ${String(flags)} 0 0 0 0 0 1 0 0 20 0 1 0 30 0 0 18446\n`;
  const KTHREADD = 2129984;

  it('PID 1 readable', () => {
    const host = hostAt(procOf({}, namespacesOf(1, NAMESPACE_TYPES, 7)));
    expect(host.namespacesFrom).toBe('pid1');
    expect(host.namespaces.net).toBe('net:7');
    expect(host.bootTime).toBe(1795453838000);
  });

  it.each([
    ['before Linux 5.6', ['time']],
    ['3.10', ['cgroup', 'time']],
    ['built without user namespaces', ['user', 'cgroup', 'time']],
  ] as const)('a kernel %s lacks %j, and the rest is known', (_, lacks) => {
    const types = NAMESPACE_TYPES.filter((type) => !lacks.some((each) => each === type));
    const root = procOf(
      { '1/stat': stat(1, 'init', 4194304) },
      { ...namespacesOf(1, types, 7), ...namespacesOf('self', types, 7) },
    );
    const host = hostAt(root);
    expect(host).toMatchObject({ namespacesFrom: 'pid1', lacks });
    expect(host.namespaces).toMatchObject({ pid: 'pid:7', net: 'net:7', mnt: 'mnt:7' });
    const proc = new ProcRoot(root);
    const outcome = new ProcessReader(proc, readUnits(proc), { args: true }).read(1);
    const unreadable = outcome.kind === 'process' ? Object.keys(outcome.reading.unreadable) : [];
    expect(unreadable.filter((field) => field.startsWith('namespaces'))).toEqual([]);
  });

  it('a type that the kernel has, and PID 1 does not show, is unknown and not absent', () => {
    const types = NAMESPACE_TYPES.filter((type) => type !== 'cgroup');
    const links = { ...namespacesOf(1, types, 7), ...namespacesOf('self', NAMESPACE_TYPES, 7) };
    expect(hostAt(procOf({}, links))).toMatchObject({ namespacesFrom: 'initial', lacks: [] });
  });

  it('fault 7: PID 1 not readable, kthreadd is', () => {
    const files = { '2/stat': stat(2, 'kthreadd', KTHREADD) };
    const host = hostAt(procOf(files, namespacesOf(2, NAMESPACE_TYPES, 8)));
    expect(host.namespacesFrom).toBe('kthreadd');
    expect(host.namespaces.mnt).toBe('mnt:8');
  });

  it.each([
    ['calls itself kthreadd', stat(2, 'kthreadd', 4194304)],
    ['is another kernel thread', stat(2, 'migration/0', KTHREADD)],
    ['has no readable stat', 'no stat'],
  ])('fault 7: PID 2 %s: what every kernel begins with', (_, text) => {
    const host = hostAt(procOf({ '2/stat': text }, namespacesOf(2, NAMESPACE_TYPES, 8)));
    expect(host.namespacesFrom).toBe('initial');
    expect(host.namespaces).toEqual({
      pid: 'pid:4026531836',
      net: null,
      mnt: null,
      user: 'user:4026531837',
      ipc: 'ipc:4026531839',
      uts: 'uts:4026531838',
      cgroup: 'cgroup:4026531835',
      time: 'time:4026531834',
    });
  });

  it.each([
    ['v1', '31 23 0:28 / /sys/fs/cgroup/pids rw - cgroup cgroup rw,pids\n', 'v1'],
    ['v2', '31 23 0:28 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n', 'v2'],
  ])('cgroups mounted: %s', (_, mountinfo, cgroups) => {
    expect(hostAt(procOf({ '1/mountinfo': mountinfo })).cgroups).toBe(cgroups);
  });

  it.each([
    ['v1', '8:pids:/\n', 'v1'],
    ['v2', '0::/\n', 'v2'],
    ['none', '', null],
  ])('no cgroup mounted, the kernel lists %s', (_, cgroup, cgroups) => {
    expect(hostAt(procOf({ 'self/cgroup': cgroup })).cgroups).toBe(cgroups);
  });

  it('fault 16: a link or file that makes no sense fails only itself', () => {
    const root = procOf(
      { '7/stat': stat(7, 'odd', 4194304), '7/status': 'what?', '7/cgroup': '0::/x\n' },
      { ...namespacesOf(7, NAMESPACE_TYPES, 9), '7/cmdline': '/dev/null' },
    );
    rmSync(join(root, '7/ns/net'));
    symlinkSync('/etc/passwd', join(root, '7/ns/net'));
    const proc = new ProcRoot(root);
    const outcome = new ProcessReader(proc, readUnits(proc), { args: true }).read(7);
    expect(outcome).toMatchObject({
      kind: 'process',
      reading: {
        comm: 'odd',
        args: [],
        cgroup: '/x',
        uid: null,
        namespaces: { pid: 'pid:9', net: null, mnt: 'mnt:9' },
        unreadable: {
          uid: 'EBADMSG',
          gid: 'EBADMSG',
          nsPids: 'EBADMSG',
          'namespaces.net': 'EBADMSG',
        },
      },
    });
  });

  it.each([
    ['is without btime, as of lxcfs', { stat: 'cpu  1 2 3\n' }, 'EBADMSG'],
    ['is empty', { stat: '' }, 'EBADMSG'],
    ['cannot be read', { 'stat/x': '' }, 'EISDIR'],
  ])('fault 16: stat %s: when it was started is not known, all else is', (_, files, why) => {
    const root = procOf({}, namespacesOf(1, NAMESPACE_TYPES, 7));
    rmSync(join(root, 'stat'));
    put(root, files);
    expect(hostAt(root)).toMatchObject({
      bootTime: null,
      unreadable: { bootTime: why },
      hostname: 'box',
      namespacesFrom: 'pid1',
    });
  });

  it('fault 16: what /proc does not tell of the name and the kernel, uname does', () => {
    const root = procOf({});
    rmSync(join(root, 'sys/kernel/hostname'));
    rmSync(join(root, 'sys/kernel/osrelease'));
    expect(hostAt(root)).toMatchObject({ hostname: hostname(), kernel: release() });
  });

  it('is no /proc at all', () => {
    expect(() => hostAt(tmpdir())).toThrow('ENOENT');
  });
});
