import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/* The list in docs/testing.md of what is tested where is true. */

const ROOT = join(import.meta.dirname, '..');
const NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18];

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Fault number → the files that have a test whose title begins with it. */
function titled(): Map<number, string[]> {
  const files = ['lib', 'server', 'components', 'e2e'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { encoding: 'utf8', recursive: true })
      .filter((file) => /\.(test|spec)\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const found = new Map<number, string[]>();
  for (const file of files.sort()) {
    const numbers = [...read(file).matchAll(/['`]fault (\d+): /g)].map(([, number]) =>
      Number(number),
    );
    for (const number of new Set(numbers)) {
      found.set(number, [...(found.get(number) ?? []), file]);
    }
  }
  return found;
}

/** The same as docs/testing.md has it: ``- 9, a PID used again: `a.test.ts`, `b.test.ts` ``. */
function listed(): Map<number, string[]> {
  const rows = [...read('docs/testing.md').matchAll(/^- (\d+), [^:]+: (.+)$/gm)];
  return new Map(
    rows.map(([, number, files = '']) => [
      Number(number),
      [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file).sort(),
    ]),
  );
}

it('every fault has a test, and is listed with where it is tested', () => {
  expect([...titled().keys()].sort((a, b) => a - b)).toEqual(NUMBERS);
  expect(Object.fromEntries(listed())).toEqual(Object.fromEntries(titled()));
});
