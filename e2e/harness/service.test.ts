import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dismissKeeper } from './dismiss-keeper';
import { Service } from './service';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const pidFile = () => join(folder, 'service.pid');
const yes = () => Promise.resolve(true);

it('that a signal ends before it answers is not waited for', async () => {
  const service = new Service('a program', folder);
  const words = ['sh', '-c', 'echo as told; kill -9 $$'];
  await expect(service.start(words, () => Promise.resolve(false))).rejects.toThrow('as told');
});

it('leaves no number of a process where it has ended, be it by itself', async () => {
  const service = new Service('a program', folder);
  await service.start(['sleep', '60'], yes);
  process.kill(Number(readFileSync(pidFile(), 'utf8')), 'SIGKILL');
  await expect.poll(() => existsSync(pidFile())).toBe(false);
  await service.stop();
  await service.start(['sleep', '60'], yes);
  expect(existsSync(pidFile())).toBe(true);
  await service.stop();
  expect(existsSync(pidFile())).toBe(false);
});

it('of a keeper that a signal has ended nothing is waited for', async () => {
  const keeper = spawn('sh', ['-c', 'kill -9 $$']);
  await once(keeper, 'close');
  await expect(dismissKeeper(keeper)).resolves.toBeUndefined();
});
