import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply } from '@lib/diff/apply';
import { diff } from '@lib/diff/diff';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import type { NamespaceReading, ProcessReading } from '@lib/proc/reading';
import { assemble } from '@lib/snapshot/assemble';
import { readHost, readUnits } from './host';
import { Scanner } from './incremental';
import { createNsIoctl, type NsIoctl } from './ns-ioctl';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { World } from './testing/world';

const isRoot = process.getuid?.() === 0;
const TRIES = 30;

/** The ioctls of a kernel that has no ids of namespaces, as all before Linux 6.18. */
function olderIoctl(): NsIoctl | null {
  const ioctl = createNsIoctl();
  return ioctl && { ...ioctl, id: () => ({ value: null, errno: 'ENOTTY' }) };
}

/* In a PID namespace where nothing happens but what the test does: what one ended, the next one gets. */

describe.skipIf(!isRoot).each([
  ['told by the kernel', createNsIoctl, /^\d+$/],
  ['told by whoever was met in it', olderIoctl, /^@\d+\.\d+$/],
  ['without any ioctl', () => null, /^@\d+\.\d+$/],
] as const)('a number that another namespace has now: %s', (_name, ioctlOf, expected) => {
  let world: World;
  let look: () => Snapshot;

  beforeEach(async () => {
    const created = await World.create();
    if (created === null) throw new Error('unshare failed');
    world = created;
    const proc = new ProcRoot(world.procRoot);
    const reader = new ProcessReader(proc, readUnits(proc), { args: true });
    const scanner = new Scanner(reader, ioctlOf());
    const host = readHost(reader);
    const processes = new Map<number, ProcessReading>();
    const namespaces = new Map<NamespaceId, NamespaceReading>();
    let now = 1_000_000;
    let seq = 0;
    look = () => {
      const change = scanner.tick({ now: (now += 250), watchedPids: [], full: false });
      for (const pid of change?.gone ?? []) processes.delete(pid);
      for (const reading of change?.put ?? []) processes.set(reading.pid, reading);
      for (const id of change?.namespacesGone ?? []) namespaces.delete(id);
      for (const reading of change?.namespaces ?? []) namespaces.set(reading.id, reading);
      const readings = {
        host,
        processes,
        namespaces,
        engines: [],
        unreached: [],
        unasked: 0,
        hidden: 0,
      };
      const sight = assemble({ ...readings, reader: 'direct' }, '2026-11-28T00:00:00.000Z');
      return { ...sight, seq: (seq += 1) };
    };
    look();
  });
  afterEach(() => world.close());

  /** Starts a program that becomes `sleep` where it is to sleep. */
  const sleeper = async (command: string) => {
    const pid = await world.start(`${command} sleep 600`);
    while (!world.cmdline(pid).startsWith('sleep')) await world.run('echo');
    return pid;
  };

  it('is another: removed, and put with another lifetime', async () => {
    const begin = async () => {
      const pid = await sleeper('unshare -u');
      const snapshot = look();
      const id = snapshot.processes.find((each) => each.pid === pid)?.namespaces.uts;
      const record = snapshot.namespaces.find((each) => each.id === id);
      return { pid, snapshot, record: record ?? expect.fail('it is in no UTS namespace') };
    };
    let [before, after] = [await begin(), await begin()];
    for (let tries = 0; before.record.id !== after.record.id && tries < TRIES; tries += 1) {
      // Both end, and the machine is looked at between, as between a container's stop and start.
      await world.end(before.pid);
      await world.end(after.pid);
      look();
      before = await begin();
      await world.end(before.pid);
      look();
      after = await begin();
    }
    expect(after.record.id).toBe(before.record.id);
    expect(before.record.lifetime).toMatch(expected);
    expect(after.record.lifetime).toMatch(expected);
    expect(after.record.lifetime).not.toBe(before.record.lifetime);

    const next = { ...after.snapshot, seq: before.snapshot.seq + 1 };
    const delta = diff(before.snapshot, next, 'epoch') ?? expect.fail('nothing changed');
    expect(delta.remove.namespaces).toContain(after.record.id);
    expect(delta.put.namespaces).toContainEqual(after.record);
    expect(apply(before.snapshot, delta)).toEqual(next);
  });

  it('stays the same while who began it ends and another goes on in it', async () => {
    const first = await sleeper('unshare -u');
    look();
    await sleeper(`nsenter -u -t ${String(first)}`);
    const before = look();
    const id = before.processes.find((each) => each.pid === first)?.namespaces.uts;
    const lifetime = ({ namespaces }: Snapshot) =>
      namespaces.find((each) => each.id === id)?.lifetime;
    await world.end(first);
    const after = look();
    expect(after.processes.some((each) => each.pid === first)).toBe(false);
    expect(lifetime(after)).toBe(lifetime(before));
    expect(lifetime(after)).toMatch(expected);
  });
});
