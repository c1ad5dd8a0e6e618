import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { Lines } from './lines';

it('lines come out whole, also where a character is cut in two', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\n')));
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 7 }), (written, size) => {
      const got: string[] = [];
      const lines = new Lines(
        1e6,
        (line) => got.push(line),
        () => expect.fail('too long'),
      );
      const bytes = Buffer.from(written.map((text) => `${text}\n`).join(''));
      for (let at = 0; at < bytes.length; at += size) lines.push(bytes.subarray(at, at + size));
      expect(got).toEqual(written);
    }),
  );
});

it('what has no end is not kept', () => {
  const onTooLong = vi.fn();
  const onLine = vi.fn();
  const lines = new Lines(10, onLine, onTooLong);
  lines.push(Buffer.from('12345'));
  lines.push(Buffer.from('67890'));
  expect(onTooLong).not.toHaveBeenCalled();
  lines.push(Buffer.from('1'));
  expect(onTooLong).toHaveBeenCalledOnce();
  expect(onLine).not.toHaveBeenCalled();
});
