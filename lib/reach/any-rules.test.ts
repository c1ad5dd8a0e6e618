import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { recorded } from '../netlink/fixtures/answers';
import { Fields } from '../netlink/fields';
import { nftWholeRulesIn } from '../netlink/nftables';
import { NetlinkParseError } from '../netlink/parse-error';
import { parseAddress } from './address';
import { device, network, own, prefixes } from './fixtures/sample-network';
import type { Packet } from './packet';
import type { Place } from './place';
import { outcomeOf } from './rule';
import { Unknown } from './said';
import { xtMatches } from './xt-match';
import { xtTarget } from './xt-target';

/* No rule makes us throw anything but that it is not understood. */

const packet = (): Packet => ({
  ...{ family: 4, protocol: 'tcp', sourcePort: null, port: 80, reply: false, mark: 0 },
  source: parseAddress('172.17.0.2') ?? [],
  destination: parseAddress('172.17.0.3') ?? [],
});
const eth0 = device(2, 'eth0', { addresses: prefixes('172.17.0.3/16') });
const place = (decide: Place['decide']): Place => ({
  ...{ network: network(1, [eth0], { routes: { 4: [own('172.17.0.3')], 6: [] } }) },
  ...{ hook: 'forward', in: eth0, out: eth0, packet: packet(), state: 'new', decide },
  budget: { left: 1000 },
});

function outcome(run: () => unknown): string {
  try {
    run();
    return 'told';
  } catch (error) {
    const known = error instanceof Unknown || error instanceof NetlinkParseError;
    return known ? 'not understood' : String(error);
  }
}

describe('fault 18: any rules of a firewall', () => {
  it('of nftables, spoilt', () => {
    const real = recorded('nftRules');
    const inputs = fc.tuple(fc.nat(real.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(inputs, fc.boolean(), ([at, bytes], decision) => {
        const spoilt = Uint8Array.from(real);
        spoilt.set(bytes.subarray(0, real.length - at), at);
        const told = outcome(() => {
          for (const { expressions, ...table } of nftWholeRulesIn(spoilt)) {
            outcomeOf(
              expressions,
              place(() => decision),
              {},
              table,
            );
          }
        });
        expect(told).toMatch(/^(told|not understood)$/);
      }),
      { numRuns: inject('parserCases') },
    );
  });

  it.each([
    ...['comment', 'state', 'conntrack', 'addrtype', 'tcp', 'udp', 'multiport', 'mark', 'recent'],
    ...['toString', 'DNAT', 'SNAT', 'REDIRECT', 'MARK', 'MASQUERADE', 'TPROXY', '__proto__'],
  ])('of the extension %s of iptables', (name) => {
    const info = fc.uint8Array({ maxLength: 180 }).map((bytes) => new Fields(bytes));
    fc.assert(
      fc.property(info, fc.nat(4), (bytes, revision) => {
        const where = place(() => false);
        const told = [
          outcome(() => xtMatches(name, revision, bytes, where)),
          outcome(() => xtTarget(name, revision, bytes, where)),
        ];
        for (const each of told) expect(each).toMatch(/^(told|not understood)$/);
      }),
    );
  });
});
