import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readConfig } from '../config/config';
import { inside } from './inside';
import { use } from './use';

/* Commands that ask of a container, where no engine is at the socket that they are told. */

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

it.each(['use', 'inside'])('nsview %s does not say that there is none', async (command) => {
  let err = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
  const config = readConfig([command, 'c1', '--docker', SOCKET, '--reader', 'direct'], {});
  if ('help' in config) throw new Error('another command');
  if (config.command === 'use') await use(config);
  else if (config.command === 'inside') await inside(config);
  expect(err).toContain('the container engine was not reached');
  expect(err).not.toContain('c1');
  expect(process.exitCode).toBe(1);
});
