import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from '../e2e/harness/command';
import { startNsview } from '../e2e/harness/nsview';
import { type InstalledPackage, installPackage } from '../e2e/harness/package';
import { median, type Report, type Wanted } from './report';

export const PACKAGE_FIGURES = [
  'package.start',
  'package.memory',
  'package.size',
  'image.size',
] as const;

const RUNS = 7;
const MEGABYTE = 1_000_000;
const ROOT = new URL('..', import.meta.url).pathname;
const CLONE = join(ROOT, 'dist/main.js');

/** What is installed from npm, beside a clone with Next in it. */
export async function benchPackage(isWanted: Wanted, report: Report): Promise<void> {
  if (!existsSync(join(ROOT, 'dist/page/index.html'))) {
    await mustRun('npm', ['--prefix', ROOT, 'run', '--silent', 'build:package']);
  }
  const installed = await installPackage();
  try {
    if (isWanted('package.start') || isWanted('package.memory'))
      await benchStart(installed, report);
    const packages = Number(
      (await mustRun('du', ['-sb', join(ROOT, 'node_modules')])).split('\t')[0],
    );
    report({
      ...{ name: 'package.size', value: installed.installed / MEGABYTE, unit: 'MB', n: 1 },
      baseline: { name: 'the packages of a clone', value: packages / MEGABYTE, unit: 'MB' },
    });
    if (isWanted('image.size')) await benchImage(installed, report);
  } finally {
    installed.remove();
  }
}

/** From the start until the page has come, and what the server then holds. */
async function benchStart({ program }: InstalledPackage, report: Report): Promise<void> {
  const [own, others] = [[] as Started[], [] as Started[]];
  for (let run = 0; run < RUNS; run += 1) {
    own.push(await started(program));
    others.push(await started(CLONE));
  }
  for (const [name, field, unit] of [
    ['package.start', 'time', 'ms'],
    ['package.memory', 'memory', 'MB'],
  ] as const) {
    const of = (all: readonly Started[]) => median(all.map((each) => each[field]));
    report({
      ...{ name, value: of(own), unit, n: RUNS },
      baseline: { name: 'a clone, by Next', value: of(others), unit },
    });
  }
}

interface Started {
  /** Milliseconds. */
  time: number;
  /** Of the process: megabytes that are its own. */
  memory: number;
}

async function started(program: string): Promise<Started> {
  const before = performance.now();
  const docker = 'unix:///nsv-no-daemon-here.sock';
  const nsview = await startNsview({ docker, build: { program } });
  try {
    await (await fetch(nsview.url)).text();
    const time = performance.now() - before;
    const rollup = readFileSync(`/proc/${nsview.pid}/smaps_rollup`, 'utf8');
    const [, pss = '0'] = /^Pss:\s+(\d+) kB$/m.exec(rollup) ?? [];
    return { time, memory: Number(pss) / 1000 };
  } finally {
    await nsview.stop();
  }
}

async function benchImage({ packed }: InstalledPackage, report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nsview-image-'));
  try {
    const file = join(folder, 'image.tar.xz');
    await mustRun('npm', ['--prefix', ROOT, 'run', '--silent', 'image', '--', file]);
    report({
      ...{ name: 'image.size', value: statSync(file).size / MEGABYTE, unit: 'MB', n: 1 },
      baseline: { name: 'the package in it', value: packed / MEGABYTE, unit: 'MB' },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
