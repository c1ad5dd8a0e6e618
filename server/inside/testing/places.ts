import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type { NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import { parseNsLink } from '@lib/proc/ns-link';

/* Namespaces that tests make, and what others than nsview tell of them. */

const started: ChildProcess[] = [];

/** Ends all that was started here. */
export async function endAll(): Promise<void> {
  await Promise.all(started.splice(0).map(end));
}

/** Returns when it is gone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** A program that sleeps in what `unshare` was told to make. */
export async function asleepIn(...namespaces: string[]): Promise<ChildProcess & { pid: number }> {
  const child = spawn('unshare', [...namespaces, 'sleep', '600'], { stdio: 'ignore' });
  started.push(child);
  const { pid } = child;
  if (pid === undefined) throw new Error('unshare did not start');
  await vi.waitFor(() => {
    expect(readFileSync(`/proc/${String(pid)}/comm`, 'utf8')).toBe('sleep\n');
  });
  return Object.assign(child, { pid });
}

/** A program that runs in the namespaces of a process; returns when it has written its first line. */
async function startedIn(
  pid: number,
  flags: string[],
  ...command: string[]
): Promise<{ pid: number }> {
  const child = spawn('nsenter', ['-t', String(pid), ...flags, '--', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  await once(child.stdout, 'data');
  if (child.pid === undefined) throw new Error('nsenter did not start');
  return { pid: child.pid };
}

/** What a program prints that runs in the namespaces of a process. */
export function saidIn(pid: number, flags: string[], ...command: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    'nsenter',
    ['-t', String(pid), ...flags, '--', ...command],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
  return stdout;
}

export function namespaceOf(pid: number, type: NamespaceType): NamespaceId {
  return parseNsLink(readlinkSync(`/proc/${String(pid)}/ns/${type}`), type);
}

const WORLD = fileURLToPath(new URL('../../../lib/netlink/fixtures/world.sh', import.meta.url));
const LISTENS = fileURLToPath(new URL('./listens.py', import.meta.url));

/** One of each, and a process in the network at the other end of eth0. */
export async function oneOfEach(): Promise<{ near: number; far: number }> {
  const [near, far] = await Promise.all([asleepIn('--net'), asleepIn('--net')]);
  saidIn(near.pid, ['-n'], 'sh', WORLD, String(far.pid));
  return { near: near.pid, far: far.pid };
}

/** A program in that network that can be called at five places; its PID. */
export async function listeningIn(pid: number): Promise<number> {
  const server = await startedIn(pid, ['-n'], 'python3', LISTENS);
  return server.pid;
}
