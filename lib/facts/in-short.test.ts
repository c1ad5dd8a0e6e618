import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en';
import type { Inside } from '../inside/inside';
import type { IpcInside } from '../inside/ipc';
import type { MountInside } from '../inside/mnt';
import type { Device, Listening } from '../inside/net';
import type { IdMapRow } from '../model/namespace';
import { courseMachine } from '../select/course-machine';
import { inShort, type InShort } from './in-short';

const READ = { through: 'pid 7', unreadable: {} };
const [first, second] = courseMachine.containers;
if (first === undefined || second === undefined) throw new Error('two containers');

const short = (inside: Inside) => inShort(inside, courseMachine, en);

function device(name: string, ...addresses: string[]): Device {
  return {
    ...{ index: 2, name, kind: 'veth', state: 'up', enabled: true, mtu: 1500, mac: null },
    ...{ addresses, master: null, parent: null, parentNamespace: null, peer: null },
  };
}

function net(devices: Device[] | null, ...ports: number[]): Inside {
  const listening = ports.map((port): Listening => {
    const address = { protocol: 'tcp', address: '0.0.0.0', port, device: null } as const;
    return { ...address, v6Only: null, pids: [], outside: false };
  });
  return {
    ...{ ...READ, type: 'net', devices, looseAddresses: [], routes: [], rules: [], listening },
    ...{ forwarding: { v4: false, v6: false }, firewall: null, dns: null },
  };
}

const lo = device('lo', '127.0.0.1/8', '::1/128');
const object = { id: 1, key: '0x1', ownerUid: 0, mode: '600' };
const segment = { ...object, bytes: 1, attached: 0 };

function user(uidMap: IdMapRow[]): Inside {
  const names = { inside: {}, outside: {} };
  return { ...READ, type: 'user', gidMap: [], setgroups: 'allow', uidMap, names };
}

function ipc(segments: NonNullable<IpcInside['segments']>): Inside {
  return { ...READ, type: 'ipc', shmMount: null, segments, semaphores: [], queues: [] };
}

describe('what a namespace isolates, in short', () => {
  it.each<[string, Inside, Partial<InShort>]>([
    [
      'addresses without their prefix, and ports in order, each once',
      net([lo, device('eth0', '172.17.0.2/16', 'fe80::1/64')], 443, 80, 80),
      { parts: ['172.17.0.2', 'listens at :80, :443'] },
    ],
    ['loopback alone', net([lo]), { parts: ['only itself to talk to'] }],
    [
      'many ports',
      net([lo, device('eth0')], 1, 2, 3, 4, 5),
      { parts: ['listens at :1, :2, :3 and 2 more'] },
    ],
    [
      'devices that could not be read',
      { ...net(null), unreadable: { devices: 'EPERM' } },
      { parts: [], unknown: 'EPERM' },
    ],
    [
      'who ends with it',
      { ...READ, type: 'pid', init: first.pid, levels: 1, endsWith: [second.id] },
      { parts: [`${second.name} ends with ${first.name}`] },
    ],
    [
      'who ends with a number 1 that is of no container',
      { ...READ, type: 'pid', init: 4_000_000, levels: 1, endsWith: [second.id] },
      { parts: [`${second.name} ends with its number 1`] },
    ],
    [
      'nothing of the machine’s own, with which all ends',
      { ...READ, type: 'pid', init: 1, levels: 0, endsWith: [first.id, second.id] },
      { parts: [] },
    ],
    [
      'sockets that could not be read',
      { ...net([lo, device('eth0', '172.17.0.2/16')]), unreadable: { listening: 'EPERM' } },
      { parts: ['172.17.0.2'], unknown: 'EPERM' },
    ],
    [
      'mounts of which it is not known what they are on the host',
      {
        ...READ,
        type: 'mnt',
        mounts: [],
        root: '/',
        landmarks: null,
        unreadable: { 'mounts.hostPath': 'EACCES' },
      },
      { unknown: 'EACCES' },
    ],
    [
      'root that is another',
      user([[0, 231_072, 65_536]]),
      { parts: ['root in it is 231072 outside'] },
    ],
    [
      'root that is root',
      user([[0, 0, 4_294_967_295]]),
      { parts: ['each id is the same outside: root is root'] },
    ],
    ['no root', user([[1, 1, 7]]), { parts: ['no root in it'] }],
    ['nothing of System V IPC', ipc([]), { parts: [] }],
    ['a segment', ipc([segment]), { parts: ['1 shared memory segment'] }],
    [
      'a host name',
      { ...READ, type: 'uts', hostname: 'web', domainname: '(none)' },
      { parts: ['web'] },
    ],
    [
      'the root of cgroups',
      { ...READ, type: 'cgroup', root: '/docker/x' },
      { parts: ['its root is /docker/x'] },
    ],
    [
      'clocks that go with the machine',
      { ...READ, type: 'time', monotonicNs: '0', boottimeNs: '0' },
      { parts: [] },
    ],
    [
      'clocks that do not',
      { ...READ, type: 'time', monotonicNs: '0', boottimeNs: '86400000000000' },
      { parts: ['since boot: 1 day 00:00:00 ahead'] },
    ],
  ])('%s', (_what, inside, expected) => {
    expect(short(inside)).toEqual({
      ...{ parts: [], warnings: [], unknown: null },
      ...expected,
    });
  });

  it('the socket of an engine is a warning', () => {
    const mount: MountInside = {
      ...{ id: 2, parent: 1, target: '/var/run/docker.sock', root: '/docker.sock', deleted: false },
      ...{ fs: 'tmpfs', source: 'tmpfs', options: ['rw'], fsOptions: ['rw'], hidden: false },
      ...{ propagation: 'private', layers: null, kind: 'bind', hostPath: '/run/docker.sock' },
    };
    const mounts = [mount];
    expect(short({ ...READ, type: 'mnt', mounts, root: '/', landmarks: null })).toEqual({
      parts: ['1 bind mount'],
      warnings: ['/run/docker.sock: who may talk to it is root on the host'],
      unknown: null,
    });
  });
});
