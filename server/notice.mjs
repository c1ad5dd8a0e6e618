/**
 * Part of `npm run build:package`: writes dist/NOTICE, which has the licence of every package that is in
 * the page or in the server, or is installed beside them, and ends with an error where one has none, or one
 * that was not agreed to.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import licences from 'spdx-license-list/full.js';
import { bundledPackages } from './bundled.mjs';
import { isAgreedTo } from './licences.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/**
 * @typedef {{ name: string, version: string, license?: string, author?: string | { name: string } }} Manifest
 * @param {string} folder of a package
 * @returns {{ name: string, version: string, licence: string, text: string }}
 */
function licenceOf(folder) {
  /** @type {Manifest} */
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const licence = license ?? 'none';
  const by = typeof author === 'object' ? author.name : (author ?? 'its authors');
  const file = readdirSync(folder).find((entry) => FILE.test(entry));
  // Some bring no file with it: then it is as it is known by that name.
  const known = Object.hasOwn(licences, licence) ? licences[licence]?.licenseText : undefined;
  const text =
    file === undefined
      ? `Copyright ${by}\n\n${known ?? ''}`
      : readFileSync(join(folder, file), 'utf8');
  return { name, version, licence, text: text.trim() };
}

/** @type {{ dependencies: Record<string, string> }} */
const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const beside = Object.keys(dependencies).map((name) => licenceOf(join(ROOT, 'node_modules', name)));
const bundled = bundledPackages(ROOT).map((folder) => licenceOf(join(ROOT, folder)));
const refused = [
  ...bundled.filter(({ licence }) => !isAgreedTo(licence)),
  ...beside.filter(({ licence }) => !isAgreedTo(licence, { beside: true })),
];
if (refused.length > 0) {
  const lines = refused.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`);
  console.error(
    `nsview: these packages have a licence that was not agreed to:\n${lines.join('\n')}`,
  );
  process.exit(1);
}
const parts = (/** @type {typeof bundled} */ packages) =>
  packages.map(
    ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`,
  );
const fonts = readFileSync(join(ROOT, 'app/fonts/OFL.txt'), 'utf8').trim();
const rule = `\n${'-'.repeat(80)}\n\n`;
const all = [
  'nsview\n\nThis package has in it what others made. Their notices follow.\n',
  `The fonts in app/fonts (OFL-1.1)\n\n${fonts}\n`,
  ...parts(bundled),
  'What npm installs beside it, as its authors gave it out:\n',
  ...parts(beside),
];
writeFileSync(join(ROOT, 'dist/NOTICE'), all.join(rule));
