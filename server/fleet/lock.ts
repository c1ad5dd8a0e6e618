import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FleetError } from './fleet-error';
import { createPrivate } from './private-file';

/** Milliseconds that another command may take: a thousand credentials are signed in half a minute. */
const WAITS = 60_000;
const ASKS_EVERY = 50;

/** Does something to a fleet's folder while no other command does. @throws FleetError where one takes too long */
export async function locked<T>(folder: string, change: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'lock');
  const deadline = performance.now() + WAITS;
  for (;;) {
    try {
      await createPrivate(lock, String(process.pid));
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    await removeStale(lock);
    if (performance.now() > deadline) throw new FleetError('busy', lock);
    await delay(ASKS_EVERY);
  }
  try {
    return await change();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Of a command that was killed. */
async function removeStale(lock: string): Promise<void> {
  const pid = Number(await readFile(lock, 'utf8').catch(() => ''));
  if (pid > 0 && !isRunning(pid)) await rm(lock, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
