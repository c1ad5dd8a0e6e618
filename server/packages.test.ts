import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { isInstalled } from './packages.mjs';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Packages = Record<string, { version: string; optional?: boolean }>;

const WANTED: Packages = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a-for-others': { version: '1.0.0', optional: true },
};

/** A project whose lock file wants `WANTED`, and of which npm wrote down that it installed this. */
function project(installed: Packages | null): string {
  const root = mkdtempSync(join(tmpdir(), 'nsview-packages-'));
  folders.push(root);
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: WANTED }));
  if (installed === null) return root;
  mkdirSync(join(root, 'node_modules'));
  const file = join(root, 'node_modules/.package-lock.json');
  writeFileSync(file, JSON.stringify({ packages: installed }));
  return root;
}

const A = { 'node_modules/a': { version: '1.0.0' } };

it.each<[what: string, installed: Packages | null, is: boolean]>([
  ['nothing', null, false],
  ['no package', {}, false],
  ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  ['all of this machine', A, true],
  ['all', { ...A, 'node_modules/a-for-others': { version: '1.0.0' } }, true],
  [
    'an optional one in another version',
    { ...A, 'node_modules/a-for-others': { version: '2.0.0' } },
    false,
  ],
  [
    'more than is wanted',
    { ...A, 'node_modules/brought-along': { version: '1.0.0', optional: true } },
    true,
  ],
])('what is there: %s', (_, installed, is) => {
  expect(isInstalled(project(installed))).toBe(is);
});
