import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { namespaceTypeSchema } from '@lib/model/namespace-type-schema';
import type { ProcessReading } from '@lib/proc/reading';
import { readUnits } from './host';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { childrenOf, World } from './testing/world';

/* Against the real /proc, with real processes made to be difficult. */

/** Processes take a while to begin on a busy machine. */

const isRoot = process.getuid?.() === 0;
const proc = new ProcRoot('/proc');
const reader = readerOf(proc);

function readerOf(root: ProcRoot, args = true): ProcessReader {
  return new ProcessReader(root, readUnits(root), { args });
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts a program that prints a line when it is ready; resolves to its pid and that line. */
async function start(command: string, args: string[]): Promise<{ pid: number; line: string }> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(child);
  const [data] = z.tuple([z.instanceof(Buffer)]).parse(await once(child.stdout, 'data'));
  return { pid: child.pid ?? 0, line: data.toString().trim() };
}

function read(pid: number): ProcessReading {
  const outcome = reader.read(pid);
  if (outcome.kind !== 'process') throw new Error(`process ${String(pid)}: ${outcome.kind}`);
  return outcome.reading;
}

/** As `readlink` gives them. */
function expectLinks({ namespaces }: ProcessReading, folder: string): void {
  for (const type of NAMESPACE_TYPES) {
    const [, inode] = /\[(\d+)\]/.exec(readlinkSync(`${folder}/${type}`)) ?? [];
    expect(namespaces[type]).toBe(`${type}:${inode ?? '?'}`);
  }
}

describe('processes as they are', () => {
  it('our own', () => {
    const reading = read(process.pid);
    expectLinks(reading, '/proc/self/ns');
    expect(reading).toMatchObject({
      ppid: process.ppid,
      uid: process.geteuid?.(),
      gid: process.getegid?.(),
      kernelThread: false,
      unreadable: {},
    });
    expect(reading.args?.[0]).toMatch(/node/);
    expect(reading.nsPids?.at(-1)).toBe(process.pid);
    expect(reading.rssBytes).toBeGreaterThan(10_000_000);
    expect(reading.rssBytes).toBeLessThan(process.resourceUsage().maxRSS * 1024 * 1.5);
  });

  it('a child in namespaces of its own', async ({ skip }) => {
    if (!isRoot) skip('only root can make namespaces of all types');
    const { pid } = await start('unshare', [
      '-mnpiuC',
      '--fork',
      'sh',
      '-c',
      'sh -c "echo; read x"; :',
    ]);
    const inner = read(childrenOf(pid)[0] ?? 0);
    expectLinks(inner, `/proc/${String(inner.pid)}/ns`);
    expect(inner.nsPids).toEqual([inner.pid, 1]);
    const ours = read(process.pid).namespaces;
    const differ = NAMESPACE_TYPES.filter((type) => inner.namespaces[type] !== ours[type]);
    expect(differ).toEqual(['pid', 'net', 'mnt', 'ipc', 'uts', 'cgroup']);
  });

  it('every namespace that lsns lists for what we started', async ({ skip }) => {
    if (!existsSync('/usr/bin/lsns')) skip('lsns is not installed');
    const { pid } = await start('sh', ['-c', 'echo; read x']);
    const output = execFileSync('lsns', ['-J', '-p', String(pid), '-o', 'NS,TYPE'], {
      encoding: 'utf8',
    });
    const row = z.object({ ns: z.coerce.string(), type: namespaceTypeSchema });
    const { namespaces } = z.object({ namespaces: z.array(row) }).parse(JSON.parse(output));
    expect(namespaces.length).toBeGreaterThanOrEqual(7);
    const reading = read(pid);
    for (const { ns, type } of namespaces) expect(reading.namespaces[type]).toBe(`${type}:${ns}`);
  });

  it('fault 11: a kernel thread has no command line', ({ skip }) => {
    const threads = proc
      .numbers('.')
      .map((pid) => reader.read(pid))
      .flatMap((outcome) =>
        outcome.kind === 'process' && outcome.reading.kernelThread ? [outcome.reading] : [],
      );
    if (threads.length === 0) skip('no kernel thread is visible here');
    for (const thread of threads) expect(thread).toMatchObject({ args: [], rssBytes: 0 });
    expect(threads.map(({ comm }) => comm)).toContain('kthreadd');
  });

  it('arguments are not read when not wanted', () => {
    const outcome = readerOf(proc, false).read(process.pid);
    expect(outcome).toMatchObject({ reading: { args: null, unreadable: { args: 'redacted' } } });
  });

  it('secrets in arguments are hidden', async () => {
    const { pid } = await start('sh', ['-c', 'echo; read x', '--token=s3cret']);
    expect(read(pid).args).toEqual(['sh', '-c', 'echo; read x', '--token=•••']);
  });

  it('usage, of those that are there', () => {
    const rows = reader.usage([process.pid, 4194305]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ pid: process.pid, startTicks: read(process.pid).startTicks });
    expect(rows[0]?.cpuMs).toBeGreaterThan(0);
  });
});

describe('processes that make it hard', () => {
  it('fault 2: a zombie is kept, with the namespaces that it still has', async () => {
    const { pid, line } = await start('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600']);
    await expect.poll(() => read(pid).comm, { timeout: 15_000 }).toBe('sleep');
    process.kill(Number(line), 'SIGKILL');
    await expect.poll(() => read(Number(line)).state, { timeout: 15_000 }).toBe('Z');
    expect(read(Number(line))).toMatchObject({
      state: 'Z',
      args: [],
      namespaces: { net: null, mnt: null, user: read(process.pid).namespaces.user },
      unreadable: { 'namespaces.net': 'ENOENT', 'namespaces.mnt': 'ENOENT' },
    });
  });

  it('fault 3: a zombie leader whose threads live on has their namespaces', async ({ skip }) => {
    const exit = { x64: 60, arm64: 93 }[process.arch as string];
    if (exit === undefined) skip('the number of exit(2) is not known for this machine');
    if (spawnSync('python3', ['-V']).status !== 0) skip('python3 is not installed');
    const { pid } = await start('python3', [
      '-c',
      `import ctypes, threading, time\nthreading.Thread(target=time.sleep, args=(600,)).start()\nprint('ready', flush=True)\nctypes.CDLL(None).syscall(${String(exit)}, 0)`,
    ]);
    await expect.poll(() => read(pid).state).toBe('Z');
    expect(() => readlinkSync(`/proc/${String(pid)}/ns/net`)).toThrow('ENOENT');
    expect(read(pid)).toMatchObject({
      threads: 2,
      namespaces: read(process.pid).namespaces,
      unreadable: {},
    });
  });

  it('fault 4: a name that looks like the fields after it', async () => {
    const rename = "printf 'a) S 1 (\\n\\377 b' > /proc/$$/comm";
    const { pid } = await start('sh', ['-c', `${rename}; echo; read x`]);
    expect(read(pid)).toMatchObject({
      comm: 'a) S 1 (\n\uFFFD b',
      ppid: process.pid,
      uid: process.geteuid?.(),
      unreadable: {},
    });
  });

  it('fault 5: a command line of 1.9 MB', async () => {
    const long = Array.from({ length: 15 }, () => 'x'.repeat(127_000));
    const { pid } = await start('sh', ['-c', 'echo; read x', ...long]);
    const { args, argsTruncated } = read(pid);
    expect(argsTruncated).toBe(true);
    expect(args?.slice(0, 3)).toEqual(['sh', '-c', 'echo; read x']);
    expect(args?.join('\0')).toHaveLength(4096);
  });

  it('fault 6: an ordinary user: each field says whether it could be read', async ({ skip }) => {
    if (!isRoot || process.seteuid === undefined) skip('only root can become somebody else');
    const { pid } = await start('sh', ['-c', 'echo; read x']);
    const asRoot = read(pid);
    process.seteuid?.('nobody');
    try {
      const asNobody = read(pid);
      expect(asNobody).toMatchObject({
        args: asRoot.args,
        cgroup: asRoot.cgroup,
        uid: 0,
        startTicks: asRoot.startTicks,
        nsPids: asRoot.nsPids,
      });
      for (const type of NAMESPACE_TYPES) expect(asNobody.namespaces[type]).toBeNull();
      expect(asNobody.unreadable).toEqual(
        Object.fromEntries(NAMESPACE_TYPES.map((type) => [`namespaces.${type}`, 'EACCES'])),
      );
    } finally {
      process.seteuid?.(0);
    }
  });
});

/** Does something before the n-th time that something is read. */
class Interrupted extends ProcRoot {
  constructor(
    root: string,
    private left: number,
    private readonly interrupt: () => void,
  ) {
    super(root);
  }
  override open(path: string): number {
    this.#step();
    return super.open(path);
  }
  override again(fd: number): Buffer {
    this.#step();
    return super.again(fd);
  }
  override link(path: string): string {
    this.#step();
    return super.link(path);
  }
  #step(): void {
    if (this.left-- === 0) this.interrupt();
  }
}

/** Waits without letting go of the thread, for we are in the middle of a read. */
function spinUntil(holds: () => boolean): void {
  const deadline = performance.now() + 5000;
  while (!holds()) if (performance.now() > deadline) throw new Error('it did not come about');
}

/** open stat, 8 links, open and read status and cgroup, open cmdline, read stat */
const STEPS = 1 + NAMESPACE_TYPES.length + 2 + 2 + 1 + 1;

describe('fault 1: a process that is gone before all was read', () => {
  it.each(Array.from({ length: STEPS }, (_, step) => step))('ends before step %i', async (step) => {
    const { line } = await start('sh', ['-c', 'sleep 600 & echo $!; wait']);
    const pid = Number(line);
    const units = readUnits(proc);
    const interrupted = new Interrupted('/proc', step, () => {
      process.kill(pid, 'SIGKILL');
      spinUntil(() => !existsSync(`/proc/${line}`));
    });
    const outcome = new ProcessReader(interrupted, units, { args: true }).read(pid);
    expect(outcome).toEqual({ kind: 'ended' });
    expect(existsSync(`/proc/${line}`)).toBe(false);
  });

  it('fault 9: and whose PID another has got meanwhile', async ({ skip }) => {
    const world = await World.create();
    if (world === null) return skip('only root can choose PIDs, in a namespace of its own');
    try {
      const next = 'echo 99 > /proc/sys/kernel/ns_last_pid';
      const replace = `kill -KILL 100; wait 100 2> /dev/null; ${next}; sleep 700 &`;
      await world.run(
        `sh -c '${next}; sleep 600 & trap "${replace}" USR1; echo; while :; do wait; done' &`,
      );
      const replacer = childrenOf(world.init)[0] ?? 0;
      const stat = (): string => readFileSync(`${world.procRoot}/100/stat`, 'latin1');
      const units = readUnits(proc);
      await expect.poll(() => world.cmdline(100), { timeout: 15_000 }).toBe('sleep\x00600\0');
      const before = stat();
      const interrupted = new Interrupted(world.procRoot, 5, () => {
        process.kill(replacer, 'SIGUSR1');
        spinUntil(
          () => existsSync(`${world.procRoot}/100`) && world.cmdline(100) === 'sleep\x00700\0',
        );
      });
      const outcome = new ProcessReader(interrupted, units, { args: true }).read(100);
      expect(stat()).not.toBe(before);
      expect(outcome).toEqual({ kind: 'ended' });
    } finally {
      await world.close();
    }
  });
});
