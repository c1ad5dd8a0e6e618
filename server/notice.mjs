/**
 * Part of `npm run build:package`: writes dist/NOTICE, which has the licence of every package that is in
 * the page or in the server, and ends with an error where one has none, or one that was not agreed to.
 * Runs on Node alone.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages } from './bundled.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** By their SPDX names: what may be given on within a package under Apache-2.0. */
const AGREED_TO = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
  'Zlib',
];

const FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/**
 * @param {string} folder of a package
 * @returns {{ name: string, version: string, licence: string, text: string }}
 */
function licenceOf(folder) {
  /** @type {{ name: string, version: string, license?: string, author?: string | { name: string } }} */
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const by = typeof author === 'object' ? author.name : (author ?? 'its authors');
  const file = readdirSync(folder).find((entry) => FILE.test(entry));
  const text =
    file === undefined ? `Copyright ${by}` : readFileSync(join(folder, file), 'utf8').trim();
  return { name, version, licence: license ?? 'none', text };
}

const packages = bundledPackages(ROOT).map((folder) => licenceOf(join(ROOT, folder)));
const refused = packages.filter(({ licence }) => {
  const parts = licence.replaceAll(/[()]/g, '').split(/ (?:OR|AND) /);
  const agreed = parts.filter((part) => AGREED_TO.includes(part));
  // Both in one is for a person to read.
  return / OR /.test(licence) && !/ AND /.test(licence)
    ? agreed.length === 0
    : agreed.length < parts.length;
});
if (refused.length > 0) {
  const lines = refused.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`);
  console.error(
    `nsview: these packages have a licence that was not agreed to:\n${lines.join('\n')}`,
  );
  process.exit(1);
}
const parts = packages.map(
  ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`,
);
const fonts = readFileSync(join(ROOT, 'app/fonts/OFL.txt'), 'utf8').trim();
const rule = `\n${'-'.repeat(80)}\n\n`;
const head = 'nsview\n\nThis package has in it what others made. Their notices follow.\n';
const all = [head, `The fonts in app/fonts (OFL-1.1)\n\n${fonts}\n`, ...parts];
writeFileSync(join(ROOT, 'dist/NOTICE'), all.join(rule));
