import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packed, unpackedBytes } from './packed';

it('comes back as it was, whatever it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect([...unpackedBytes(packed(bytes))]).toEqual([...bytes]);
    }),
  );
});

it('has no character that means something to HTML, to a script, or to who splits lines', () => {
  const all = Uint8Array.from({ length: 65_536 }, (_, at) => (at % 2 === 0 ? at >> 9 : at >> 1));
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
      expect(packed(bytes)).toMatch(/^4:[(-;=-[\]-~]{5}$/);
    }),
  );
  expect(packed(all)).not.toMatch(/[<&"'\\\s]/);
});

it.each([
  ['nothing', ''],
  ['no length', '((((('],
  ['a part of it', packed(new Uint8Array(9)).slice(0, -1)],
  ['more than it', `${packed(new Uint8Array(9))}(`],
])('%s is no such text', (_, text) => {
  expect(() => unpackedBytes(text)).toThrow(RangeError);
});

it('adds a fourth', () => {
  expect(packed(new Uint8Array(4000)).length).toBe('4000:'.length + 5000);
});
