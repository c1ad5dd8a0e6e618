import { describe, expect, it } from 'vitest';
import type { Device, Listening, NetInside } from '../../inside/net';
import type { Snapshot } from '../../model/snapshot';
import { USE } from '../../findings/fixtures/one';
import type { Use } from '../../use/use';
import { machine } from '../fixtures/machine';
import { answered, said, shown, type Answers } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const both = machine([
  { name: 'c1', nth: 1 },
  { name: 'c2', nth: 2, in: { net: 'c1' } },
]);
const alone = machine([{ name: 'c1', nth: 1 }]);
const ended = machine([{ name: 'c1', nth: 1, container: { state: 'exited' } }]);

function network(change: Partial<NetInside>, unreadable: Record<string, string> = {}): Answers {
  const inside: NetInside = {
    ...{ type: 'net', devices: [], looseAddresses: [], routes: [], rules: [], listening: [] },
    ...{ forwarding: { v4: false, v6: false }, firewall: { by: null, tables: [] }, dns: null },
    ...change,
  };
  return { inside: answered({ ...inside, unreadable }) };
}
const socket = (port: number, protocol: Listening['protocol'] = 'tcp'): Listening => ({
  ...{ protocol, address: '0.0.0.0', port, device: null, v6Only: null },
  ...{ pids: [], outside: null },
});
const device = (name: string): Device => ({
  ...{ index: 1, name, kind: null, state: null, enabled: null, mtu: null, mac: null },
  ...{ addresses: [], master: null, parent: null, parentNamespace: null, peer: null },
});
const table = (rules: number | null): Partial<NetInside> => ({
  firewall: {
    by: rules === null ? 'iptables' : 'nft',
    tables: [
      {
        ...{
          family: 'ip',
          name: 'filter',
          by: rules === null ? 'iptables' : 'nft',
          dormant: false,
        },
        chains: rules === null ? null : [{ name: 'INPUT', hook: 'input', policy: 'drop', rules }],
      },
    ],
  },
});
const verdict = (said: 'yes' | 'no' | 'unknown'): Answers => ({
  reach: answered({ verdict: said, hops: [], changes: [] }),
});
/** It has started since the step was first shown, so that all it counts is of this step. */
const counts = (change: Partial<Use>): Answers => ({ use: answered({ ...USE, ...change }) });
const came = (...devices: [string, number][]) =>
  counts({
    network: devices.map(([name, receivedBytes]) => ({
      ...{ device: name, receivedBytes, receivedPackets: 3 },
    })),
  });
const began = machine([{ name: 'c1', nth: 1, life: 200_000_000 }]);
/** It came with the step as well, and joined the network of one that was there before. */
const joined = machine([
  { name: 'c2', nth: 2 },
  { name: 'c1', nth: 1, life: 200_000_000, in: { net: 'c2' } },
]);
const ofHost = machine([{ name: 'c1', nth: 1, life: 200_000_000, in: { net: 'host' } }]);
const RECORDED: Answers = { inside: { is: 'refused', code: 'not-in-recording' } };

it.each<[Predicate, string, Snapshot, Answers, string]>([
  [{ listens: ['c1', 80] }, 'somebody does', both, network({ listening: [socket(80)] }), 'true'],
  [{ listens: ['c1', 80] }, 'by UDP', both, network({ listening: [socket(80, 'udp6')] }), 'true'],
  [
    { listens: ['c2', 80] },
    'in a network of two',
    both,
    network({ listening: [socket(80)] }),
    'true',
  ],
  [{ listens: ['c1', 80] }, 'at another', both, network({ listening: [socket(8080)] }), 'false'],
  [{ listens: ['c1', 80] }, 'it has ended', ended, {}, 'false'],
  [
    { listens: ['c1', 80] },
    'it may not be read',
    both,
    network({ listening: null }, { listening: 'EACCES' }),
    'EACCES',
  ],
  [
    { listens: ['c1', 80] },
    'a part may not be read',
    both,
    network({ listening: [socket(22)] }, { 'listening.tcp6': 'EACCES' }),
    'EACCES',
  ],
  [
    { listens: ['c1', 22] },
    'whatever another part has',
    both,
    network({ listening: [socket(22)] }, { 'listening.tcp6': 'EACCES' }),
    'true',
  ],
  [
    { listens: ['c1', 80] },
    'who holds it does not matter',
    both,
    network({ listening: [socket(22)] }, { 'listening.outside': 'EACCES' }),
    'false',
  ],
  [{ listens: ['c1', 80] }, 'not answered yet', both, {}, 'asked'],
  [{ listens: ['c1', 80] }, 'it was not recorded', both, RECORDED, 'not-in-recording'],

  [{ reaches: ['c1', 'c2', 'tcp', 80] }, 'it does', both, verdict('yes'), 'true'],
  [{ reaches: ['c1', 'c2', 'tcp', 80] }, 'it does not', both, verdict('no'), 'false'],
  [
    { reaches: ['c1', 'c2', 'tcp', 80] },
    'it cannot be told',
    both,
    verdict('unknown'),
    'undecided',
  ],
  [{ reaches: ['c1', 'c2', 'tcp', 80] }, 'one is not there', alone, {}, 'false'],
  [{ reaches: [':host', 'c1', 'tcp', 80] }, 'from the host', alone, verdict('yes'), 'true'],

  [{ 'only-device': ['c1', 'lo'] }, 'no other', both, network({ devices: [device('lo')] }), 'true'],
  [
    { 'only-device': ['c1', 'lo'] },
    'one more',
    both,
    network({ devices: [device('lo'), device('eth0')] }),
    'false',
  ],
  [{ 'only-device': ['c1', 'lo'] }, 'none at all', both, network({}), 'false'],
  [
    { 'only-device': ['c1', 'lo'] },
    'it may not be read',
    both,
    network({ devices: null }, { devices: 'EACCES' }),
    'EACCES',
  ],
  [{ 'only-device': ['c2', 'lo'] }, 'none', alone, {}, 'false'],

  [{ received: ['c1', 500] }, 'as much', began, came(['eth0', 500]), 'true'],
  [{ received: ['c1', 500] }, 'less', began, came(['eth0', 499]), 'false'],
  [{ received: ['c1', 500] }, 'by two', began, came(['eth0', 250], ['eth1', 250]), 'true'],
  [{ received: ['c1', 500] }, 'from itself', began, came(['lo', 500]), 'false'],
  [{ received: ['c1', 500] }, 'before the step began', alone, came(['eth0', 500]), 'false'],
  [{ received: ['c1', 500] }, 'by who had the network', joined, came(['eth0', 500]), 'false'],
  [{ received: ['c1', 500] }, 'by the host', ofHost, came(['eth0', 500]), 'false'],
  [
    { received: ['c1', 500] },
    'it may not be read',
    began,
    counts({ network: null, unreadable: { network: 'EACCES' } }),
    'EACCES',
  ],
  [
    { received: ['c1', 500] },
    'in an older recording',
    began,
    counts({ network: null }),
    'not-in-recording',
  ],
  [{ received: ['c2', 500] }, 'none', began, {}, 'false'],

  [{ firewall: 'c1' }, 'a rule', both, network(table(1)), 'true'],
  [{ firewall: 'c1' }, 'a chain without one', both, network(table(0)), 'false'],
  [{ firewall: 'c1' }, 'no table', both, network({}), 'false'],
  [{ firewall: 'c1' }, 'of the older iptables', both, network(table(null)), 'older-iptables'],
  [
    { firewall: 'c1' },
    'it may not be read',
    both,
    network({ firewall: null }, { firewall: 'EPERM' }),
    'EPERM',
  ],
  [{ firewall: 'c2' }, 'none', alone, {}, 'false'],
])('%j: %s', (predicate, _what, snapshot, answers, expected) => {
  expect(said(predicate, snapshot, answers)).toBe(expected);
});

describe('what shows it', () => {
  it.each<[Predicate, Answers, string, string]>([
    [
      { listens: ['c1', 80] },
      network({ listening: [socket(80), socket(22)] }),
      'sudo nsenter -t 1100 --net ss -lntup',
      'tcp 0.0.0.0:80',
    ],
    [
      { reaches: [':host', 'c1', 'tcp', 80] },
      verdict('no'),
      'nsview reach :host c1 --protocol tcp --port 80',
      'no',
    ],
    [
      { 'only-device': ['c1', 'lo'] },
      network({ devices: [device('lo'), device('eth0')] }),
      'sudo nsenter -t 1100 --net ip -d addr',
      'lo eth0',
    ],
    [
      { received: ['c1', 500] },
      came(['lo', 0], ['eth0', 656]),
      `awk '/:/ && !/lo:/ {print $1, $2, "bytes", $3, "packets"}' /proc/1100/net/dev`,
      'eth0: 656 bytes 3 packets',
    ],
    [
      { firewall: 'c1' },
      network(table(2)),
      'sudo nsenter -t 1100 --net nft list ruleset',
      'ip filter INPUT: 2',
    ],
  ])('%j', (predicate, answers, command, value) => {
    expect(shown(predicate, both, answers)).toMatchObject({ command, value });
  });

  it('of what came in, how much did since the step began, but by loopback', () => {
    const devices = came(['lo', 9], ['eth0', 656]);
    expect(shown({ received: ['c1', 500] }, began, devices).grown).toBe(656);
    expect(shown({ received: ['c1', 500] }, joined, devices).grown).toBe(0);
    expect(shown({ firewall: 'c1' }, began, network(table(1))).grown).toBeNull();
  });
});
