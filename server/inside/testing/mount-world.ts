import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect } from 'vitest';

/* Mount namespaces for tests; only root can make them. */

const started: ChildProcess[] = [];

/** Where engines mount what others run. */
const OF_OTHERS = [tmpdir(), '/run', '/var/lib'];

/** Who takes away the folder of a mount ends it in every namespace: what a container mounts is gone with it, here too. */
const WITHOUT_OTHERS = `
  findmnt -rno TARGET | grep -E '^(${OF_OTHERS.join('|')})/' | tac | while read -r at; do
    umount --lazy "$(printf %b "$at")" || :
  done`;

/**
 * Runs a script in a mount namespace of its own, which lives on when the script is over. What engines have mounted is
 * not in it, so that it stays as the script leaves it, whoever else does what on this machine.
 * @returns the PID of a process in it
 */
export async function mountWorld(script: string): Promise<number> {
  const line = `${WITHOUT_OTHERS}\n${script}\necho ready; exec sleep 600`;
  const child = spawn('unshare', ['-m', 'sh', '-ec', line], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? expect.fail('unshare failed');
}

/** A process in the mount namespace of `pid`, with a folder there for its root. */
export async function lockedIn(pid: number, root: string): Promise<number> {
  const args = ['-t', String(pid), '-m', 'chroot', root, 'sleep', '600'];
  const child = spawn('nsenter', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  started.push(child);
  const locked = child.pid ?? expect.fail('nsenter failed');
  await expect.poll(() => readlinkSync(`/proc/${String(locked)}/root`)).toBe(root);
  return locked;
}

/** Ends what was started, and with it all mounts that were made. */
export async function endAll(): Promise<void> {
  for (const child of started.splice(0)) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}
