import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { privilegesSchema } from '@lib/privileges/privileges';
import { parseStat } from '@lib/proc/stat';
import { readPrivileges } from './privileges';
import { ProcRoot } from './read';
import { builtProgram } from './testing/built';

/* Against the real /proc, with processes whose rights are known. */

/** Milliseconds that programs may take to begin, on a busy machine. */
const PATIENCE = 10_000;

const isRoot = process.getuid?.() === 0;
const proc = new ProcRoot('/proc');
const program = builtProgram('read-privileges');

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts a program; resolves to its PID when it waits in the call that is meant. */
async function start(comm: string, ...command: string[]): Promise<number> {
  const [first = '', ...args] = command;
  const child = spawn(first, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  started.push(child);
  const pid = child.pid ?? 0;
  await vi.waitFor(() => {
    const stat = parseStat(proc.file(`${String(pid)}/stat`));
    expect([stat.comm, stat.state]).toEqual([comm, 'S']);
  }, PATIENCE);
  return pid;
}

const startTicksOf = (pid: number) => parseStat(proc.file(`${String(pid)}/stat`)).startTicks;

const read = (pid: number) => readPrivileges(proc, { pid, startTicks: startTicksOf(pid) });

/** A field of the file as it stands there. */
const statusOf = (pid: number, key: string) =>
  new RegExp(`^${key}:\\t(.*)$`, 'm').exec(
    readFileSync(`/proc/${String(pid)}/status`, 'utf8'),
  )?.[1];

describe('what a process may do and does', () => {
  it.each([
    ['sleeps', 'sleep', ['sleep', '600'], /^(clock_)?nanosleep$/],
    ['reads', 'cat', ['cat'], /^read$/],
    [
      'pauses',
      'python3',
      ['python3', '-c', 'import signal; signal.pause()'],
      /^(pause|ppoll|rt_sigsuspend)$/,
    ],
  ])('one that %s', async (_, comm, command, call) => {
    const pid = await start(comm, ...command);
    await vi.waitFor(() => {
      expect(read(pid)).toMatchObject({ call: { name: expect.stringMatching(call) } });
    });
    expect(read(pid)).toMatchObject({
      wchan: readFileSync(`/proc/${String(pid)}/wchan`, 'utf8'),
      seccomp: 'off',
      namespaceFiles: [],
      unreadable: {},
    });
  });

  it('our own, which has a file of a namespace open', () => {
    const fd = openSync('/proc/self/ns/net', 'r');
    try {
      const told = read(process.pid);
      const [, inode = ''] = /\[(\d+)\]/.exec(readlinkSync('/proc/self/ns/net')) ?? [];
      expect(told?.namespaceFiles).toContainEqual({ fd, namespace: `net:${inode}` });
      expect(told?.uids?.effective).toBe(process.geteuid?.());
      expect(told?.limits).toContainEqual(
        expect.objectContaining({ name: 'open files', unit: 'files' }),
      );
    } finally {
      closeSync(fd);
    }
  });

  it('one with few rights', async ({ skip }) => {
    if (!isRoot) skip('only root can give rights away');
    const rights = ['--bounding-set=-all,+chown,+net_admin', '--no-new-privs'];
    const pid = await start('sleep', 'setpriv', ...rights, 'sleep', '600');
    expect(statusOf(pid, 'NoNewPrivs')).toBe('1');
    expect(read(pid)).toMatchObject({
      noNewPrivileges: true,
      capabilities: {
        effective: ['CHOWN', 'NET_ADMIN'],
        bounding: ['CHOWN', 'NET_ADMIN'],
        beyondDefault: ['NET_ADMIN'],
      },
    });
  });

  it('a thread of the kernel makes no call, though its file says 0', ({ skip }) => {
    const threads = parseStat(proc.file('2/stat'));
    if (!threads.kernelThread) skip('there is none in this PID namespace');
    expect(read(2)).toMatchObject({ call: 'none', lsm: null });
  });

  it('a zombie makes none either', async () => {
    const script = 'import os, time\nif os.fork(): time.sleep(600)';
    const parent = await start('python3', 'python3', '-c', script);
    const children = `/proc/${String(parent)}/task/${String(parent)}/children`;
    const zombie = await vi.waitFor(() => {
      const pid = Number(readFileSync(children, 'utf8').trim());
      expect(parseStat(proc.file(`${String(pid)}/stat`)).state).toBe('Z');
      return pid;
    });
    expect(read(zombie)).toMatchObject({ call: 'none', wchan: null, namespaceFiles: [] });
  });

  it('of one that ended, or whose number another has, nothing is told', async () => {
    expect(readPrivileges(proc, { pid: process.pid, startTicks: '1' })).toBeNull();
    const pid = await start('sleep', 'sleep', '600');
    const request = { pid, startTicks: startTicksOf(pid) };
    started.pop()?.kill('SIGKILL');
    await vi.waitFor(() => {
      expect(readPrivileges(proc, request)).toBeNull();
    });
  });

  it('who may not look at it is told what anybody is, and of the rest why not', async ({
    skip,
  }) => {
    if (!isRoot) skip('only root can become another');
    const pid = await start('sleep', 'setpriv', '--reuid=1234', '--clear-groups', 'sleep', '600');
    const blind = ['--bounding-set=-sys_ptrace,-dac_read_search,-dac_override'];
    const args = [...blind, process.execPath, program, String(pid), startTicksOf(pid)];
    const told: unknown = JSON.parse(execFileSync('setpriv', args, { encoding: 'utf8' }));
    expect(privilegesSchema.parse(told)).toMatchObject({
      uids: { effective: 1234 },
      capabilities: { effective: [] },
      seccomp: 'off',
      lsm: null,
      limits: expect.arrayContaining([expect.objectContaining({ name: 'open files' })]),
      ...{ call: null, wchan: null, namespaceFiles: null },
      unreadable: { call: 'EACCES', wchan: 'EACCES', namespaceFiles: 'EACCES' },
    });
  });
});
