import { describe, expect, it } from 'vitest';
import type { Inside } from '../../inside/inside';
import type { NetInside } from '../../inside/net';
import type { Point } from '../../layout/geometry';
import type { IdMapRow } from '../../model/namespace';
import type { Mark } from '../mark';
import { containerFacts } from '../../facts/container';
import { canSee } from '../../facts/sight/can-see';
import { en } from '../../i18n/en';
import { ASKED } from '../../protocol/asked';
import { courseMachine } from '../../select/course-machine';
import { containerColours } from '../../select/container-colour';
import type { NamespaceType } from '../../model/namespace-type';
import { seePicture } from './see-picture';
import { SEE_SIZE } from './see-size';

const READ = { through: 'pid 7', unreadable: {} };
const colours = containerColours(courseMachine);

function drawn(name: string, type: NamespaceType, inside: Inside | null) {
  const container = courseMachine.containers.find((each) => each.name === name);
  if (container === undefined) throw new Error(`no ${name}`);
  const { sees } = containerFacts(courseMachine, container);
  return seePicture({
    ...{ snapshot: courseMachine, container, type, inside, colours },
    sees: sees ?? [],
  });
}

const many = (marks: readonly { role: string }[], role: string) =>
  marks.filter((mark) => mark.role === role).length;

function net(told: Partial<NetInside>): Inside {
  return {
    ...{ ...READ, type: 'net', devices: [], looseAddresses: [], routes: [], rules: [] },
    ...{ listening: [], forwarding: { v4: false, v6: false }, firewall: null, dns: null },
    ...told,
  };
}

function device(name: string, kind: 'veth' | 'loopback' | 'physical', state: 'up' | 'down') {
  return {
    ...{ index: 2, name, kind, state, enabled: true, mtu: 1500, mac: null },
    ...{ addresses: [], master: null, parent: null, parentNamespace: null, peer: null },
  };
}

const names = { inside: {}, outside: {} };

function user(outside: number): Inside {
  const uidMap: IdMapRow[] = [[0, outside, 65_536]];
  return { ...READ, type: 'user', gidMap: [], setgroups: 'allow', names, uidMap };
}

function ipc(told: Partial<Extract<Inside, { type: 'ipc' }>>): Inside {
  const nothing = { segments: [], semaphores: [], queues: [], shmMount: null };
  return { ...READ, type: 'ipc', ...nothing, ...told };
}

function time(boottimeNs: string): Inside {
  return { ...READ, type: 'time', monotonicNs: '0', boottimeNs };
}

/** What a container is drawn as that sees all of the host, and so many processes more there. */
function crowd(many: number) {
  const [host, ...others] = courseMachine.processes;
  if (host === undefined) throw new Error('no process');
  const more = Array.from({ length: many }, (_, nth) => ({ ...host, pid: 20_000 + nth }));
  const snapshot = { ...courseMachine, processes: [host, ...others, ...more] };
  const [container] = snapshot.containers;
  if (container === undefined) throw new Error('no container');
  const { pid } = snapshot.host.namespaces;
  const onHost = { ...container, namespaces: { ...container.namespaces, pid } };
  const sees = containerFacts(snapshot, onHost).sees ?? [];
  return seePicture({ snapshot, container: onHost, type: 'pid', inside: null, sees, colours });
}

function cgroup(own: string, root: string) {
  const [container] = courseMachine.containers;
  if (container === undefined) throw new Error('no container');
  const processes = courseMachine.processes.map((each) => ({ ...each, cgroup: own }));
  const snapshot = { ...courseMachine, processes };
  const inside: Inside = { ...READ, type: 'cgroup', root };
  return seePicture({ snapshot, container, type: 'cgroup', inside, sees: [], colours });
}

/** The outermost points of a mark; of a path those at which it turns. */
function reach(mark: Mark): Point[] {
  switch (mark.kind) {
    case 'circle':
      return [-mark.r, mark.r].map((by) => ({ x: (mark.cx ?? 0) + by, y: (mark.cy ?? 0) + by }));
    case 'rect':
      return [
        { x: mark.x, y: mark.y },
        { x: mark.x + mark.width, y: mark.y + mark.height },
      ];
    case 'line':
      return [mark.from, mark.to];
    case 'text': {
      const y = mark.y - mark.size * 0.75;
      return [mark, { x: mark.x + mark.text.length * mark.size * 0.6, y }];
    }
    case 'path':
      return turns(mark.d);
    case 'group':
      throw new Error('no group is drawn so small');
  }
}

function turns(path: string): Point[] {
  let at = { x: NaN, y: NaN };
  return [...path.matchAll(/([MLHVa])([^MLHVaZ]*)/g)].map(([, letter, told = '']) => {
    const numbers = [...told.matchAll(/-?[\d.]+/g)].map(Number);
    const [x = NaN, y = NaN] = numbers.slice(-2);
    if (letter === 'H') at = { x, y: at.y };
    else if (letter === 'V') at = { x: at.x, y: x };
    else if (letter === 'a') at = { x: at.x + x, y: at.y + y };
    else at = { x, y };
    return at;
  });
}

/** A root of so many layers. */
function mnt(layers: number): Inside {
  const root = {
    ...{ id: 1, parent: 0, target: '/', root: '/', deleted: false, fs: 'overlay' },
    ...{
      source: 'overlay',
      options: ['rw'],
      fsOptions: ['rw'],
      propagation: 'private',
      hidden: false,
    },
    ...{ layers, kind: 'root' as const, hostPath: null },
  };
  return { ...READ, type: 'mnt', mounts: [root], root: '/', landmarks: null };
}

describe('the small pictures', () => {
  it('has a dot in its container’s colour for each process that is seen', () => {
    const dots = drawn('c1', 'pid', null).filter(({ role }) => role === 'dot');
    expect(new Set(dots.map((dot) => (dot.kind === 'circle' ? dot.tint : '')))).toHaveProperty(
      'size',
      2,
    );
    expect(dots.length).toBeGreaterThan(1);
  });

  it('is told and drawn without looking for what is seen a second time', () => {
    const [container] = courseMachine.containers;
    if (container === undefined) throw new Error('no container');
    let looks = 0;
    const processes = new Proxy(courseMachine.processes, {
      get: (all, key) => {
        if (key === Symbol.iterator) looks += 1;
        return Reflect.get(all, key);
      },
    });
    const snapshot = { ...courseMachine, processes };
    const { namespaces, sees } = containerFacts(snapshot, container);
    const fact = namespaces.find(({ type }) => type === 'pid');
    if (fact === undefined || sees === null) throw new Error('not told');
    const of = { snapshot, container, sees };
    const before = looks;
    const { headline } = canSee({ ...of, fact, now: 0, messages: en }, ASKED);
    const picture = seePicture({ ...of, type: 'pid', inside: null, colours });
    expect([headline.length, picture.length, looks]).toEqual([1, 4, before]);
    expect(before).toBeGreaterThan(0);
  });

  it('has a wire for each device that leads out, broken where that is not up', () => {
    const devices = [
      device('lo', 'loopback', 'up'),
      device('eth0', 'veth', 'up'),
      device('e', 'physical', 'down'),
    ];
    const wires = drawn('c1', 'net', net({ devices })).filter(({ role }) => role === 'wire');
    expect(wires.map(({ is }) => is)).toEqual([[], ['broken']]);
    expect(many(drawn('c1', 'net', net({})), 'wire')).toBe(0);
  });

  it('warns where root is root, and leads elsewhere where it is not', () => {
    expect(many(drawn('c1', 'user', user(0)), 'bad')).toBe(3);
    expect(many(drawn('c1', 'user', user(100_000)), 'bad')).toBe(0);
    expect(many(drawn('c1', 'user', user(100_000)), 'solid')).toBe(3);
  });

  it('fills the room for shared memory as far as it is used', () => {
    const used = (usedBytes: number) => ipc({ shmMount: { sizeBytes: 100, usedBytes } });
    const [half] = drawn('c1', 'ipc', used(50));
    expect(half).toMatchObject({ role: 'pale', width: 38 });
    expect(drawn('c1', 'ipc', used(0))).toMatchObject([{ role: 'edge', is: ['broken'] }]);
  });

  it('says that clocks are not equal', () => {
    expect(drawn('c1', 'time', time('5')).length).toBe(drawn('c1', 'time', time('0')).length + 1);
  });

  it.each(['net', 'mnt', 'user', 'ipc', 'uts', 'cgroup', 'time'] as const)(
    'of %s that nothing is known of, nothing',
    (type) => expect(drawn('c1', type, null)).toEqual([]),
  );

  it('draws nothing of what is unknown as if there were nothing', () => {
    const signs = (marks: readonly Mark[]) =>
      marks.flatMap((mark) => (mark.kind === 'text' ? mark.text : (mark.is ?? [])));
    const room = { sizeBytes: 100, usedBytes: 0 };
    const unread = { unreadable: { shmMount: 'EPERM' } };
    expect(signs(drawn('c1', 'ipc', ipc({ shmMount: room })))).toEqual(['broken']);
    expect(signs(drawn('c1', 'ipc', ipc({ shmMount: room, queues: null })))).toEqual(['?']);
    expect(signs(drawn('c1', 'ipc', ipc(unread)))).toEqual(['?']);
    const nothing = { segments: null, semaphores: null, queues: null };
    expect(drawn('c1', 'ipc', ipc({ ...nothing, ...unread }))).toEqual([]);

    expect(signs(drawn('c1', 'net', net({})))).toEqual([]);
    expect(signs(drawn('c1', 'net', net({ devices: null })))).toEqual(['?']);
    expect(signs(drawn('c1', 'net', net({ listening: null })))).toEqual(['?']);
    expect(drawn('c1', 'net', net({ devices: null, listening: null }))).toEqual([]);
  });

  const wires = ['veth', 'veth', 'physical', 'veth'] as const;
  const object = { id: 1, key: '0x0', ownerUid: 0, mode: '600' };
  const ports = [1, 2, 3, 4].map((port) => ({
    ...{ protocol: 'tcp' as const, address: '0.0.0.0', device: null, v6Only: null },
    ...{ pids: [], outside: null, port },
  }));
  it.each<[what: string, marks: () => readonly Mark[]]>([
    ['a few processes', () => drawn('c1', 'pid', null)],
    ['as many processes as there are', () => crowd(4999)],
    [
      'wires and ports',
      () => {
        const devices = wires.map((kind) => device('eth', kind, 'up'));
        return drawn('c1', 'net', net({ devices, listening: ports }));
      },
    ],
    ['a network not known in part', () => drawn('c1', 'net', net({ devices: null }))],
    ['a few layers', () => drawn('c1', 'mnt', mnt(3))],
    ['as many layers as an overlay has', () => drawn('c1', 'mnt', mnt(501))],
    ['root that is another', () => drawn('c1', 'user', user(100_000))],
    ['root that is root', () => drawn('c1', 'user', user(0))],
    [
      'many objects',
      () => {
        const queues = Array.from({ length: 20 }, () => ({ ...object, messages: 1, bytes: 1 }));
        return drawn(
          'c1',
          'ipc',
          ipc({ queues, segments: null, shmMount: { sizeBytes: 9, usedBytes: 9 } }),
        );
      },
    ],
    [
      'a long name',
      () =>
        drawn('c1', 'uts', { ...READ, type: 'uts', hostname: 'a'.repeat(64), domainname: null }),
    ],
    ['the root of cgroups', () => cgroup('/', '/')],
    ['a cgroup of three steps', () => cgroup('/system.slice/docker/abc', '/system.slice')],
    ['a deep cgroup', () => cgroup('/kubepods/burstable/pod1/abc', '/kubepods/burstable/pod1/abc')],
    ['a deeper one', () => cgroup('/a/b/c/d/e/f', '/a')],
    ['clocks that differ', () => drawn('c1', 'time', time('5'))],
  ])('stays within its bounds: %s', (_what, marks) => {
    const points = marks().flatMap(reach);
    expect(points.length).toBeGreaterThan(0);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(SEE_SIZE.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(SEE_SIZE.height);
    }
  });
});
