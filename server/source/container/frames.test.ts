import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Frames, type Output } from './frames';

function frame(output: Output, text: string): Buffer {
  const bytes = Buffer.from(text);
  const header = Buffer.alloc(8);
  header[0] = output === 'stderr' ? 2 : 1;
  header.writeUInt32BE(bytes.length, 4);
  return Buffer.concat([header, bytes]);
}

/** Cuts bytes at these places, in whatever order. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set([...places.map((at) => at % (bytes.length + 1)), bytes.length])];
  ends.sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

it('what was written comes out, by output, however it is cut on the way', () => {
  const frames = fc.array(
    fc.tuple(fc.constantFrom<Output>('stdout', 'stderr'), fc.string({ unit: 'grapheme' })),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(frames, fc.array(fc.nat(), { maxLength: 30 }), (written, places) => {
      const got: Record<Output, Buffer[]> = { stdout: [], stderr: [] };
      const reader = new Frames((output, piece) => got[output].push(Buffer.from(piece)));
      const bytes = Buffer.concat(written.map(([output, text]) => frame(output, text)));
      for (const piece of cut(bytes, places)) reader.push(piece);
      for (const output of ['stdout', 'stderr'] as const) {
        const told = Buffer.concat(got[output]);
        const expected = written.filter(([each]) => each === output).map(([, text]) => text);
        expect(told.toString()).toBe(Buffer.from(expected.join('')).toString());
      }
    }),
  );
});

it('pieces of a long frame do not wait for its end', () => {
  const pieces: string[] = [];
  const reader = new Frames((_, piece) => pieces.push(piece.toString()));
  reader.push(frame('stdout', 'half a line').subarray(0, 12));
  expect(pieces).toEqual(['half']);
});
