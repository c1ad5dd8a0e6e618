import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mountLines } from './mount-lines';
import { ProcRoot } from './read';

const COUNT = 5000;
const lineOf = (at: string, type = 'nsfs') => `39 31 0:4 net:[7] ${at} rw - ${type} nsfs rw\n`;
const isNsfs = (line: string) => line.includes(' - nsfs ');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mount-lines-'));
  mkdirSync(join(folder, '1'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, '1/mountinfo');
function linesOf(text: string) {
  writeFileSync(file(), text);
  return mountLines(new ProcRoot(folder), '1', isNsfs);
}
const pathsOf = (text: string) => [...linesOf(text)].map((mount) => mount?.mountPoint ?? null);

it('tells what is wanted, in its own letters, and of all else that there is a line', () => {
  const text = lineOf('/é 中\\040x') + lineOf('/t', 'tmpfs') + ' - nsfs ?\n' + lineOf('/z');
  expect(pathsOf(text.replace('é 中', 'é中'))).toEqual(['/é中 x', null, null, '/z']);
  expect(pathsOf('')).toEqual([]);
});

it('has never all of it in memory, whoever else reads meanwhile', () => {
  const text = Array.from({ length: COUNT }, (_, n) => lineOf(`/é${String(n)}`)).join('');
  const lines = linesOf(text);
  writeFileSync(join(folder, 'other'), 'x'.repeat(100_000));
  const other = new ProcRoot(folder);
  let n = 0;
  for (const mount of lines) {
    expect(mount?.mountPoint).toBe(`/é${String(n)}`);
    n += 1;
    if (n % 1000 === 1) other.file('other');
  }
  expect(n).toBe(COUNT);

  const cut = linesOf(text);
  cut.next();
  truncateSync(file(), 0);
  expect([...cut].length).toBeLessThan(COUNT - 1);
});
