import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { perType } from '@lib/model/namespace-type';
import type { HostReading } from '@lib/proc/reading';
import { HostFacts } from './host-facts';

const machine = (hostname: string): HostReading => ({
  bootId: 'boot',
  bootTime: 0,
  ticksPerSecond: 100,
  hostname,
  kernel: '6.18',
  cgroups: 'v2',
  lacks: [],
  namespaces: perType(() => null),
  namespacesFrom: 'pid1',
  reader: { uid: 0, namespaces: perType(() => null) },
  hidepid: null,
  unreadable: {},
});

describe('what the machine says of itself', () => {
  let name = 'old';
  let asked = 0;
  const reader = {
    host: () => {
      asked += 1;
      return Promise.resolve(machine(name));
    },
  };
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    [name, asked] = ['old', 0];
  });
  afterEach(() => vi.useRealTimers());

  it('is asked now and then, and is the very same while nothing changes', async () => {
    const facts = new HostFacts();
    const first = await facts.read(reader);
    for (let second = 0; second < 60; second += 1) {
      vi.advanceTimersByTime(1000);
      expect(await facts.read(reader)).toBe(first);
    }
    expect(asked).toBe(7);
  });

  it('fault 17: another name is told within ten seconds', async () => {
    const facts = new HostFacts();
    await facts.read(reader);
    name = 'new';
    vi.advanceTimersByTime(10_000);
    expect((await facts.read(reader)).hostname).toBe('new');
  });

  it.each([-3_600_000, 3_600_000])('fault 17: at once when the clock jumps by %d', async (by) => {
    const facts = new HostFacts();
    await facts.read(reader);
    name = 'new';
    vi.advanceTimersByTime(100);
    expect((await facts.read(reader)).hostname).toBe('old');
    vi.setSystemTime(Date.now() + by);
    expect((await facts.read(reader)).hostname).toBe('new');
  });

  it('is asked of another reader anew', async () => {
    const facts = new HostFacts();
    await facts.read(reader);
    name = 'new';
    facts.forget();
    expect((await facts.read(reader)).hostname).toBe('new');
  });
});
