import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import type { Link } from '../netlink/link';
import type { Route } from '../netlink/route';
import type { ListeningSocket } from '../netlink/socket';
import { devicesInside, devicesOfFiles, endReasons } from './net-devices';
import { listeningInside } from './net-listening';
import { routesInside } from './net-routes';

const OWN = namespaceId('net', '4026532000');
const OTHER = namespaceId('net', '4026532999');
const NONE = { value: null, reason: 'ESRCH' } as const;

const link = (index: number, more: Partial<Link> = {}): Link => ({
  ...{ index, name: `d${String(index)}`, hardware: 1, flags: 1, kind: null, mtu: 1500 },
  ...{ mac: null, operstate: 6, master: null, link: null, linkNetns: null },
  ...{ bridge: null, port: null, xdp: false },
  ...more,
});
const devices = (links: Link[], ends: Parameters<typeof devicesInside>[3] = new Map()) =>
  devicesInside(links, [], OWN, ends);

describe('devices', () => {
  it.each<[string, Partial<Link>, object]>([
    ['loopback', { hardware: 772 }, { kind: 'loopback' }],
    ['that no command made', {}, { kind: 'physical' }],
    ['of a kind with no word of its own', { kind: 'wireguard' }, { kind: 'other' }],
    ['ipvlan', { kind: 'ipvlan' }, { kind: 'ipvlan' }],
    ['tun', { kind: 'tun' }, { kind: 'tun' }],
    ['without a carrier', { operstate: 3 }, { state: 'down', enabled: true }],
    ['never set up', { operstate: 2, flags: 0 }, { state: 'down', enabled: false }],
    ['whose driver does not tell', { operstate: 0 }, { state: 'unknown', enabled: true }],
    ['that waits for a login', { operstate: 5 }, { state: 'unknown' }],
    ['vlan on another', { kind: 'vlan', link: 2 }, { parent: 2, parentNamespace: OWN, peer: null }],
    ['on top of nothing', { kind: 'bridge' }, { parent: null, parentNamespace: null, peer: null }],
    [
      'a pair of another kind than veth',
      { kind: 'netkit', link: 2 },
      { kind: 'other', parent: null, peer: { namespace: OWN, index: 2, name: 'd2' } },
    ],
  ])('%s', (_, more, expected) => {
    expect(devices([link(1, more), link(2)])[0]).toMatchObject(expected);
  });

  it('tied to what is elsewhere, though a device here has that index', () => {
    const away = { link: 2, linkNetns: 0 };
    const links = [
      link(1, { kind: 'veth', ...away }),
      link(2),
      link(3, { kind: 'ipvlan', ...away }),
    ];
    const namespace = { value: OTHER, reason: null };
    const ends = new Map([
      [1, { namespace, name: { value: 'far', reason: null } }],
      [3, { namespace, name: NONE }],
    ]);
    const [veth, , ipvlan] = devices(links, ends);
    expect(veth?.peer).toEqual({ namespace: OTHER, index: 2, name: 'far' });
    expect(ipvlan).toMatchObject({ parent: 2, parentNamespace: OTHER, peer: null });
    expect(endReasons(links, ends)).toEqual({});
  });

  it('tied to where nobody is seen', () => {
    const away = { link: 2, linkNetns: 0 };
    const links = [link(1, { kind: 'veth', ...away }), link(3, { kind: 'macvlan', ...away })];
    const ends = new Map(links.map(({ index }) => [index, { namespace: NONE, name: NONE }]));
    expect(devices(links, ends)).toMatchObject([
      { peer: { namespace: null, index: 2, name: null } },
      { parent: 2, parentNamespace: null },
    ]);
    expect(endReasons(links, ends)).toEqual({
      'devices.1.peer.namespace': 'ESRCH',
      'devices.1.peer.name': 'ESRCH',
      'devices.3.parentNamespace': 'ESRCH',
    });
  });

  it('of files are by index, those without one by name behind them', () => {
    const six = { address: 'fd00::2/64', device: 'eth0', index: 4 };
    const told = devicesOfFiles(['b', 'lo', 'eth0', 'a'], [six], new Map([['lo', 1]]));
    expect(told.map(({ index, name }) => [index, name])).toEqual([
      [1, 'lo'],
      [4, 'eth0'],
      [null, 'a'],
      [null, 'b'],
    ]);
  });
});

describe('routes', () => {
  const route = (destination: string, more: Partial<Route> = {}): Route => ({
    ...{ family: 4, destination, from: null, type: 'unicast', table: 254, metric: null },
    source: null,
    hops: [{ via: null, device: 2 }],
    ...more,
  });
  const ordered = [
    route('default', { table: 100 }),
    route('default'),
    route('default', { metric: 5 }),
    route('9.0.0.0/8'),
    route('10.0.0.0/8'),
    route('10.0.0.0/16'),
    route('10.0.0.0'),
    route('100.0.0.0/8'),
    route('default', { family: 6 }),
    route('fd00::/64', { family: 6 }),
  ];

  it('are in one order whatever order they come in', () => {
    const told = ({
      destination,
      table,
      metric,
    }: Pick<Route, 'destination' | 'table' | 'metric'>) => [destination, table, metric];
    fc.assert(
      fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (routes) => {
        expect(routesInside(routes, new Map()).map(told)).toEqual(ordered.map(told));
      }),
    );
  });

  it('have a row for each hop, and one where they send nowhere', () => {
    const hops = [
      { via: '10.0.0.1', device: 2 },
      { via: '10.0.0.2', device: 3 },
    ];
    const routes = [
      route('default', { hops }),
      route('10.0.0.0/8', { hops: [], type: 'blackhole' }),
    ];
    expect(routesInside(routes, new Map([[2, 'eth0']]))).toMatchObject([
      { via: '10.0.0.1', device: 'eth0' },
      { via: '10.0.0.2', device: null },
      { via: null, device: null, type: 'blackhole' },
    ]);
  });
});

describe('sockets that wait', () => {
  const socket = (
    port: number,
    inode: string,
    more: Partial<ListeningSocket> = {},
  ): ListeningSocket => ({
    ...{ protocol: 'tcp', address: '0.0.0.0', port, device: null, v6Only: null, inode },
    ...more,
  });
  const owners = (reason: string | null) => ({
    pids: new Map([
      ['7', [30, 20]],
      ['8', [20, 10]],
    ]),
    reason,
  });

  it('of one address are one row, with whoever has any of them open', () => {
    const told = listeningInside([socket(80, '7'), socket(80, '8')], owners(null), new Map());
    expect(told).toMatchObject([{ port: 80, pids: [10, 20, 30], outside: false }]);
  });

  it('are apart where they hear different devices', () => {
    const sockets = [
      socket(80, '7', { device: 3 }),
      socket(80, '8'),
      socket(80, '7', { device: 4 }),
    ];
    const names = new Map([
      [3, 'eth1'],
      [4, 'eth0'],
    ]);
    expect(listeningInside(sockets, owners(null), names).map(({ device }) => device)).toEqual([
      null,
      'eth0',
      'eth1',
    ]);
    // One whose name is not known is not every one.
    const some = listeningInside(sockets.slice(0, 1), owners(null), new Map());
    expect(some.map(({ device }) => device)).toEqual(['#3']);
  });

  it.each([
    ['somebody outside has it open', null, true],
    ['who has it open is not known where not all could be looked at', 'EACCES', null],
  ])('%s', (_, reason, outside) => {
    const told = listeningInside([socket(53, '99')], owners(reason), new Map());
    expect(told).toMatchObject([{ pids: [], outside }]);
  });

  it('are in one order whatever order they come in', () => {
    const ordered = [
      socket(22, '1'),
      socket(80, '2', { address: '0.0.0.0' }),
      socket(80, '3', { address: '9.0.0.1' }),
      socket(80, '4', { address: '10.0.0.1' }),
      socket(22, '5', { protocol: 'tcp6', address: '::' }),
      socket(1, '6', { protocol: 'udp' }),
    ];
    const told = ({
      protocol,
      port,
      address,
    }: Pick<ListeningSocket, 'protocol' | 'port' | 'address'>) => [protocol, port, address];
    fc.assert(
      fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (sockets) => {
        expect(listeningInside(sockets, owners(null), new Map()).map(told)).toEqual(
          ordered.map(told),
        );
      }),
    );
  });
});
