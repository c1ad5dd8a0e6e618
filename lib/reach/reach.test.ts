import { describe, expect, it } from 'vitest';
import type { Listening } from '../inside/net';
import type { NetConf } from '../netlink/netconf';
import type { NftExpression } from '../netlink/nftables';
import { Fields } from '../netlink/fields';
import type { Endpoint } from './endpoint';
import { device, idOf, network, own, prefixes, route } from './fixtures/sample-network';
import { keyOf, type Chain, type Device, type Network } from './network';
import type { ReachQuestion } from './question';
import { reach } from './reach';
import { NeedsNetwork } from './wires';

/* Two containers, 1 and 2, on one bridge of the host's, 9. */

const HOST = 9;

function member(number: number, change: Partial<Network> = {}): Network {
  const address = `172.17.0.${String(number + 1)}`;
  const eth0 = device(2, 'eth0', {
    addresses: prefixes(`${address}/16`),
    peer: { namespace: idOf(HOST), index: 10 + number },
  });
  return network(number, [eth0], {
    routes: { 4: [own(address), route('172.17.0.0/16'), gateway('172.17.0.1')], 6: [] },
    ...change,
  });
}

const gateway = (via: string) => route('default', { hops: [{ via, device: 2 }] });

function host(change: Partial<Network> = {}, ports: Partial<Device> = {}): Network {
  const bridge = device(2, 'docker0', {
    kind: 'bridge',
    addresses: prefixes('172.17.0.1/16'),
    bridge: { vlanFiltering: false, callsFirewall: { 4: false, 6: false } },
  });
  const port = (number: number) =>
    device(10 + number, `veth${String(number)}`, {
      master: 2,
      port: { forwarding: true, isolated: false },
      peer: { namespace: idOf(number), index: 2 },
      ...ports,
    });
  const conf: NetConf[] = [{ index: 2, forwarding: true, rpFilter: 0 }];
  return network(HOST, [bridge, port(1), port(2)], {
    routes: { 4: [own('172.17.0.1'), route('172.17.0.0/16')], 6: [] },
    conf: { 4: new Map(conf.map((each) => [each.index, each])), 6: new Map() },
    ...change,
  });
}

const listens = (address: string): Listening => ({
  ...{ protocol: 'tcp', address, port: 80, device: null, v6Only: null, pids: [7], outside: false },
});

const end = (number: number): Endpoint => ({
  ...{ is: 'container', network: idOf(number), published: [] },
});

function ask(networks: Network[], change: Partial<ReachQuestion> = {}) {
  const question = { from: end(1), to: end(2), protocol: 'tcp' as const, port: null, ...change };
  const { verdict, hops, changes } = reach(question, {
    networks: new Map(networks.map((each) => [each.id, each])),
    borders: new Set([idOf(HOST)]),
    processes: new Map([[7, { comm: 'nc', args: null }]]),
  });
  return { verdict, last: hops.at(-1)?.says, codes: hops.map(({ says }) => says.code), changes };
}

/** A chain through which everything goes that is sent on, with one rule. */
function forward(rule: NftExpression[], policy: 'accept' | 'drop' = 'accept'): Partial<Network> {
  const base = { hook: 'forward', priority: 0, type: 'filter', policy };
  const chain: Chain = { family: 'ip', table: 'filter', name: 'any', base, rules: [rule] };
  return {
    chains: new Map([[keyOf('ip', 'filter', 'any'), chain]]),
    bridgesCall: { 4: true, 6: true },
  };
}
const LIMIT: NftExpression = { name: 'limit', told: new Map() };
/** A verdict as the kernel writes it: 0 drops, 1 accepts. */
const verdict = (code: number): NftExpression => {
  const nested = (type: number, value: number[]) => [value.length + 4, 0, type, 0, ...value];
  const data = nested(2, nested(1, [0, 0, 0, code]));
  return { name: 'immediate', told: new Map([[2, new Fields(Uint8Array.from(data))]]) };
};

describe('on one bridge', () => {
  it('they get through, and the answer does', () => {
    const told = ask([member(1), member(2), host()]);
    expect(told.verdict).toBe('yes');
    const way = ['bridge', 'wire', 'arrives'];
    expect(told.codes).toEqual(['sends', ...way, 'answers', ...way, 'accepted']);
  });

  it('the networks on the way are asked for, one after the other', () => {
    const networks: Network[] = [];
    const order: unknown[] = [];
    const all = [member(1), member(2), host()];
    for (;;) {
      try {
        expect(ask(networks).verdict).toBe('yes');
        break;
      } catch (error) {
        if (!(error instanceof NeedsNetwork)) throw error;
        order.push(error.id);
        networks.push(...all.filter(({ id }) => id === error.id));
      }
    }
    expect(order).toEqual([idOf(2), idOf(1), idOf(HOST)]);
  });

  it.each<[string, Network, string, string]>([
    [
      'ports that are kept apart',
      host({}, { port: { forwarding: true, isolated: true } }),
      'no',
      'isolated',
    ],
    [
      'a port that is blocked',
      host({}, { port: { forwarding: false, isolated: false } }),
      'no',
      'port-blocks',
    ],
    ['a program at a port', host({}, { program: 'xdp' }), 'unknown', 'program'],
    ['a port that is down', host({}, { up: false }), 'no', 'nobody-has'],
    [
      'rules that are not read',
      { ...host(), older: { 4: true, 6: false }, bridgesCall: { 4: true, 6: true } },
      'unknown',
      'older',
    ],
  ])('%s', (_, middle, expected, code) => {
    const told = ask([member(1), member(2), middle]);
    expect([told.verdict, told.last?.code]).toEqual([expected, code]);
  });

  it('somebody has to listen at the port, where one is asked for', () => {
    const at = (listening: Listening[]) =>
      ask([member(1), member(2, { listening }), host()], { port: 80 });
    expect(at([listens('0.0.0.0')])).toMatchObject({ verdict: 'yes' });
    expect(at([listens('172.17.0.3')])).toMatchObject({ verdict: 'yes' });
    expect(at([{ ...listens('::'), protocol: 'tcp6', v6Only: false }]).verdict).toBe('yes');
    for (const deaf of [
      [],
      [listens('127.0.0.1')],
      [{ ...listens('0.0.0.0'), port: 81 }],
      [{ ...listens('0.0.0.0'), device: 'eth1' }],
      [{ ...listens('::'), protocol: 'tcp6' as const, v6Only: true }],
      [{ ...listens('0.0.0.0'), protocol: 'udp' as const }],
    ]) {
      const told = at(deaf);
      expect([told.verdict, told.last?.code]).toEqual(['no', 'nobody-listens']);
      expect(told.changes).toEqual([{ code: 'listen', port: 80 }]);
    }
  });

  it('without a route there is no way, and to nobody none either', () => {
    const mute = member(1, { routes: { 4: [own('172.17.0.2')], 6: [] } });
    expect(ask([mute, member(2), host()]).last).toMatchObject({ code: 'no-route' });
    const bare = network(2, []);
    expect(ask([member(1), bare, host()])).toMatchObject({
      ...{ verdict: 'no', codes: ['no-address'], changes: [{ code: 'join-network' }] },
    });
  });

  it('the answer may find no way', () => {
    const mute = member(2, { routes: { 4: [own('172.17.0.3')], 6: [] } });
    const told = ask([member(1), mute, host()]);
    expect([told.verdict, told.last?.code]).toEqual(['no', 'no-route']);
    expect(told.codes).toContain('arrives');
  });

  it('nobody who is seen at the other end: it cannot be told', () => {
    const unseen = member(1);
    const eth0 = unseen.devices.get(2);
    if (eth0 === undefined) throw new Error('no eth0');
    const devices = new Map([
      ...unseen.devices,
      [2, { ...eth0, peer: { namespace: null, index: 4 } }],
    ]);
    expect(ask([{ ...unseen, devices }, member(2), host()])).toMatchObject({
      verdict: 'unknown',
      last: { code: 'unseen-end', device: 'eth0' },
    });
  });
});

describe('rules on the way', () => {
  it('decide, or a policy does', () => {
    const dropping = ask([member(1), member(2), host(forward([verdict(0)]))]);
    expect(dropping).toMatchObject({
      verdict: 'no',
      last: { code: 'dropped', chain: 'ip filter any', rule: 1 },
      changes: [{ code: 'join-network' }, { code: 'allow', chain: 'ip filter any', rule: 1 }],
    });
    expect(ask([member(1), member(2), host(forward([verdict(1)], 'drop'))]).verdict).toBe('yes');
    expect(ask([member(1), member(2), host(forward([], 'drop'))]).last).toMatchObject({
      code: 'dropped-by-policy',
    });
  });

  it('are not asked where bridges do not call them', () => {
    const rules = forward([verdict(0)]);
    const uncalled = { ...rules, bridgesCall: { 4: false, 6: false } };
    expect(ask([member(1), member(2), host(uncalled)]).verdict).toBe('yes');
  });

  it('that go by what cannot be known are tried both ways', () => {
    const some = ask([member(1), member(2), host(forward([LIMIT, verdict(0)]))]);
    expect(some).toMatchObject({
      verdict: 'unknown',
      last: { code: 'rule', chain: 'ip filter any', rule: 1, what: 'limit' },
      changes: [],
    });
    // It makes no difference here.
    expect(ask([member(1), member(2), host(forward([LIMIT, verdict(1)]))]).verdict).toBe('yes');
    expect(ask([member(1), member(2), host(forward([LIMIT, verdict(0)], 'drop'))]).verdict).toBe(
      'no',
    );
  });

  it('know an answer for what it is', () => {
    const info = new Uint8Array(160);
    const view = new DataView(info.buffer);
    // XT_CONNTRACK_STATE, and of the states ESTABLISHED.
    view.setUint16(146, 1, true);
    view.setUint16(150, 2, true);
    const established: NftExpression = {
      name: 'match',
      told: new Map([
        [1, new Fields(new TextEncoder().encode('conntrack'))],
        [2, new Fields(Uint8Array.of(0, 0, 0, 3))],
        [3, new Fields(info)],
      ]),
    };
    const told = ask([member(1), member(2), host(forward([established, verdict(0)]))]);
    expect([told.verdict, told.last?.code]).toEqual(['no', 'dropped']);
    expect(told.codes).toContain('answers');
  });

  it('that are not understood are named', () => {
    const odd: NftExpression = { name: 'synproxy', told: new Map() };
    expect(ask([member(1), member(2), host(forward([odd]))])).toMatchObject({
      verdict: 'unknown',
      last: { code: 'rule', chain: 'ip filter any', rule: 1, what: 'synproxy' },
    });
  });
});

describe('from outside', () => {
  const outside: Endpoint = { is: 'outside', network: idOf(HOST) };
  const published = [
    { protocol: 'tcp' as const, port: 80, hostAddress: '0.0.0.0', hostPort: 8080 },
  ];
  const to = (ports: typeof published | null): Partial<ReachQuestion> => ({
    ...{ from: outside, to: { is: 'container', network: idOf(2), published: ports }, port: 80 },
  });
  const all = [member(1), member(2), host()];

  it.each<[string, Partial<ReachQuestion>, object]>([
    ['what is not published', to([]), { verdict: 'no', codes: ['not-published'] }],
    ['what is, of a host without a way out', to(published), { verdict: 'no', codes: ['no-route'] }],
    ['what is not told', to(null), { verdict: 'unknown', codes: ['unread'] }],
  ])('%s', (_, question, expected) => {
    expect(ask(all, question)).toMatchObject(expected);
  });
});
