/**
 * `npm test`: everything, from a fresh clone. Installs what is missing, then runs the static
 * checks, the unit tests, the production build and the browser tests on it, and says at the end
 * how many passed. What does not need the other runs beside it. Runs on Node alone, for at its start nothing else is
 * there.
 */
import { execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms } from './harness/install.mjs';
import { reachable } from './harness/reachable.mjs';
import { browserCounts, unitCounts } from './harness/reports.mjs';
import { isInstalled } from '../server/packages.mjs';

const ROOT = new URL('..', import.meta.url).pathname;
const UNIT_REPORT = join(ROOT, '.cache/unit.json');
const BROWSER_REPORT = join(ROOT, '.cache/e2e.json');
const FOLDERS = ['app', 'components', 'lib', 'server', 'e2e', 'bench'];

/**
 * @typedef {import('./harness/reports.mjs').Counts} Counts
 * @typedef {{ name: string, commands: string[][], counts?: () => Counts | undefined, asOthers?: true }} Step
 * With `asOthers` it runs programs of the checkout as users who are not root.
 * A step without `counts` is one check, which passes when its commands do.
 */

/** One after the other, each with what may run at the same time, the longest first. @type {Step[][]} */
const STAGES = [
  // They are generated, and on a fresh clone not there yet.
  [{ name: 'types of pages', commands: [['next', 'typegen', 'app']] }],
  [
    { name: 'lint', commands: [['eslint', '--max-warnings', '0', '.']] },
    { name: 'types', commands: [['tsc', '--noEmit']] },
    { name: 'format', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
    {
      name: 'direction of imports',
      commands: [
        ['depcruise', '--config', '.dependency-cruiser.cjs', ...FOLDERS],
        ['npm', 'run', '--silent', 'folders'],
      ],
    },
    { name: 'nothing unused', commands: [['knip']] },
    {
      name: 'figures of the documentation',
      commands: [['npm', 'run', '--silent', 'figures', '--', '--check']],
    },
  ],
  [
    {
      name: 'unit tests',
      commands: [
        ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile=${UNIT_REPORT}`],
      ],
      counts: () => unitCounts(UNIT_REPORT),
    },
    {
      name: 'production build',
      commands: [
        ['npm', 'run', 'build'],
        ['npm', 'run', 'build:package'],
      ],
    },
  ],
  [
    {
      name: 'browser tests',
      commands: [['playwright', 'test']],
      asOthers: true,
      counts: () => browserCounts(BROWSER_REPORT),
    },
  ],
];

/**
 * @param {string[]} command
 * @param {string} root
 * @param {Buffer[] | null} output takes what it prints; without it is printed at once
 * @returns {Promise<boolean>} did it succeed?
 */
function succeeds([program = '', ...args], root, output) {
  return new Promise((resolve, reject) => {
    const bin = join(root, 'node_modules/.bin');
    const told = output === null ? 'inherit' : 'pipe';
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', told, told],
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, NEXT_TELEMETRY_DISABLED: '1' },
    });
    child.stdout?.on('data', (part) => output?.push(part));
    child.stderr?.on('data', (part) => output?.push(part));
    child.once('error', reject);
    child.once('close', (code) => resolve(code === 0));
  });
}

/** @param {Step} step @param {Buffer[] | null} output @returns {Promise<Counts>} */
async function play({ commands, counts, asOthers }, output) {
  let ok = true;
  const { root, close } =
    asOthers === true ? reachable(ROOT) : { root: ROOT, close: () => undefined };
  for (const command of commands) ok = (await succeeds(command, root, output)) && ok;
  close();
  const counted = counts?.();
  if (counted === undefined) {
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: [], skipped: [] };
  }
  // A runner can fail with all its tests passed: an error between them, or none found.
  return { ...counted, failed: ok ? counted.failed : Math.max(1, counted.failed) };
}

/** @param {number} since as performance.now() @returns {string} */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

try {
  if (!isInstalled(ROOT)) {
    /** @type {import('node:child_process').ExecFileSyncOptions} */
    const options = { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] };
    // Not `npm ci`: it takes away all that is there first, and a run may be broken off.
    const args = ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'];
    execFileSync('npm', args, options);
  }
  await ensurePrograms();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
rmSync(UNIT_REPORT, { force: true });
rmSync(BROWSER_REPORT, { force: true });

/** @type {Counts} */
const total = { passed: 0, failed: 0, failures: [], skipped: [] };
/** @type {string[]} */
const summary = [];
/** Plays a step and tells of it. @param {Step} step @param {boolean} isAlone nothing runs beside it */
async function tell(step, isAlone) {
  const heading = `\n== ${step.name}`;
  if (isAlone) console.log(heading);
  const started = performance.now();
  /** What several print at the same time nobody could read. @type {Buffer[] | null} */
  const output = isAlone ? null : [];
  const { passed, failed, failures, skipped } = await play(step, output);
  total.passed += passed;
  total.failed += failed;
  total.failures.push(...failures);
  total.skipped.push(...skipped);
  const line = `${step.name}: ${passed} passed, ${failed} failed in ${seconds(started)}`;
  summary.push(line);
  if (output !== null) console.log(`${heading}\n${Buffer.concat(output).toString().trimEnd()}`);
  console.log(`== ${line}`);
}

for (const stage of STAGES) {
  const left = [...stage];
  const lane = async () => {
    for (let step = left.shift(); step !== undefined; step = left.shift()) {
      await tell(step, stage.length === 1);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

console.log(`\n${summary.join('\n')}`);
for (const test of total.failures) console.log(`failed: ${test}`);
for (const test of total.skipped) console.log(`skipped: ${test}`);
const skipped = total.skipped.length > 0 ? `, ${total.skipped.length} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
