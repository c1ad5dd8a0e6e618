import { describe, expect, it } from 'vitest';
import type { ContainerReading } from '../docker/reading';
import { namespaceId } from '../model/ids';
import { perType } from '../model/namespace-type';
import type { HostReading } from '../proc/reading';
import { assemble } from './assemble';
import type { EngineReading } from './readings';
import { sampleReading } from './sample-reading';

/* One daemon that is reached in two ways, by a socket and by a port. */

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
const HOST = perType((type) => namespaceId(type, '1'));
const host: HostReading = {
  bootId: 'boot',
  bootTime: 0,
  ticksPerSecond: 100,
  hostname: 'box',
  kernel: '6.18',
  cgroups: 'v2',
  namespaces: HOST,
  namespacesFrom: 'pid1',
  lacks: [],
  hidepid: null,
  reader: { uid: 0, namespaces: HOST },
  unreadable: {},
};
const SOCKET = 'docker:unix:///run/docker.sock';
const PORT = 'docker:tcp://127.0.0.1:2375';

const container = (id = '', pid = 0): ContainerReading => ({
  ...{ id, name: `name-${id.slice(0, 1)}`, image: 'ubuntu', command: ['sleep'] },
  state: pid === 0 ? 'exited' : 'running',
  pid,
  startedAt: null,
  ...{ labels: {}, runtime: null, joins: {}, role: null, unreadable: {} },
});

const engine = (
  id: string,
  containers: readonly ContainerReading[],
  { remote = false, state = 'connected' as 'connected' | 'disconnected' } = {},
): EngineReading => ({
  engine: {
    ...{ id, kind: 'docker', endpoint: id.replace('docker:', ''), version: '1', pid: null },
    ...{ apiVersion: null, minApiVersion: null, state, message: null, tried: [] },
  },
  ...{ info: null, problem: null, remote, delays: { list: false, events: false } },
  containers,
});

function seen(...engines: EngineReading[]) {
  const processes = [
    sampleReading(1, 0, '/'),
    sampleReading(100, 1, `/docker/${String(A)}`),
    sampleReading(101, 100, `/docker/${String(A)}`),
    sampleReading(200, 1, `/docker/${String(B)}`),
    sampleReading(300, 1, `/system.slice/docker-${String(A)}.scope`),
  ];
  const sight = assemble(
    {
      ...{ host, reader: 'direct', namespaces: new Map(), unreached: [], unasked: 0, hidden: 0 },
      processes: new Map(processes.map((each) => [each.pid, each])),
      engines,
    },
    '2026-11-23T15:30:00.000Z',
  );
  return {
    containers: sight.containers.map(({ engine: of, id, pid }) => [of, id, pid]),
    owners: sight.processes.map(({ pid, engine: of, container: id }) => [pid, of, id]),
    engines: sight.engines.map(({ id }) => id),
  };
}

describe('a container that two engines tell of', () => {
  it.each([
    [SOCKET, PORT],
    [PORT, SOCKET],
  ])('is there once, with its processes, of the one that is asked first: %s', (first, second) => {
    const { containers, owners, engines } = seen(
      engine(first, [container(A, 100)]),
      engine(second, [container(A, 100), container(B, 200)]),
    );
    expect(containers).toHaveLength(2);
    expect(containers).toContainEqual([first, A, 100]);
    expect(containers).toContainEqual([second, B, 200]);
    expect(owners.slice(0, 4)).toEqual([
      [1, null, null],
      [100, first, A],
      [101, first, A],
      [200, second, B],
    ]);
    expect(engines).toEqual([PORT, SOCKET]);
  });

  it('is two where another process leads it', () => {
    const { containers } = seen(
      engine(SOCKET, [container(A, 100)]),
      engine(PORT, [container(A, 300)]),
    );
    expect(containers).toEqual([
      [PORT, A, 300],
      [SOCKET, A, 100],
    ]);
  });

  it('is two where one is of another machine, for a number says nothing of that', () => {
    const { containers } = seen(
      engine(SOCKET, [container(A, 100)]),
      engine('docker:tcp://far:2375', [container(A, 100)], { remote: true }),
    );
    expect(containers).toHaveLength(2);
  });
});

describe('one without a process', () => {
  it('is there once, where another shows that both engines are of one daemon', () => {
    const all = [container(A, 100), container(C)];
    expect(seen(engine(SOCKET, all), engine(PORT, all)).containers).toEqual([
      [SOCKET, A, 100],
      [SOCKET, C, 0],
    ]);
  });

  it('is two where nothing shows that', () => {
    const all = [container(C)];
    expect(seen(engine(SOCKET, all), engine(PORT, all)).containers).toHaveLength(2);
  });

  it('is there once while one of both has not been told of its process yet', () => {
    const [late, soon] = [container(B), container(B, 200)];
    const told = (...[first, second]: ContainerReading[]) =>
      seen(
        engine(SOCKET, [container(A, 100), ...(first === undefined ? [] : [first])]),
        engine(PORT, [container(A, 100), ...(second === undefined ? [] : [second])]),
      ).containers;
    expect(told(late, soon)).toEqual([
      [SOCKET, A, 100],
      [SOCKET, B, 0],
    ]);
    expect(told(soon, late)).toEqual([
      [SOCKET, A, 100],
      [SOCKET, B, 200],
    ]);
  });

  it('hides none that runs by now, where its engine does not answer any more', () => {
    const before = [container(A, 100), container(B, 999)];
    const now = [container(A, 100), container(B, 200)];
    const lost = engine(SOCKET, before, { state: 'disconnected' });
    expect(seen(lost, engine(PORT, now)).containers).toEqual([
      [PORT, B, 200],
      [SOCKET, A, 100],
    ]);
  });
});
