import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { addressesIn } from './address';
import { recorded } from './fixtures/answers';
import { gather } from './gather';
import { linksIn } from './link';
import { encodeQuestion, messagesIn, NETLINK_ROUTE } from './message';
import { forwardingIn } from './netconf';
import { elementQuestions, nftElementsIn, nftSetsIn } from './nft-sets';
import { nftChainsIn, nftRulesIn, nftTablesIn } from './nftables';
import { nsidIn } from './nsid';
import { NetlinkParseError } from './parse-error';
import { routesIn } from './route';
import { rulesIn } from './rule';
import { listeningIn } from './socket';

/* No bytes make a parser throw anything but its own error. */

type Parser = [name: Parameters<typeof recorded>[0], parse: (bytes: Uint8Array) => unknown];

const PARSERS: Parser[] = [
  ['links', linksIn],
  ['addresses', addressesIn],
  ['routes4', (bytes) => routesIn(bytes, 4)],
  ['routes6', (bytes) => routesIn(bytes, 6)],
  ['rules4', (bytes) => rulesIn(bytes, 4)],
  ['netconf4', forwardingIn],
  ['nsid', nsidIn],
  ['tcp6', (bytes) => listeningIn(bytes, 'tcp6')],
  ['nftTables', nftTablesIn],
  ['nftChains', nftChainsIn],
  ['nftRules', nftRulesIn],
  ['nftSets', nftSetsIn],
  ['nftSets', elementQuestions],
  ['nftElements', nftElementsIn],
  ['failed', (bytes) => gather([bytes], { dump: true }, 1)],
];

/** Any bytes; and what a kernel answered, cut off, or with a stretch of it replaced. */
function inputs(real: Uint8Array): fc.Arbitrary<Uint8Array> {
  const cut = fc.nat(real.length).map((at) => real.subarray(0, at));
  const spoilt = fc
    .tuple(fc.nat(real.length), fc.nat(8), fc.uint8Array({ maxLength: 8 }))
    .map(([at, skip, bytes]) => {
      const changed = new Uint8Array(real.length - Math.min(skip, real.length - at) + bytes.length);
      changed.set(real.subarray(0, at));
      changed.set(bytes, at);
      changed.set(real.subarray(at + skip), at + bytes.length);
      return changed;
    });
  return fc.oneof(fc.uint8Array({ maxLength: 300 }), cut, spoilt);
}

describe('fault 18: any bytes by netlink', () => {
  it.each(PARSERS)('%s', (name, parse) => {
    const outcome = (bytes: Uint8Array) => {
      try {
        return parse(bytes) === undefined ? 'nothing' : 'a value';
      } catch (error) {
        return error instanceof NetlinkParseError ? error.name : String(error);
      }
    };
    fc.assert(
      fc.property(inputs(recorded(name)), (bytes) => {
        expect(outcome(bytes)).toMatch(/^(?:a value|NetlinkParseError)$/);
      }),
      { numRuns: inject('parserCases') },
    );
  });

  it('what is cut off is never taken for a shorter list', () => {
    const whole = recorded('links');
    const length = new DataView(whole.buffer).getUint32(0, true);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: length - 1 }), (cut) => {
        expect(() => linksIn(whole.subarray(0, cut))).toThrow(NetlinkParseError);
      }),
    );
  });
});

it('a question is read as it was written', () => {
  const any = fc.tuple(fc.nat(0xffff), fc.boolean(), fc.uint8Array({ maxLength: 64 }), fc.nat());
  fc.assert(
    fc.property(any, ([type, dump, bytes, sequence]) => {
      const body = bytes.subarray(0, bytes.length & ~3);
      const sent = encodeQuestion({ protocol: NETLINK_ROUTE, type, dump, body }, sequence);
      const [read, ...more] = messagesIn(sent);
      expect(more).toEqual([]);
      expect(read).toMatchObject({ type, sequence, flags: dump ? 0x301 : 1 });
      expect(read?.body.bytes).toEqual(body);
    }),
  );
});
