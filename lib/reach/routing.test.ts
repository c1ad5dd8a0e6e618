import { describe, expect, it } from 'vitest';
import { parseAddress, textOf } from './address';
import { device, LOOPBACK, network, own, prefixes, route, rule } from './fixtures/sample-network';
import type { Network } from './network';
import { wayFrom } from './routing';
import { Lost, Unknown } from './said';

const eth0 = device(2, 'eth0', { addresses: prefixes('172.17.0.2/16', '10.9.0.1/24') });
const eth1 = device(3, 'eth1', { addresses: prefixes('10.1.0.2/24') });
const by = (index: number, via: string | null = null) => ({ hops: [{ via, device: index }] });

function wayTo(to: string, change: Partial<Network>, source: string | null = null, mark = 0) {
  const of = network(1, [eth0, eth1], change);
  const destination = parseAddress(to) ?? [];
  const way = wayFrom(of, {
    packet: { family: 4, destination, mark },
    source: source === null ? null : parseAddress(source),
    in: null,
  });
  if (way.is === 'local') return 'itself';
  const from = way.source === null ? 'nobody' : textOf(way.source);
  return `${way.device.name} to ${String(textOf(way.next))} from ${String(from)}`;
}
const routes = (...each: Network['routes'][4][number][]) => ({ routes: { 4: each, 6: [] } });

describe('where a network sends to', () => {
  const usual = routes(
    own('172.17.0.2'),
    route('127.0.0.0/8', { type: 'local', table: 255, ...by(LOOPBACK.index) }),
    route('default', by(2, '172.17.0.1')),
    route('172.17.0.0/16'),
    route('10.1.0.0/24', by(3)),
    route('10.1.0.0/16', { ...by(2), metric: 5 }),
  );
  it.each([
    ['172.17.0.2', 'itself'],
    ['127.8.8.8', 'itself'],
    ['172.17.3.4', 'eth0 to 172.17.3.4 from 172.17.0.2'],
    ['8.8.8.8', 'eth0 to 172.17.0.1 from 172.17.0.2'],
    // The narrowest, whatever its metric is.
    ['10.1.0.9', 'eth1 to 10.1.0.9 from 10.1.0.2'],
    ['10.1.9.9', 'eth0 to 10.1.9.9 from 172.17.0.2'],
  ])('%s: %s', (to, expected) => {
    expect(wayTo(to, usual)).toBe(expected);
  });

  it('by the lowest metric of equals, from the address that it says', () => {
    const two = routes(
      route('default', { ...by(2), metric: 20 }),
      route('default', { ...by(3), metric: 10, source: '10.9.0.1' }),
    );
    expect(wayTo('8.8.8.8', two)).toBe('eth1 to 8.8.8.8 from 10.9.0.1');
  });

  it('nowhere where there is no route, or one that refuses', () => {
    expect(() => wayTo('8.8.8.8', routes(own('172.17.0.2')))).toThrow(Lost);
    const refusing = routes(route('default'), route('8.0.0.0/8', { type: 'blackhole', hops: [] }));
    expect(() => wayTo('8.8.8.8', refusing)).toThrow('refused-route');
    expect(wayTo('9.9.9.9', refusing)).toBe('eth0 to 9.9.9.9 from 172.17.0.2');
  });

  it('is unknown where one of several may be taken', () => {
    const hops = [
      { via: '172.17.0.1', device: 2 },
      { via: '10.1.0.1', device: 3 },
    ];
    expect(() => wayTo('8.8.8.8', routes(route('default', { hops })))).toThrow(Unknown);
    expect(() => wayTo('8.8.8.8', routes(route('default'), route('default', by(3))))).toThrow(
      'several-ways',
    );
  });
});

describe('rules choose the table', () => {
  const tables = routes(
    route('default', { table: 254, ...by(2) }),
    route('default', { table: 100, ...by(3) }),
    route('throw', { destination: '9.0.0.0/8', table: 100, type: 'throw', hops: [] }),
  );
  const under = (...rules: ReturnType<typeof rule>[]) => ({
    ...tables,
    rules: { 4: [rule(0, 255), rule(32_766, 254), ...rules], 6: [] },
  });
  const deviceOf = (way: string) => way.split(' ')[0];

  it('by where it comes from, the lowest number first', () => {
    const some = under(rule(50, 100, { from: '10.1.0.0/24' }));
    expect(deviceOf(wayTo('8.8.8.8', some, '10.1.0.2'))).toBe('eth1');
    expect(deviceOf(wayTo('8.8.8.8', some, '172.17.0.2'))).toBe('eth0');
    expect(deviceOf(wayTo('8.8.8.8', some))).toBe('eth0');
    const not = under(rule(50, 100, { from: '10.1.0.0/24', conditions: ['not'] }));
    expect(deviceOf(wayTo('8.8.8.8', not, '172.17.0.2'))).toBe('eth1');
  });

  it('goes on to the next where a route says so', () => {
    expect(deviceOf(wayTo('9.9.9.9', under(rule(50, 100))))).toBe('eth0');
    expect(deviceOf(wayTo('8.8.8.8', under(rule(50, 100))))).toBe('eth1');
  });

  it('by the mark, and by the narrowness of what is found', () => {
    const marked = under(rule(50, 100, { conditions: ['fwmark 0x1/0xff'] }));
    expect(deviceOf(wayTo('8.8.8.8', marked, null, 0x101))).toBe('eth1');
    expect(deviceOf(wayTo('8.8.8.8', marked, null, 0x102))).toBe('eth0');
    const wide = under(rule(50, 100, { conditions: ['suppress_prefixlength 0'] }));
    expect(deviceOf(wayTo('8.8.8.8', wide))).toBe('eth0');
  });

  it('refuses, or is not understood, where it is meant', () => {
    const refusing = under(rule(50, 100, { action: 'prohibit', table: null }));
    expect(() => wayTo('8.8.8.8', refusing)).toThrow(Lost);
    const odd = under(rule(50, 100, { conditions: ['uidrange 0-99'] }));
    expect(() => wayTo('8.8.8.8', odd)).toThrow(Unknown);
  });
});
