import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';

const SCRIPT = new URL('silent-mount.py', import.meta.url).pathname;

/** Whether such file systems can be made here. */
export function canBeSilent(): boolean {
  try {
    accessSync('/dev/fuse', constants.R_OK | constants.W_OK);
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

/**
 * Mounts a file system that answers nobody, over a file or folder in the mount namespace of a process.
 *
 * @param way `takes`: it takes questions, and who asks cannot be killed; `ignores`: it does not even look
 * @returns what must be killed to end it: from then on it refuses all who ask
 */
export async function silentMount(
  pid: number,
  path: string,
  way: 'takes' | 'ignores' = 'takes',
): Promise<ChildProcess> {
  const child = spawn('python3', [SCRIPT, String(pid), path, way], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
