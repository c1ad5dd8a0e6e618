import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from '../config/config';
import { TestEngine } from '../docker/test-engine';
import { findings } from './findings';
import { inside } from './inside';
import { use as tellUse } from './use';

/* Commands that ask of a container, where no engine is at the socket that they are told, or one that takes its time. */

const SOCKET = `unix://${join(tmpdir(), 'nsview-no-engine-here', 'd.sock')}`;

let before: typeof process.exitCode;
beforeEach(() => {
  before = process.exitCode;
  process.exitCode = undefined;
});
afterEach(() => {
  process.exitCode = before;
  vi.restoreAllMocks();
});

let err: string;
let out: string;
beforeEach(() => {
  [err, out] = ['', ''];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
});

async function run(command: string, socket: string): Promise<void> {
  const of = command === 'findings' ? ['--container', 'c1'] : ['c1'];
  const config = readConfig([command, ...of, '--docker', socket, '--reader', 'direct'], {});
  if ('help' in config) throw new Error('another command');
  if (config.command === 'use') await tellUse(config);
  else if (config.command === 'inside') await inside(config);
  else if (config.command === 'findings') await findings(config);
}

it.each(['use', 'inside'])('nsview %s does not say that there is none', async (command) => {
  await run(command, SOCKET);
  expect(err).toContain('the container engine was not reached');
  expect(err).not.toContain('c1');
  expect(process.exitCode).toBe(1);
});

it.each([
  ['use', 1, 'what "c1" uses is not known: it has not been told yet'],
  ['inside', 1, 'EAGAIN'],
  ['findings', undefined, 'it has not been told yet'],
])(
  'nsview %s says why nothing is known of one that its engine has listed alone',
  async (command, code, why) => {
    const folder = mkdtempSync(join(tmpdir(), 'nsview-'));
    const engine = await TestEngine.listen(join(folder, 'd.sock'));
    engine.add('c1', 'running', 7);
    engine.misbehaves.set('/containers/c1/', () => undefined);
    try {
      await run(command, `unix://${engine.path}`);
    } finally {
      await engine.stop();
      rmSync(folder, { recursive: true });
    }
    expect(err + out).toContain(why);
    expect(process.exitCode).toBe(code);
  },
);
