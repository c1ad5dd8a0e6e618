import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProcParseError } from './parse-error';
import { parseTimensOffsets } from './timens-offsets';

describe('parseTimensOffsets', () => {
  it.each([
    [
      'the initial one',
      'monotonic           0         0\nboottime            0         0\n',
      '0',
      '0',
    ],
    [
      'a day ahead',
      'monotonic           0         0\nboottime        86400         0\n',
      '0',
      '86400000000000',
    ],
    [
      'behind: whole seconds are rounded down',
      'monotonic          -2 500000000\nboottime           -1         0\n',
      '-1500000000',
      '-1000000000',
    ],
  ])('%s', (_name, text, monotonicNs, boottimeNs) => {
    expect(parseTimensOffsets(text)).toEqual({ monotonicNs, boottimeNs });
  });

  it.each([
    ['nothing', ''],
    ['one clock', 'monotonic 0 0\n'],
    ['other text', 'monotonic zero 0\nboottime 0 0\n'],
  ])('refuses %s', (_name, text) => {
    expect(() => parseTimensOffsets(text)).toThrow(ProcParseError);
  });

  it('reads what the kernel would write of any two offsets', () => {
    const seconds = fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n });
    const nanoseconds = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(
      fc.property(seconds, nanoseconds, seconds, nanoseconds, (s, n, t, m) => {
        const pad = (value: bigint | number) => String(value).padStart(9);
        const text = `monotonic  ${pad(s)} ${pad(n)}\nboottime   ${pad(t)} ${pad(m)}\n`;
        expect(parseTimensOffsets(text)).toEqual({
          monotonicNs: String(s * 1_000_000_000n + BigInt(n)),
          boottimeNs: String(t * 1_000_000_000n + BigInt(m)),
        });
      }),
    );
  });
});
