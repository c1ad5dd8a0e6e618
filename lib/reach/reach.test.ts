import { describe, expect, it } from 'vitest';
import type { Listening } from '../inside/net';
import { Fields } from '../netlink/fields';
import type { NftExpression } from '../netlink/nftables';
import type { Endpoint } from './endpoint';
import {
  ask,
  at,
  end,
  forward,
  gateway,
  host,
  HOST,
  LIMIT,
  listens,
  member,
  sendTo,
  verdict,
} from './fixtures/one-bridge';
import { device, idOf, network, own, prefixes, route } from './fixtures/sample-network';
import type { Network } from './network';
import type { ReachQuestion } from './question';
import { NeedsNetwork } from './wires';

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

describe('an answer', () => {
  const WEB = [172, 17, 0, 3];
  const asHost: Endpoint = { is: 'host', network: idOf(HOST) };
  const all = (change: Partial<Network>, to = WEB) => [
    member(1, { listening: [listens('0.0.0.0')] }),
    member(2, { listening: [listens('0.0.0.0')] }),
    host({ chains: at('prerouting', sendTo(to, 80), { type: 'nat' }), ...change }),
  ];
  const toHost = { to: asHost, port: 81 };

  it('that comes from another address than was called is not taken', () => {
    // Over the bridge it comes from the container itself.
    expect(ask(all({}), toHost)).toMatchObject({
      verdict: 'no',
      last: { code: 'elsewhere', address: '172.17.0.3' },
    });
    const seen = all({ bridgesCall: { 4: true, 6: true } });
    expect(ask(seen, toHost).verdict).toBe('yes');
  });

  it('is not given by who hears that it was itself that called', () => {
    expect(ask(all({}, [172, 17, 0, 2]), toHost)).toMatchObject({
      verdict: 'no',
      last: { code: 'rp-filter', device: 'eth0' },
    });
  });
});

describe('what a bridge does with what comes from its host', () => {
  const fromHost = { from: { is: 'host' as const, network: idOf(HOST) } };
  it.each<[string, Network, string, string]>([
    ['a program at its port', host({}, { program: 'tc' }), 'unknown', 'program'],
    [
      'a port that is blocked',
      host({}, { port: { forwarding: false, isolated: false } }),
      'no',
      'port-blocks',
    ],
    [
      'its own rules as it leaves',
      host({ chains: at('postrouting', [verdict(0)], { family: 'bridge' }) }),
      'no',
      'dropped',
    ],
  ])('%s', (_, middle, expected, code) => {
    const told = ask([member(1), member(2), middle], fromHost);
    expect([told.verdict, told.last?.code]).toEqual([expected, code]);
  });
});

describe('rules that are seldom written', () => {
  it('at a device, of the family inet', () => {
    const chains = at('ingress', [verdict(0)], { family: 'inet' });
    expect(ask([member(1), member(2, { chains }), host()])).toMatchObject({
      verdict: 'unknown',
      last: { code: 'rule', chain: 'netdev' },
    });
  });

  it('of nat are not asked again by what a network sends to itself', () => {
    const chains = at('prerouting', sendTo([9, 9, 9, 9], 80), { type: 'nat' });
    const itself = member(2, { chains, listening: [listens('0.0.0.0')] });
    const routes = { 4: [...itself.routes[4], own('127.0.0.1')], 6: [] };
    const told = ask([{ ...itself, routes }], { from: end(2), port: 80 });
    expect(told.verdict).toBe('yes');
  });
});

describe('where there is much, or more than one', () => {
  it('more addresses than are tried: it may be one of the others', () => {
    const many = Array.from({ length: 9 }, (_, nth) => `10.0.0.${String(nth + 1)}/32`);
    const eth0 = device(2, 'eth0', { addresses: prefixes(...many) });
    const mute = member(1, { routes: { 4: [own('172.17.0.2')], 6: [] } });
    expect(ask([mute, network(2, [eth0]), host()])).toMatchObject({
      verdict: 'unknown',
      last: { code: 'too-many' },
    });
  });

  it('an address of a device that is down counts', () => {
    const down = device(2, 'eth0', { up: false, addresses: prefixes('172.17.0.3/16') });
    expect(ask([member(1), network(2, [down]), host()]).last?.code).not.toBe('no-address');
  });

  it('routes to parts of outside: which part is meant is not known', () => {
    const routes = { 4: [route('0.0.0.0/1'), route('128.0.0.0/1')], 6: [] };
    const from: Endpoint = { is: 'outside', network: idOf(HOST) };
    const told = ask([member(1), member(2), host({ routes })], {
      from,
      to: { is: 'host', network: idOf(HOST) },
    });
    expect([told.verdict, told.last?.code]).toEqual(['unknown', 'several-ways']);
  });

  it('a port of somebody outside is asked for', () => {
    const chains = at('output', [LIMIT, verdict(0)]);
    const routes = { 4: [own('172.17.0.1'), route('default')], 6: [] };
    expect(
      ask([host({ chains, routes })], {
        from: { is: 'host', network: idOf(HOST) },
        to: { is: 'outside', network: idOf(HOST) },
        port: 25,
      }).told[0],
    ).toMatchObject({ code: 'sends', port: 25 });
  });
});
