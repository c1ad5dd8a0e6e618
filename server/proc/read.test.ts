import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ProcRoot, TooMuch } from './read';

const MIB = 1024 * 1024;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nsv-read-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it.each([10, 64 * 1024, 3 * MIB])('reads no more records than was said: %d bytes', (length) => {
  writeFileSync(join(root, 'all'), 'x'.repeat(length));
  writeFileSync(join(root, 'more'), 'x'.repeat(length + 1));
  const proc = new ProcRoot(root);
  expect(proc.records('all', length).equals(Buffer.alloc(length, 'x'))).toBe(true);
  expect(() => proc.records('more', length)).toThrow(TooMuch);
  expect(proc.records('more')).toHaveLength(length + 1);
});

it('keeps no room for the largest file that there ever was', () => {
  writeFileSync(join(root, 'large'), 'x'.repeat(3 * MIB));
  writeFileSync(join(root, 'small'), 'x');
  const proc = new ProcRoot(root);
  proc.records('large');
  expect(proc.records('small').buffer.byteLength).toBeLessThanOrEqual(MIB);
});
