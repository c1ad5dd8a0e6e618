import { describe, expect, it } from 'vitest';
import type { Listening } from '../inside/net';
import { Fields } from '../netlink/fields';
import type { NftExpression } from '../netlink/nftables';
import type { Endpoint } from './endpoint';
import {
  ask,
  at,
  forward,
  host,
  HOST,
  LIMIT,
  listens,
  member,
  verdict,
} from './fixtures/one-bridge';
import { idOf, network, own } from './fixtures/sample-network';
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

  it('where it is not told which device a socket hears, that is not known either', () => {
    const at = (listening: Listening[], port: number | null) =>
      ask([member(1), member(2, { listening, unbound: 'EPERM' }), host()], { port });
    expect(at([listens('0.0.0.0')], 80)).toMatchObject({
      verdict: 'unknown',
      last: { code: 'unread', what: 'listening', why: 'EPERM' },
    });
    // Nobody listens, whatever device it were; and any port asks for nobody.
    expect(at([], 80)).toMatchObject({ verdict: 'no', last: { code: 'nobody-listens' } });
    expect(at([listens('0.0.0.0')], null).verdict).toBe('yes');
    // One that is told, as where another names its own.
    expect(at([{ ...listens('0.0.0.0'), device: 'eth0' }], 80).verdict).toBe('yes');
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
    // It hears a device whose name is not known.
    expect(at([{ ...listens('0.0.0.0'), device: '#7' }])).toMatchObject({
      verdict: 'unknown',
      last: { code: 'unread', what: 'listening' },
    });
  });

  it('who listens may not be told', () => {
    const asks = (change: Partial<Network>) =>
      ask([member(1), member(2, change), host()], { port: 80 });
    for (const change of [
      { unheard: { tcp: 'EACCES', udp: null } },
      { listening: [{ ...listens('::'), protocol: 'tcp6' as const }] },
    ]) {
      expect(asks(change)).toMatchObject({
        verdict: 'unknown',
        last: { code: 'unread', what: 'listening' },
      });
    }
    expect(asks({ unheard: { tcp: null, udp: 'EACCES' } }).verdict).toBe('no');
    const some = { listening: [listens('0.0.0.0')], unheard: { tcp: 'EACCES', udp: null } };
    expect(asks(some).verdict).toBe('yes');
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

  it('are told of the network that they are in, also those that a bridge calls', () => {
    expect(ask([member(1), member(2), host(forward([verdict(0)]))]).ends).toBe(idOf(HOST));
    const chains = at('output', [verdict(0)]);
    expect(ask([member(1, { chains }), member(2), host()]).ends).toBe(idOf(1));
    const input = at('input', [verdict(0)]);
    expect(ask([member(1), member(2, { chains: input }), host()]).ends).toBe(idOf(2));
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

  it.each<[string, Network[], string[], number]>([
    [
      'on the bridge',
      [member(1), member(2), host(forward([LIMIT, verdict(0)]))],
      ['sends', 'rule'],
      HOST,
    ],
    [
      'where it arrives',
      [member(1), member(2, { chains: at('input', [LIMIT, verdict(0)]) }), host()],
      ['sends', 'bridge', 'wire', 'rule'],
      2,
    ],
  ])('that may hold or not leave the way told up to them: %s', (_, networks, codes, where) => {
    const told = ask(networks);
    expect(told).toMatchObject({ verdict: 'unknown', codes, ends: idOf(where) });
    expect(told.last).toMatchObject({ rule: 1, what: 'limit' });
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
  const to = (ports: typeof published, untold = false): Partial<ReachQuestion> => ({
    ...{ from: outside, port: 80 },
    to: { is: 'container', network: idOf(2), published: ports, untold },
  });
  const all = [member(1), member(2), host()];

  it.each<[string, Partial<ReachQuestion>, object]>([
    ['what is not published', to([]), { verdict: 'no', codes: ['not-published'] }],
    ['what is, of a host without a way out', to(published), { verdict: 'no', codes: ['no-route'] }],
    [
      'what one told, and it may be published by another',
      to([{ protocol: 'tcp', port: 81, hostAddress: '0.0.0.0', hostPort: 8080 }], true),
      { verdict: 'unknown', codes: ['unread'] },
    ],
    ['what is not told', to([], true), { verdict: 'unknown', codes: ['unread'] }],
  ])('%s', (_, question, expected) => {
    expect(ask(all, question)).toMatchObject(expected);
  });
});
