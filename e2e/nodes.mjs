/**
 * `npm run test:nodes -- [--unit] [VERSION…]`: the unit tests, the build and the browser tests on each node that nsview
 * is for, 20, 22 and 24, or on those that are named; with `--unit` the first alone. The nodes are had from npm. Half an
 * hour for each.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ALL = ['20', '22', '24'];
const UNIT = ['npm', 'run', 'test:unit'];
const REST = [
  ['npm', 'run', 'build'],
  ['npm', 'run', 'build:package'],
  ['npm', 'run', 'test:e2e'],
];

/** @param {string} version @returns {string} the folder of that node */
function nodeOf(version) {
  const folder = join(ROOT, '.cache/nodes', version);
  mkdirSync(folder, { recursive: true });
  const name = `node-${process.platform}-${process.arch}`;
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--silent', '--prefer-offline'];
  const args = ['install', '--prefix', folder, ...quiet, `${name}@${version}`];
  if (spawnSync('npm', args, { stdio: 'inherit' }).status !== 0) {
    console.error(`nsview: ${name}@${version} is not to be had from npm`);
    process.exit(1);
  }
  return join(folder, 'node_modules', name, 'bin');
}

/** @param {string} path of folders of programs @param {readonly string[]} command @returns {boolean} */
function succeeds(path, [program = '', ...args]) {
  const env = { ...process.env, PATH: path };
  return spawnSync(program, args, { cwd: ROOT, env, stdio: 'inherit' }).status === 0;
}

const { values, positionals } = parseArgs({
  options: { unit: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wrong = positionals.find((version) => !ALL.includes(version));
if (wrong !== undefined) {
  console.error(`nsview: ${wrong} is no node that nsview is for: give some of ${ALL.join(', ')}`);
  process.exit(2);
}
const results = (positionals.length > 0 ? positionals : ALL).map((version) => {
  const path = `${nodeOf(version)}:${process.env.PATH}`;
  const { stdout } = spawnSync('node', ['--version'], {
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
  });
  console.log(`== node ${stdout.trim()}`);
  // What was not built is not tested, for an older build may lie there.
  const failed = (values.unit ? [[UNIT]] : [[UNIT], REST]).flatMap((parts) => {
    const first = parts.find((command) => !succeeds(path, command));
    return first === undefined ? [] : [first];
  });
  const said = failed.length === 0 ? 'passed' : `failed: ${failed.map((each) => each.join(' '))}`;
  return { line: `node ${stdout.trim()}: ${said}`, ok: failed.length === 0 };
});
console.log(results.map(({ line }) => line).join('\n'));
process.exit(results.every(({ ok }) => ok) ? 0 : 1);
