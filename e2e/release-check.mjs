/**
 * `npm run release:check`: is what is committed fit to be given out? Says what is in the way; else runs
 * all tests, packs (which builds, checks licences, installs in an empty folder and opens the page), and
 * writes beside the package what it is made of, in CycloneDX. Gives nothing out: docs/releasing.md.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledPackages } from '../server/bundled.mjs';
import { billOf, installedBeside, inTheWay } from './harness/release.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} program @param {string[]} args @returns {string} what it printed */
function told(program, ...args) {
  return execFileSync(program, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
  });
}

/** Ends with an error where that does, which has told why. @param {string} program @param {string[]} args */
function mustRun(program, ...args) {
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) return;
  console.error(`nsview: ${[program, ...args].join(' ')} failed: what is wrong stands above`);
  process.exit(1);
}

/** @param {string} text @returns {string[]} */
function lines(text) {
  return text.split('\n').filter((line) => line !== '');
}

/** @param {string} folder of a package @returns {{ name: string, version: string }} */
function packageIn(folder) {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
}

const { version } = packageIn('.');
const problems = inTheWay({
  version,
  changelog: readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'),
  tags: lines(told('git', 'tag', '--list')),
  changed: lines(told('git', 'status', '--porcelain')).map((line) => line.slice(3)),
});
if (problems.length > 0) {
  console.error(problems.map((problem) => `nsview: ${problem}`).join('\n'));
  process.exit(1);
}
mustRun('npm', 'test');
mustRun('npm', 'pack');
const inside = new Set([
  ...bundledPackages(ROOT)
    .map(packageIn)
    .map(({ name, version: itsVersion }) => `${name}@${itsVersion}`),
  ...installedBeside(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))),
]);
// Of the lock file: what is installed on other machines than this one belongs to it as well.
const asked = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
const bill = billOf(
  JSON.parse(told('npm', ...asked, '--sbom-type', 'application')),
  inside,
  `nsview@${version}`,
);
const file = `nsview-${version}.cdx.json`;
writeFileSync(join(ROOT, file), `${JSON.stringify(bill, null, 2)}\n`);
console.log(`nsview ${version} is fit to be given out: nsview-${version}.tgz, made of ${file}`);
