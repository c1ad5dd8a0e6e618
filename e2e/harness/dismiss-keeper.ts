import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { hasEnded } from './has-ended';

/**
 * Has the keeper of an engine clean up after it: that begins when nobody is at the other end of its pipe any more.
 * Resolves when it is done; once more is nothing to do. @throws what it complains about
 */
export async function dismissKeeper(keeper: ChildProcess): Promise<void> {
  if (hasEnded(keeper)) return;
  const complaints: Buffer[] = [];
  keeper.stderr?.on('data', (part: Buffer) => complaints.push(part));
  const ended = once(keeper, 'close');
  keeper.stdin?.end();
  await ended;
  if (keeper.exitCode !== 0) throw new Error(Buffer.concat(complaints).toString());
}
