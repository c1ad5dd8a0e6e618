import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isIn,
  isLinkLocal,
  isLoopback,
  outside,
  parseAddress,
  parsePrefix,
  textOf,
} from './address';

const bytes = (length: number) => fc.array(fc.nat(255), { minLength: length, maxLength: length });
const any = fc.oneof(
  bytes(4),
  bytes(16).filter((address) => address[0] !== 0),
);

describe('addresses', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(any, (address) => {
        expect(parseAddress(textOf(address) ?? '')).toEqual(address);
      }),
    );
  });

  it.each(['', 'web', '1.2.3', '300.1.1.1', 'fd00::1::2'])('%s is none', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  it('are in a prefix where the bits that count are the same, as numbers tell', () => {
    fc.assert(
      fc.property(bytes(4), bytes(4), fc.nat(32), (one, two, length) => {
        const number = (address: number[]) => address.reduce((sum, byte) => sum * 256 + byte, 0);
        const size = 2 ** (32 - length);
        const same = Math.floor(number(one) / size) === Math.floor(number(two) / size);
        expect(isIn(one, { address: two, length })).toBe(same);
      }),
    );
  });

  it('outside are in no prefix but that of all, and of their own family', () => {
    const all = parsePrefix('default', 4);
    const net = parsePrefix('10.0.0.0/8', 4);
    if (all === null || net === null) throw new Error('no prefix');
    expect(isIn(outside(4), all)).toBe(true);
    expect(isIn(outside(4), net)).toBe(false);
    expect(isIn(outside(6), all)).toBe(false);
    expect(parsePrefix('fd00::/8', 4)).toBeNull();
    expect(parsePrefix('10.0.0.1', 4)?.length).toBe(32);
    expect(textOf(outside(4))).toBeNull();
  });

  it.each([
    ['127.0.0.1', true, false],
    ['::1', true, false],
    ['fe80::1', false, true],
    ['febf::1', false, true],
    ['fec0::1', false, false],
    ['10.0.0.1', false, false],
  ])('%s: loopback %s, of the link alone %s', (text, loopback, link) => {
    const address = parseAddress(text) ?? [];
    expect([isLoopback(address), isLinkLocal(address)]).toEqual([loopback, link]);
  });
});
