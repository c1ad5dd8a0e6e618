import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { run, mustRun } from './command';

export const REMAP_USER = 'dockremap';
const RANGE = 65536;
const FIRST = 231072;

/**
 * Make the user and the ranges of subordinate ids that `dockerd --userns-remap default` looks for,
 * where they are missing. They stay, as they do after a real daemon made them. See subuid(5).
 */
export async function ensureRemapUser(): Promise<void> {
  if ((await run('id', [REMAP_USER])).code !== 0) {
    await mustRun('useradd', [
      '--system',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      REMAP_USER,
    ]);
  }
  for (const file of ['/etc/subuid', '/etc/subgid']) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (lines.some((line) => line.startsWith(`${REMAP_USER}:`))) continue;
    const ends = lines.map((line) => {
      const [, first = '0', length = '0'] = line.split(':');
      return Number(first) + Number(length);
    });
    appendFileSync(file, `${REMAP_USER}:${Math.max(FIRST, ...ends)}:${RANGE}\n`);
  }
}
