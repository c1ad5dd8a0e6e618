import { describe, expect, it } from 'vitest';
import { en } from '../../i18n/en';
import type { Inside } from '../../inside/inside';
import type { Device, NetInside } from '../../inside/net';
import type { IdMapRow } from '../../model/namespace';
import type { NamespaceType } from '../../model/namespace-type';
import { ASKED, type Asked } from '../../protocol/asked';
import { courseMachine } from '../../select/course-machine';
import { containerFacts } from '../container';
import { canSee } from './can-see';
import type { Part } from './sight';

const READ = { through: 'pid 7', unreadable: {} };

function containerNamed(name: string) {
  const found = courseMachine.containers.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function seen(name: string, type: NamespaceType, asked: Asked<Inside> = ASKED) {
  const container = containerNamed(name);
  const { namespaces, sees } = containerFacts(courseMachine, container);
  const fact = namespaces.find((each) => each.type === type);
  if (fact === undefined) throw new Error(`no ${type}`);
  const now = Date.parse('2026-11-23T16:00:00Z');
  const snapshot = courseMachine;
  return canSee({ snapshot, container, fact, sees: sees ?? [], now, messages: en }, asked);
}

const plain = (parts: readonly Part[]) =>
  parts.map((part) => (typeof part === 'string' ? part : part.code)).join('');

function lines(name: string, inside: Inside) {
  const { headline, detail, isBad } = seen(name, inside.type, { is: 'answered', answer: inside });
  return [plain(headline), plain(detail), isBad ?? false];
}

function device(name: string, kind: Device['kind'], ...addresses: string[]): Device {
  return {
    ...{ index: 2, name, kind, state: 'up', enabled: true, mtu: 1500, mac: null },
    ...{ addresses, master: null, parent: null, parentNamespace: null, peer: null },
  };
}

function net(told: Partial<NetInside>): Inside {
  return {
    ...{ ...READ, type: 'net', devices: [], looseAddresses: [], routes: [], rules: [] },
    ...{ listening: [], forwarding: { v4: false, v6: false }, firewall: null, dns: null },
    ...told,
  };
}

const lo = device('lo', 'loopback', '127.0.0.1/8');
const way = { family: 4, destination: 'default', from: null, via: '172.17.0.1' } as const;
const route = { ...way, device: 'eth0', type: 'unicast', table: 254, metric: null };

function user(uidMap: IdMapRow[]): Inside {
  const names = { inside: {}, outside: {} };
  return { ...READ, type: 'user', gidMap: [], setgroups: 'allow', uidMap, names };
}

function ipc(shmMount: { sizeBytes: number | null; usedBytes: number } | null): Inside {
  return { ...READ, type: 'ipc', shmMount, segments: [], semaphores: [], queues: [] };
}

describe('what a container can see, in two lines', () => {
  it.each<[string, string, Inside, [string, string, boolean]]>([
    [
      'what leads out is told before what leads nowhere',
      'c1',
      net({
        devices: [lo, device('eth0', 'veth', 'fe80::1/64', '172.17.0.2/16')],
        routes: [route],
      }),
      ['eth0 172.17.0.2/16 and lo', 'out by 172.17.0.1; no port listens', false],
    ],
    [
      'itself alone',
      'c1',
      net({ devices: [lo] }),
      ['lo', 'it reaches itself alone; no port listens', false],
    ],
    [
      'no device at all',
      'c1',
      net({}),
      ['No device', 'it reaches itself alone; no port listens', false],
    ],
    [
      'devices without a way',
      'c1',
      net({ devices: [lo, device('eth0', 'veth'), device('eth1', 'veth')] }),
      ['eth0, eth1 and 1 more', 'no way out; no port listens', false],
    ],
    [
      'what is not known is left out',
      'c1',
      net({ devices: [lo], routes: null, listening: null }),
      ['lo', '', false],
    ],
    [
      'root that is root',
      'c1',
      user([[0, 0, 4_294_967_295]]),
      ['uid 0 inside is uid 0 on the host', 'every id is the same inside and outside', true],
    ],
    [
      'root that is another',
      'vault',
      user([[0, 231_072, 65_536]]),
      [
        'uid 0 inside is uid 231072 on the host',
        '65,536 ids are mapped; all others are nobody’s',
        false,
      ],
    ],
    [
      'no root',
      'vault',
      user([[5, 5, 1]]),
      ['There is no uid 0 inside', '1 id is mapped; all others are nobody’s', false],
    ],
    [
      'shared memory',
      'c1',
      ipc({ sizeBytes: 67_108_864, usedBytes: 0 }),
      ['/dev/shm of 64 MiB, empty', 'no segment, no queue, no semaphore', false],
    ],
    [
      'shared memory without a limit, in use',
      'c1',
      ipc({ sizeBytes: null, usedBytes: 4096 }),
      ['/dev/shm without a limit, 4 KiB used', 'no segment, no queue, no semaphore', false],
    ],
    [
      'no shared memory',
      'c1',
      ipc(null),
      ['Nothing is mounted at /dev/shm', 'no segment, no queue, no semaphore', false],
    ],
    [
      'a name of its own',
      'c1',
      { ...READ, type: 'uts', hostname: 'web', domainname: null },
      ['Its name is web', `the host calls itself ${courseMachine.host.hostname}`, false],
    ],
    [
      'clocks that are not the host’s',
      'c1',
      { ...READ, type: 'time', monotonicNs: '0', boottimeNs: '86400000000000' },
      ['Since boot: 1 day 00:00:00 ahead', 'monotonic: as on the host', false],
    ],
  ])('%s', (_what, name, inside, expected) => expect(lines(name, inside)).toEqual(expected));

  it('its processes, and how many are its neighbours’', () => {
    expect(plain(seen('c1', 'pid').headline)).toMatch(/^\d+ processes: its own \d+ and c2’s \d+$/);
    expect(plain(seen('c1', 'pid').detail)).toContain(
      `its PID 1 is ${containerNamed('c1').pid} there`,
    );
    expect(plain(seen('c2', 'pid').detail)).toMatch(/its first is \d+ here, \d+ there$/);
  });

  it('nothing before it is known, and the reason where it cannot be', () => {
    expect(seen('c1', 'net')).toMatchObject({ waiting: true, headline: [], unknown: null });
    expect(seen('c1', 'net', { is: 'refused', code: 'deadline' }).unknown).toMatch(/^Not told: /);
    const untold = { ...net({ devices: null }), unreadable: { devices: 'EPERM' } };
    const { unknown } = seen('c1', 'net', { is: 'answered', answer: untold });
    expect(unknown).toBe('unknown: who reads may not enter it');
  });
});
