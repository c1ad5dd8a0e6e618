import { describe, expect, it } from 'vitest';
import type { Inside } from '../inside/inside';
import type { Device } from '../inside/net';
import { namespaceId, type NamespaceId } from '../model/ids';
import { insideHits } from './inside-hits';

const device: Device = {
  ...{ index: 2, name: 'eth0', kind: 'veth', state: 'up', enabled: true, mtu: 1500 },
  ...{ mac: '02:42:ac:11:00:03', addresses: ['172.17.0.3/16', 'fe80::42:acff:fe11:3/64'] },
  ...{ master: null, parent: null, parentNamespace: null, peer: null },
};
const net: Inside = {
  type: 'net',
  devices: [{ ...device, index: 1, name: 'lo', mac: null, addresses: ['127.0.0.1/8'] }, device],
  looseAddresses: ['172.17.0.30'],
  ...{ routes: [], rules: [], forwarding: { v4: false, v6: false } },
  listening: [80, 8080].map((port) => ({
    ...{ protocol: 'tcp', address: '0.0.0.0', port, device: null },
    ...{ v6Only: null, pids: [7], outside: false },
  })),
  ...{ dns: null, firewall: null, through: 'pid 7', unreadable: { firewall: 'EPERM' } },
};
const uts: Inside = {
  ...{ type: 'uts', hostname: 'Web-1', domainname: '(none)', through: 'pid 7', unreadable: {} },
};
const INSIDES: [NamespaceId, Inside][] = [
  [namespaceId('net', '4026532001'), net],
  [namespaceId('uts', '4026532002'), uts],
];

describe('a search in what namespaces isolate', () => {
  it.each([
    ['an address', '172.17.0.3', ['172.17.0.3/16', '172.17.0.30']],
    ['an address with its prefix', '172.17.0.3/16', ['172.17.0.3/16']],
    ['the beginning of addresses', '172.17.', ['172.17.0.3/16', '172.17.0.30']],
    ['not the middle of an address', '17.0.3', []],
    ['an address of IPv6', 'FE80::42', ['fe80::42:acff:fe11:3/64']],
    ['a port, and none that begins like it', ':80', ['tcp 0.0.0.0:80']],
    ['a port of a protocol', 'tcp:8080', ['tcp 0.0.0.0:8080']],
    ['a socket', '0.0.0.0:80', ['tcp 0.0.0.0:80']],
    ['a device', 'eth', ['eth0']],
    ['a device by its address', '02:42', ['02:42:ac:11:00:03']],
    ['a host name, as it is written', 'web', ['Web-1']],
    ['in quotes', '"web-1"', ['Web-1']],
    ['the middle of a host name', 'eb-', ['Web-1']],
    ['nothing by one letter', 'e', []],
    ['nothing by nothing', '  ', []],
  ])('finds %s', (_what, typed, expected) => {
    expect(insideHits(INSIDES, typed).map(({ text }) => text)).toEqual(expected);
  });
  it('tells where it is, and of what device', () => {
    expect(insideHits(INSIDES, '172.17.0.3')[0]).toEqual({
      ...{
        namespace: 'net:4026532001',
        what: 'address',
        text: '172.17.0.3/16',
        device: 'eth0',
        nearness: 0,
      },
    });
  });
  it('finds nothing of what could not be read', () => {
    const unread: Inside = { ...net, devices: null, looseAddresses: [], listening: null };
    expect(insideHits([[namespaceId('net', '4026532001'), unread]], 'eth0')).toEqual([]);
  });
});
