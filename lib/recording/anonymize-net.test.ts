import { expect, it } from 'vitest';
import type { Device } from '../inside/net';
import type { InsideReading } from '../inside/reading';
import { namespaceId } from '../model/ids';
import { anonymousReading } from './anonymize';
import { namesOf } from './names';

type NetReading = Extract<InsideReading, { type: 'net' }>;

/** A network in which everything that can have a name has that of `owner`. */
function network(owner: string): NetReading {
  const [wire, bridge] = [`wg-${owner}`, `br_${owner}`];
  const plain: Omit<Device, 'index' | 'name' | 'peer'> = {
    ...{ kind: 'veth', state: 'up', enabled: true, mtu: 1500, mac: '02:00:00:00:00:01' },
    ...{ addresses: ['10.0.0.1/24'], master: null, parent: null, parentNamespace: null },
  };
  const namespace = namespaceId('net', '4026532001');
  return {
    type: 'net',
    through: 7,
    devices: [
      {
        ...{ ...plain, index: 2, name: wire, master: bridge },
        peer: { namespace, index: 3, name: `${owner}-far` },
      },
      { ...plain, index: 4, name: bridge, peer: { namespace, index: 5, name: null } },
      { ...plain, index: 6, name: 'eth0', peer: null },
    ],
    looseAddresses: [],
    routes: [wire, null].map((device) => ({
      ...{ family: 4, destination: 'default', from: null, via: null, type: 'unicast' },
      ...{ device, table: 254, metric: null },
    })),
    rules: [
      {
        ...{ family: 4, priority: 1, from: 'all', to: null, action: 'lookup', table: 100 },
        conditions: ['not', `iif ${wire}`, `oif ${bridge}`],
      },
    ],
    forwarding: { v4: true, v6: null },
    listening: [wire, null].map((device) => ({
      ...{ protocol: 'tcp', address: '0.0.0.0', port: 80, v6Only: null, pids: [7] },
      ...{ device, outside: false },
    })),
    firewall: {
      by: 'nft',
      tables: [
        {
          ...{ family: 'inet', name: `${owner}.wall`, by: 'nft', dormant: false },
          chains: [{ name: `from ${owner}`, hook: 'input', policy: 'drop', rules: 1 }],
        },
        { family: 'ip', name: `${owner}-old`, by: 'iptables', dormant: false, chains: null },
      ],
    },
    dns: { nameservers: ['192.0.2.1'], search: [`${owner}.example`], options: ['ndots:0'] },
    unreadable: {
      [`firewall.ip.${owner}-old`]: 'older-iptables',
      'devices.4.peer.name': 'ESRCH',
      'forwarding.v6': 'EPERM',
    },
  };
}

it('a network names nobody, and each device has one name wherever it is told of', () => {
  expect(anonymousReading(network('alice'), namesOf('orion', ['alice']))).toEqual(network('user1'));
  expect(anonymousReading(network('orion'), namesOf('orion', []))).toEqual(network('host'));
});

it('a field keeps its name, whatever users are called', () => {
  const names = namesOf('forwarding', ['firewall', 'devices', 'inet']);
  const { unreadable } = anonymousReading(network('alice'), names);
  expect(unreadable).toEqual(network('alice').unreadable);
});

it('of which nothing could be read stays so', () => {
  const nothing: NetReading = {
    ...network('alice'),
    ...{ devices: null, routes: null, rules: null, listening: null, firewall: null, dns: null },
    unreadable: { devices: 'EPERM' },
  };
  expect(anonymousReading(nothing, namesOf('orion', ['alice']))).toEqual(nothing);
});
