import { describe, expect, it } from 'vitest';
import { addressesIn } from './address';
import { recorded } from './fixtures/answers';
import { linksIn } from './link';
import { forwardingIn } from './netconf';
import { elementQuestions, nftElementsIn, nftSetsIn } from './nft-sets';
import { nftChainsIn, nftRulesIn, nftTablesIn } from './nftables';
import { nsidIn } from './nsid';
import { routesIn } from './route';
import { rulesIn } from './rule';
import { listeningIn } from './socket';

/* What a real kernel answered: fixtures/README.md. */

it('devices', () => {
  const links = linksIn(recorded('links'));
  expect(links.map(({ index, name, kind }) => [index, name, kind])).toEqual([
    [1, 'lo', null],
    [2, 'eth0', 'veth'],
    [3, 'br0', 'bridge'],
    [4, 'inner', 'veth'],
    [5, 'port', 'veth'],
    [6, 'top', 'macvlan'],
    [7, 'e\u001b[31m', 'bridge'],
  ]);
  const named = new Map(links.map((link) => [link.name, link]));
  expect(named.get('lo')).toEqual({
    index: 1,
    name: 'lo',
    hardware: 772,
    flags: 0x10049,
    kind: null,
    mtu: 65536,
    mac: '00:00:00:00:00:00',
    operstate: 0,
    master: null,
    link: null,
    linkNetns: null,
    bridge: null,
    port: null,
    xdp: false,
  });
  expect(named.get('eth0')).toMatchObject({
    mac: '02:00:00:00:00:02',
    operstate: 6,
    link: 2,
    linkNetns: 0,
  });
  expect(named.get('port')).toMatchObject({ master: 3, link: 4, linkNetns: null });
  expect(named.get('top')).toMatchObject({ operstate: 2, link: 2, linkNetns: null });
});

it('addresses: its own, not the one at the other end', () => {
  const addresses = addressesIn(recorded('addresses'));
  expect(addresses.filter(({ address }) => !address.startsWith('fe80:'))).toEqual([
    { index: 1, family: 4, address: '127.0.0.1/8' },
    { index: 2, family: 4, address: '172.17.0.2/16' },
    { index: 2, family: 4, address: '10.9.8.7/32' },
    { index: 1, family: 6, address: '::1/128' },
    { index: 2, family: 6, address: 'fd00::2/64' },
  ]);
});

describe('routes', () => {
  const four = routesIn(recorded('routes4'), 4);
  const six = routesIn(recorded('routes6'), 6);
  it.each([
    ['default', 254, { hops: [{ via: '172.17.0.1', device: 2 }], type: 'unicast', metric: null }],
    ['default', 100, { hops: [{ via: '172.17.0.7', device: 2 }], metric: 5 }],
    ['10.5.0.0/16', 1000, { hops: [{ via: null, device: 2 }] }],
    ['10.66.0.0/16', 254, { hops: [], type: 'blackhole' }],
    ['10.77.0.0/16', 254, { hops: [{ via: 'fd00::1', device: 2 }] }],
    ['172.17.0.2', 255, { type: 'local' }],
    [
      '10.1.0.0/16',
      254,
      {
        hops: [
          { via: '172.17.0.1', device: 2 },
          { via: '172.17.0.9', device: 2 },
        ],
      },
    ],
  ])('of IPv4: %s in table %i', (to, within, expected) => {
    const found = four.find(({ destination, table }) => destination === to && table === within);
    expect(found).toMatchObject({ family: 4, from: null, ...expected });
  });

  it.each([
    ['default', { hops: [{ via: 'fd00::1', device: 2 }], metric: 1024 }],
    ['fd66::/16', { type: 'unreachable' }],
    ['fd88::/16', { from: 'fd00::/64' }],
    ['fd77::/16', { hops: [{ via: 'fd00::1' }, { via: 'fd00::3' }] }],
  ])('of IPv6: %s', (to, expected) => {
    expect(six.find(({ destination }) => destination === to)).toMatchObject({
      family: 6,
      table: 254,
      ...expected,
    });
  });

  it('are of the family asked for alone', () => {
    expect(routesIn(recorded('routes4'), 6)).toEqual([]);
  });
});

it('rules of IPv4, each with all that it demands', () => {
  const rule = { family: 4, from: 'all', to: null, conditions: [], action: 'lookup' };
  expect(rulesIn(recorded('rules4'), 4)).toEqual([
    { ...rule, priority: 0, table: 255 },
    {
      ...rule,
      priority: 47,
      conditions: ['goto 32766', 'uidrange 0-99', 'sport 53'],
      action: 'goto',
      table: null,
    },
    { ...rule, priority: 48, conditions: ['suppress_prefixlength 0'], table: 254 },
    {
      ...rule,
      priority: 49,
      to: '10.0.0.0/8',
      conditions: ['ipproto tcp', 'dport 80-90'],
      table: 1000,
    },
    {
      ...rule,
      priority: 50,
      conditions: ['not', 'iif eth0', 'fwmark 0x1/0xff'],
      action: 'prohibit',
      table: null,
    },
    { ...rule, priority: 32765, from: '172.17.0.0/16', table: 100 },
    { ...rule, priority: 32766, table: 254 },
    { ...rule, priority: 32767, table: 253 },
  ]);
});

it('rules of IPv6', () => {
  expect(rulesIn(recorded('rules6'), 6)).toMatchObject([
    { family: 6, priority: 0, table: 255 },
    { family: 6, priority: 32765, from: 'fd00::/64', table: 100 },
    { family: 6, priority: 32766, table: 254 },
  ]);
  expect(rulesIn(recorded('rules6'), 4)).toEqual([]);
});

it('whether it forwards', () => {
  expect(forwardingIn(recorded('netconf4'))).toBe(false);
  expect(forwardingIn(recorded('netconf6'))).toBe(true);
});

it('the number of another network', () => {
  expect(nsidIn(recorded('nsid'))).toBe(0);
});

it('sockets that wait', () => {
  expect(listeningIn(recorded('tcp'), 'tcp')).toMatchObject([
    { protocol: 'tcp', address: '0.0.0.0', port: 80, device: null, v6Only: null },
  ]);
  expect(listeningIn(recorded('tcp6'), 'tcp6')).toMatchObject([
    { address: 'fd00::2', port: 8080, v6Only: true },
  ]);
  expect(listeningIn(recorded('udp6'), 'udp6')).toMatchObject([
    { address: '::', port: 53, v6Only: false },
  ]);
});

describe('the firewall', () => {
  it('tables, one of them put to sleep', () => {
    expect(nftTablesIn(recorded('nftTables'))).toEqual([
      { family: 'inet', name: 'guard', dormant: true },
      { family: 'netdev', name: 'early', dormant: false },
      { family: 'ip', name: 'filter', dormant: false },
      { family: 'ip', name: 'nat', dormant: false },
    ]);
  });

  it('chains, with what makes packets come into them', () => {
    const chains = nftChainsIn(recorded('nftChains'));
    expect(chains).toContainEqual({
      family: 'inet',
      table: 'guard',
      name: 'in',
      base: { hook: 'input', priority: -5, type: 'filter', policy: 'drop' },
    });
    expect(chains).toContainEqual({ family: 'inet', table: 'guard', name: 'more', base: null });
    expect(chains).toContainEqual({
      family: 'netdev',
      table: 'early',
      name: 'first',
      base: { hook: 'ingress', priority: 7, type: 'filter', policy: 'accept' },
    });
    expect(chains).toContainEqual({
      family: 'ip',
      table: 'nat',
      name: 'POSTROUTING',
      base: { hook: 'postrouting', priority: 100, type: 'nat', policy: 'accept' },
    });
  });

  it('sets and maps, and what is in them', () => {
    const guard = { family: 'inet', table: 'guard' };
    const kind = { parts: [], ranges: false, growing: false };
    expect(nftSetsIn(recorded('nftSets'))).toEqual([
      { ...guard, name: 'ports', keyLength: 2, ...kind, ranges: true },
      { ...guard, name: 'pairs', keyLength: 8, ...kind, ranges: true, parts: [4, 2] },
      { ...guard, name: 'grows', keyLength: 4, ...kind, growing: true },
      { ...guard, name: 'fates', keyLength: 2, ...kind },
    ]);
    expect(elementQuestions(recorded('nftSets'))).toHaveLength(4);
    const told = nftElementsIn(recorded('nftElements'));
    const of = (name: string) =>
      told
        .filter((each) => each.name === name)
        .flatMap(({ elements }) => elements)
        .map(({ key, last, isEnd, isRest, data, isOdd }) => [
          ...[[...key].join(' '), last === null ? null : [...last].join(' ')],
          ...[isEnd, isRest, data !== null, isOdd],
        ]);
    expect(of('ports')).toEqual(
      expect.arrayContaining([
        ['0 22', null, false, false, false, false],
        ['0 23', null, true, false, false, false],
        ['0 80', null, false, false, false, false],
        ['0 91', null, true, false, false, false],
      ]),
    );
    expect(of('pairs')).toEqual([
      ['10 1 0 0 0 80 0 0', '10 1 255 255 0 90 0 0', false, false, false, false],
    ]);
    expect(of('grows')).toEqual([]);
    expect(of('fates')).toEqual([
      ['0 22', null, false, false, true, false],
      ['', null, false, true, true, false],
    ]);
  });

  it('rules, each in its chain', () => {
    const places = nftRulesIn(recorded('nftRules'));
    expect(places.map(({ family, table, chain }) => `${family} ${table} ${chain}`).sort()).toEqual([
      'inet guard in',
      'inet guard in',
      'inet guard more',
      'ip filter FORWARD',
      'ip nat POSTROUTING',
    ]);
  });
});
