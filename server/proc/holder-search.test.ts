import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { namespaceId, type NamespaceId } from '@lib/model/ids';
import { namespaceIdSchema } from '@lib/model/namespace-id-schema';
import { perType } from '@lib/model/namespace-type';
import type { NamespaceReading, ScanChange } from '@lib/proc/reading';
import { collectNamespaces } from '@lib/snapshot/namespaces';
import { readUnits } from './host';
import { Scanner } from './incremental';
import { createNsIoctl } from './ns-ioctl';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { World } from './testing/world';

/* Namespaces that no process is in: made, found with what holds them, and gone again. */

const isRoot = process.getuid?.() === 0;
const hasPython = spawnSync('python3', ['--version']).status === 0;
const hasIp = spawnSync('ip', ['-V']).status === 0;
const HOLD = fileURLToPath(new URL('testing/hold.py', import.meta.url));

describe.skipIf(!isRoot)('in a world of its own (only root can make one)', () => {
  let world: World;
  let scanner: Scanner;
  let now = 1_000_000;
  const readings = new Map<NamespaceId, NamespaceReading>();

  beforeEach(async () => {
    const created = await World.create();
    if (created === null) throw new Error('unshare failed');
    world = created;
    scanner = scannerWith(createNsIoctl());
    readings.clear();
  });
  afterEach(() => world.close());

  function scannerWith(ioctl: ReturnType<typeof createNsIoctl>): Scanner {
    const proc = new ProcRoot(world.procRoot);
    return new Scanner(new ProcessReader(proc, readUnits(proc), { args: true }), ioctl);
  }

  function tick(after: number, full = false): ScanChange | null {
    now += after;
    const change = scanner.tick({ now, watchedPids: [], full });
    if (change?.full === true) readings.clear();
    for (const id of change?.namespacesGone ?? []) readings.delete(id);
    for (const reading of change?.namespaces ?? []) readings.set(reading.id, reading);
    return change;
  }

  /** Ticks four times a second as if looking took no time: the next search waits the longer, the longer one took. */
  function tickFor(seconds: number): (ScanChange | null)[] {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
    const changes = Array.from({ length: seconds * 4 }, () => tick(250));
    clock.mockRestore();
    return changes;
  }

  /** Ticks until the search has found the namespace. */
  async function found(id: NamespaceId): Promise<NamespaceReading | undefined> {
    const ticked = () => (tick(10), readings.has(id));
    await expect.poll(ticked, { timeout: 15_000 }).toBe(true);
    return readings.get(id);
  }

  /** Starts hold.py; resolves to the namespace, who holds it and where. */
  async function hold(how: 'fd' | 'thread' | 'children') {
    const line = await world.run(`python3 ${HOLD} ${how} &`);
    const [name = '', path = ''] = line.split(' ');
    return {
      id: namespaceIdSchema.parse(name.replace(/[[\]]/g, '')),
      path,
      pid: Number(path.split('/')[2]),
    };
  }

  const ownUser = () => scanner.reader.namespaces(1, {}).user;

  it.skipIf(!hasIp)('held by a bind mount only (needs ip)', async () => {
    const name = `nsview-test-${String(process.pid)}`;
    tick(0);
    const inode = await world.run(`ip netns add ${name}; stat -c %i /run/netns/${name}`);
    const id = namespaceId('net', inode);
    try {
      tick(250, true);
      expect(await found(id)).toMatchObject({
        relations: { parent: null, owner: ownUser(), ownerUid: null },
        heldBy: [{ kind: 'mount', pid: 1, path: `/run/netns/${name}` }],
      });
    } finally {
      await world.run(`ip netns del ${name}; echo`);
    }
    // As long as no search takes seconds, the next one is due by then.
    tick(3_600_000);
    const held = () => (tick(10), readings.has(id));
    await expect.poll(held, { timeout: 15_000 }).toBe(false);
  });

  it.skipIf(!hasPython).each([
    ['an open file', 'fd', 'fd'],
    ['a thread', 'thread', 'thread'],
    ['what a thread would give its children', 'children', 'thread'],
  ] as const)('held by %s only (needs python3)', async (_, how, kind) => {
    tick(0);
    const { id, path, pid } = await hold(how);
    tick(250, true);
    expect(await found(id)).toMatchObject({
      relations: { parent: null, owner: ownUser(), ownerUid: null },
      heldBy: [{ kind, pid, path }],
    });
    await world.end(pid);
    tick(250);
    expect(readings.has(id)).toBe(false);
  });

  it.skipIf(!hasPython)('found within 30 s without being asked for (needs python3)', async () => {
    tickFor(5);
    const { id, path, pid } = await hold('fd');
    tickFor(20);
    expect(readings.has(id)).toBe(false);
    tickFor(10);
    expect(readings.get(id)?.heldBy).toEqual([{ kind: 'fd', pid, path }]);
    expect(tickFor(62).filter((change) => change !== null)).toEqual([]);
  });

  it.skipIf(!hasPython)('without ioctl its owner is inferred from the holder', async () => {
    scanner = scannerWith(null);
    const { id, pid } = await hold('fd');
    const change = tick(0);
    await found(id);
    const holder = change?.put.find((reading) => reading.pid === pid) ?? expect.fail('no holder');
    const process = { ...holder, startedAt: '', zombie: false, container: null, engine: null };
    const namespaces = collectNamespaces(
      [process],
      perType(() => null),
      readings,
    );
    expect(namespaces.find((namespace) => namespace.id === id)).toMatchObject({
      owner: ownUser(),
      relation: 'inferred',
      leader: null,
      processes: 0,
    });
  });
});
