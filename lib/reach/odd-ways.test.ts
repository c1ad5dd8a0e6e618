import { describe, expect, it } from 'vitest';
import { Fields } from '../netlink/fields';
import type { Endpoint } from './endpoint';
import {
  ask,
  at,
  end,
  host,
  HOST,
  LIMIT,
  listens,
  member,
  sendTo,
  verdict,
} from './fixtures/one-bridge';
import { device, idOf, network, own, prefixes, route, rule } from './fixtures/sample-network';
import type { Network } from './network';

/* Ways that go wrong where few look, and what is not known of them. */

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

describe('a network that has the address of who calls as well', () => {
  const twin = (change: Partial<Network> = {}) => {
    const { devices, routes, ...rest } = member(2, { listening: [listens('0.0.0.0')] });
    const also = device(3, 'dup0', { addresses: prefixes('172.17.0.2/32') });
    return {
      ...{ ...rest, devices: new Map([...devices, [3, also]]) },
      routes: { 4: [own('172.17.0.2'), ...routes[4]], 6: [] },
      ...change,
    };
  };

  it('does not take what comes from there', () => {
    expect(ask([member(1), twin(), host()])).toMatchObject({
      verdict: 'no',
      last: { code: 'rp-filter' },
    });
  });

  it('may be told to take it, which is not known, where its answer would go there', () => {
    const rules = { 4: [rule(0, 254), rule(1, 255)], 6: [] };
    expect(ask([member(1), twin({ rules }), host()])).toMatchObject({
      verdict: 'unknown',
      last: { code: 'route-rule', what: 'accept_local' },
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

describe('what routes go by', () => {
  it.each([
    // All that was there is taken away, and a 1 written.
    ['MARK', [1, 0xffffffff]],
    // What the connection was given, which is not known.
    ['CONNMARK', [0, 0xffffffff, 0xffffffff, 2 << 16]],
  ])('what rules write on packets of the network itself: %s', (name, words) => {
    const told = new Map([
      [1, new Fields(new TextEncoder().encode(name))],
      [2, new Fields(Uint8Array.of(0, 0, 0, 2))],
      [3, new Fields(new Uint8Array(new Uint32Array(words).buffer))],
    ]);
    const chains = at('output', [{ name: 'target', told }]);
    const one = member(1, { chains });
    expect(ask([one, member(2), host()]).verdict).toBe('yes');
    const marked = rule(100, 254, { conditions: ['fwmark 0x1'] });
    const rules = { 4: [...one.rules[4], marked], 6: [] };
    expect(ask([{ ...one, rules }, member(2), host()])).toMatchObject({
      verdict: 'unknown',
      last: { code: 'route-rule', what: 'fwmark' },
    });
  });

  it('who answers for others may have any address', () => {
    const conf = { index: 2, forwarding: true, rpFilter: 0, proxies: true };
    const middle = host({ conf: { 4: new Map([[2, conf]]), 6: new Map() } });
    const away = network(3, [device(2, 'eth0', { addresses: prefixes('172.17.0.9/16') })]);
    const to: Endpoint = { ...end(2), network: idOf(3) };
    expect(ask([member(1), member(2), away, middle], { to })).toMatchObject({
      verdict: 'unknown',
      last: { code: 'several-ways' },
    });
    expect(ask([member(1), member(2), away, host()], { to }).verdict).toBe('no');
  });

  it('settings that are not told', () => {
    const to: Endpoint = { ...end(2), network: idOf(3) };
    const far = network(3, [device(2, 'eth0', { addresses: prefixes('10.9.9.9/16') })]);
    const routes = { 4: [own('172.17.0.1'), route('10.0.0.0/8')], 6: [] };
    const middle = host({ routes, conf: { 4: new Map(), 6: new Map() } });
    expect(ask([member(1), member(2), far, middle], { to })).toMatchObject({
      verdict: 'unknown',
      last: { code: 'unread', what: 'conf4' },
    });
  });
});

it('ends after so many rules', () => {
  const many = Array.from({ length: 20_000 }, () => [LIMIT]);
  const [chain] = at('forward', []).values();
  if (chain === undefined) throw new Error('no chain');
  const chains = new Map([['any', { ...chain, rules: many }]]);
  const told = ask([member(1), member(2), host({ chains, bridgesCall: { 4: true, 6: true } })]);
  expect([told.verdict, told.last?.code]).toEqual(['unknown', 'too-many']);
});

describe('where there is much, or more than one', () => {
  it('more addresses than are tried: it may be one of the others', () => {
    const many = Array.from({ length: 9 }, (_, nth) => `10.0.0.${String(nth + 1)}/32`);
    const eth0 = device(2, 'eth0', { addresses: prefixes(...many) });
    const mute = member(1, { routes: { 4: [own('172.17.0.2')], 6: [] } });
    expect(ask([mute, network(2, [eth0]), host()])).toMatchObject({
      verdict: 'unknown',
      // Why none of the first was reached stays told.
      codes: ['no-route', 'too-many'],
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

it('whose the socket of a published port is, is not told: it may pass it on', () => {
  const up = device(3, 'up0', { addresses: prefixes('192.0.2.1/24') });
  const out = route('default', { hops: [{ via: '192.0.2.2', device: 3 }] });
  const routes = { 4: [own('192.0.2.1'), route('172.17.0.0/16'), out], 6: [] };
  const published = [
    { protocol: 'tcp' as const, port: 80, hostAddress: '0.0.0.0', hostPort: 8080 },
  ];
  const calls = (pids: number[]) => {
    const listening = [{ ...listens('0.0.0.0'), port: 8080, pids }];
    const middle = host({ routes, listening });
    const devices = new Map([...middle.devices, [3, up]]);
    return ask([member(1), member(2), { ...middle, devices }], {
      from: { is: 'outside', network: idOf(HOST) },
      to: { is: 'container', network: idOf(2), published, untold: false },
      port: 80,
    });
  };
  expect(calls([])).toMatchObject({
    verdict: 'unknown',
    last: { code: 'unread', what: 'processes' },
  });
  expect(calls([7])).toMatchObject({ verdict: 'no', last: { code: 'elsewhere' } });
});
