import { describe, expect, it } from 'vitest';
import { namespaceId, type NamespaceId } from '@lib/model/ids';
import { sampleReading } from '@lib/snapshot/sample-reading';
import type { UnixAddress } from '../engine/endpoint';
import { EngineProcesses } from './engine-processes';
import type { Processes } from './found-places';
import { testReader } from './test-reader';

/* Engines by the processes that are called so, as these come and go. */

const OURS = namespaceId('mnt', '1');
const HOST = namespaceId('mnt', '2');
const OTHER = namespaceId('mnt', '3');
type Row = [pid: number, comm: string, mnt: NamespaceId | null, startTicks?: string];

const processes = (...rows: Row[]): Processes =>
  new Map(
    rows.map(([pid, comm, mnt, startTicks = '1']) => {
      const reading = sampleReading(pid);
      return [pid, { ...reading, comm, startTicks, namespaces: { ...reading.namespaces, mnt } }];
    }),
  );

/** What the way to is not known by heart. */
const UNKNOWN = 'unknown';

/** Who listens where, and in which roots a path leads to the same socket: those of `sees`. */
function world(
  listening: Record<number, string[]>,
  sees: readonly number[] = [],
  socketAt: (path: string) => string | null = (path) => path,
) {
  const asked: number[] = [];
  const reader = testReader({
    listensAt: (pid) => {
      asked.push(pid);
      const paths = listening[pid];
      return Promise.resolve(
        paths === undefined ? { paths: null, reason: 'EACCES' } : { paths, reason: null },
      );
    },
  });
  const identityOf = ({ root = '', path }: UnixAddress) => {
    const roots = [...Object.keys(listening).map(Number), ...sees];
    if (!roots.some((pid) => root === `/proc/${pid}/root`)) return null;
    const socket = socketAt(path);
    return socket === UNKNOWN ? `${root}${path}` : socket;
  };
  const found = new EngineProcesses((address) =>
    address.kind === 'unix' ? identityOf(address) : null,
  );
  return {
    asked,
    found,
    look: (rows: Row[], now = 0) => found.look(reader, processes(...rows), OURS, now),
  };
}

describe('where they are asked', () => {
  it.each<[string, Row, string[], string[]]>([
    ['by Docker’s API', [9, 'dockerd', HOST], ['/run/docker.sock'], ['/run/docker.sock']],
    [
      'not where Docker speaks of something else',
      [9, 'dockerd', HOST],
      ['/d.sock', '/run/docker/libnetwork/1.sock', '/run/docker/metrics.sock'],
      ['/d.sock'],
    ],
    ['Podman', [9, 'podman', HOST], ['/run/podman/podman.sock'], ['/run/podman/podman.sock']],
    [
      'containerd',
      [9, 'containerd', HOST],
      ['/c.sock', '/c.sock.ttrpc', '/debug.sock', '/run/docker/containerd/containerd-debug.sock'],
      ['/c.sock'],
    ],
    ['what is called otherwise', [9, 'containerd-shim', HOST], ['/c.sock'], []],
    ['in our own mount namespace', [9, 'dockerd', OURS], ['/run/docker.sock'], []],
    ['in one that is kept from us', [9, 'dockerd', null], ['/run/docker.sock'], []],
  ])('%s', async (_, row, paths, expected) => {
    const { found, look } = world({ 9: paths });
    expect(await look([row])).toBe(expected.length > 0);
    expect(found.sockets.map(({ root, path }) => [root, path])).toEqual(
      expected.map((path) => ['/proc/9/root', path]),
    );
  });

  it('one that keeps its descriptors from us: nowhere', async () => {
    const { found, look } = world({});
    expect(await look([[9, 'dockerd', HOST]])).toBe(false);
    expect(found.sockets).toEqual([]);
  });
});

describe('by whose root', () => {
  const rows: Row[] = [
    [1, 'systemd', HOST],
    [4, 'sh', HOST],
    [9, 'dockerd', HOST],
  ];
  it.each<[string, number[], string]>([
    ['the first process there, which outlives the daemon', [1, 4], '/proc/1/root'],
    ['its own, where the first is kept from us', [4], '/proc/9/root'],
  ])('%s', async (_, sees, root) => {
    const { found, look } = world({ 9: ['/d.sock'] }, sees);
    await look(rows);
    expect(found.sockets).toEqual([{ program: 'dockerd', root, path: '/d.sock' }]);
  });

  it('it stays while that process lives, whoever listens; then it is gone', async () => {
    const { found, look } = world({ 9: ['/d.sock'], 12: ['/d.sock'] }, [1]);
    await look(rows);
    const before = found.sockets;
    expect(await look([[1, 'systemd', HOST]])).toBe(false);
    expect(
      await look([
        [1, 'systemd', HOST],
        [12, 'dockerd', HOST],
      ]),
    ).toBe(false);
    expect(found.sockets).toEqual(before);
    expect(await look([[1, 'init', HOST, '2']])).toBe(true);
    expect(found.sockets).toEqual([]);
  });

  it('one path in two mount namespaces is two places', async () => {
    const { found, look } = world({ 9: ['/d.sock'], 12: ['/d.sock'] });
    await look([
      [9, 'dockerd', HOST],
      [12, 'dockerd', OTHER],
    ]);
    expect(found.sockets.map(({ root }) => root)).toEqual(['/proc/9/root', '/proc/12/root']);
  });
});

describe('how long, and how many', () => {
  const there: Row = [1, 'systemd', HOST];

  it('a place stays while a daemon is started again there, and goes where none is', async () => {
    const { found, look } = world({ 9: ['/d.sock'], 12: ['/d.sock'] }, [1]);
    await look([there, [9, 'dockerd', HOST]], 0);
    expect(await look([there, [9, 'dockerd', HOST]], 100_000)).toBe(false);
    expect(await look([there], 129_000)).toBe(false);
    expect(await look([there, [12, 'dockerd', HOST]], 129_500)).toBe(false);
    expect(await look([there], 159_000)).toBe(false);
    expect(await look([there], 160_000)).toBe(true);
    expect(found.sockets).toEqual([]);
    expect(await look([there, [12, 'dockerd', HOST]], 161_000)).toBe(true);
    expect(found.sockets).toHaveLength(1);
  });

  it('one place where several of one name have the same socket', async () => {
    const { found, look } = world({ 9: ['/d.sock'], 12: ['/d.sock'] });
    await look([
      [9, 'podman', HOST],
      [12, 'podman', HOST],
    ]);
    expect(found.sockets).toHaveLength(1);
  });

  it('eight in one mount namespace, whoever listens at more: the first stay, the others are counted', async () => {
    const paths = (letter: string) => Array.from({ length: 20 }, (_, n) => `/${letter}${n}`);
    const { found, look } = world({ 9: paths('a'), 12: paths('b'), 13: ['/d.sock'] });
    await look([[9, 'dockerd', HOST]]);
    const first = found.sockets;
    expect([first.length, found.unasked]).toEqual([8, 12]);
    const more: Row[] = [
      [9, 'dockerd', HOST],
      [12, 'dockerd', HOST],
    ];
    expect([await look(more), found.unasked]).toEqual([true, 32]);
    expect(await look(more)).toBe(false);
    expect(found.sockets).toEqual(first);
    expect(await look([...more, [13, 'dockerd', OTHER]])).toBe(true);
    expect(found.sockets).toHaveLength(9);
  });

  it('sixty-four in all, and sixteen looked at in one round, each in its turn', async () => {
    const pids = Array.from({ length: 100 }, (_, n) => 10 + n);
    const listening = Object.fromEntries(pids.map((pid) => [pid, ['/d.sock']]));
    const { asked, found, look } = world(listening);
    const rows = pids.map((pid): Row => [pid, 'dockerd', namespaceId('mnt', String(pid))]);
    await look(rows);
    expect([asked.length, found.sockets.length]).toEqual([16, 16]);
    for (let round = 1; round < 8; round += 1) await look(rows, round);
    expect([asked, found.sockets.length, found.unasked]).toEqual([pids, 64, 36]);
  });
});

describe('bound behind what is most often a link', () => {
  const [bound, led] = ['/var/run/docker.sock', '/run/docker.sock'];
  it.each<[string, string | null, string | null, string]>([
    ['where it leads', 'a', 'a', led],
    ['where it leads, if that alone is known by heart', UNKNOWN, 'a', led],
    ['there itself, if it is no link', 'a', null, bound],
    ['there itself, if that alone is known by heart', 'a', UNKNOWN, bound],
    ['there itself, if another stands there', 'a', 'b', bound],
    ['there itself, if neither is known by heart', UNKNOWN, UNKNOWN, bound],
  ])('%s', async (_, atBound, atLed, expected) => {
    const socketAt = (path: string) => (path === bound ? atBound : atLed);
    const { found, look } = world({ 9: [bound] }, [], socketAt);
    await look([[9, 'dockerd', HOST]]);
    expect(found.sockets.map(({ path }) => path)).toEqual([expected]);
  });
});

describe('when it is looked', () => {
  it('once, where it listens', async () => {
    const { asked, look } = world({ 9: ['/d.sock'] });
    await look([[9, 'dockerd', HOST]]);
    await look([[9, 'dockerd', HOST]], 60_000);
    expect(asked).toEqual([9]);
  });

  it('again while it does not listen yet, seldomer each time', async () => {
    const listening: Record<number, string[]> = { 9: [] };
    const { asked, found, look } = world(listening);
    const moments = [0, 400, 500, 1400, 1500, 3400, 3500];
    for (const now of moments) await look([[9, 'dockerd', HOST]], now);
    expect(asked).toHaveLength(4);
    listening[9] = ['/d.sock'];
    expect(await look([[9, 'dockerd', HOST]], 60_000)).toBe(true);
    expect(found.sockets).toHaveLength(1);
  });

  it('anew, where its number is another’s', async () => {
    const { asked, look } = world({ 9: ['/d.sock'] });
    await look([[9, 'dockerd', HOST]]);
    await look([[9, 'dockerd', OTHER, '2']]);
    expect(asked).toEqual([9, 9]);
  });
});
