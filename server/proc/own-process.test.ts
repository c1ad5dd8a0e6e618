import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { mayLive, ownProcess } from './own-process';

it('tells a process that lives from one that has ended, or has the same PID later', async () => {
  const { pid, startTicks, bootId, pidNamespace } = ownProcess();
  expect({ pid, bootId, pidNamespace }).toEqual({
    pid: process.pid,
    bootId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    pidNamespace: expect.stringMatching(/^pid:\[\d+\]$/),
  });
  expect(mayLive(pid, startTicks)).toBe(true);
  expect(mayLive(pid, String(Number(startTicks) - 1))).toBe(false);
  expect(mayLive(1, '0')).toBe(false);

  const child = spawn('true');
  await once(child, 'exit');
  expect(mayLive(child.pid ?? 0, startTicks)).toBe(false);
});

it('where there is no /proc, is at least the same each time, and alive', () => {
  const self = ownProcess('/nowhere');
  expect(self).toMatchObject({ pid: process.pid, pidNamespace: '' });
  expect(ownProcess('/nowhere')).toEqual(self);
});
