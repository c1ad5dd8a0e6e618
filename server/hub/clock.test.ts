import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { apply } from '@lib/diff/apply';
import type { Snapshot } from '@lib/model/snapshot';
import { testMachine } from '../machine/test-machine';
import { Hub } from './hub';

const DAY = 86_400_000;

afterEach(() => {
  vi.useRealTimers();
});

it('fault 17: the clock is set back by a day under a viewer: what begins and ends is told as before', async () => {
  const source = testMachine();
  const errors: unknown[] = [];
  const hub = new Hub(source, (error) => errors.push(error));
  let shown: Snapshot | null = null;
  const viewer = {
    snapshot: (message: { snapshot: Snapshot }) => {
      shown = message.snapshot;
    },
    delta: (delta: Parameters<typeof apply>[1]) => {
      shown = shown && apply(shown, delta);
    },
    congested: () => false,
    drop: () => expect.fail('dropped'),
  };
  const told = (): Snapshot => shown ?? expect.fail('nothing is shown');
  const find = (pid: number | undefined) => told().processes.find((each) => each.pid === pid);
  try {
    await hub.join(viewer, { epoch: null, lastSeq: null });
    const before = told();
    const began = find(process.pid)?.startedAt ?? expect.fail('we are not shown');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - DAY });

    const child = spawn('sleep', ['600'], { stdio: 'ignore' });
    await expect.poll(() => find(child.pid)?.comm, { timeout: 15_000 }).toBe('sleep');
    expect(told().seq).toBeGreaterThan(before.seq);
    expect(Date.parse(told().takenAt)).toBeLessThan(Date.parse(before.takenAt) - DAY / 2);
    expect(find(process.pid)?.startedAt).toBe(began);
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    await expect.poll(() => find(child.pid), { timeout: 15_000 }).toBeUndefined();
    expect(errors).toEqual([]);
  } finally {
    hub.close();
    await source.close();
  }
});
