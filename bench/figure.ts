import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from '../e2e/harness/command';
import { GeneratedMachine } from '../e2e/harness/generated/machine';
import { PROGRAM } from '../e2e/harness/program';
import { FIGURES_OF_SHIPPED, TWENTY_FIGURES } from '../e2e/harness/twenty-figures';
import { drawFigure } from '../lib/figure/figure';
import type { Snapshot } from '../lib/model/snapshot';
import { DEFAULT_VIEW_STATE } from '../lib/view-state/view-state';
import { machineOfSharers } from './browser/page-load';
import { median, type Report, type Wanted } from './report';

export const FIGURE_FIGURES = ['figure.500.sharers', 'figure.20'] as const;

const RUNS = 5;

export async function benchFigure(isWanted: Wanted, report: Report): Promise<void> {
  if (isWanted('figure.500.sharers')) benchSharers(report);
  if (isWanted('figure.20')) await benchTwenty(report);
}

/** `figure.20`: from the command until twenty figures of a file are written; beside the time for one of them. */
async function benchTwenty(report: Report): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'nsview-figures-'));
  try {
    const [all, one] = [join(folder, 'all.yaml'), join(folder, 'one.yaml')];
    const first = TWENTY_FIGURES[0]?.replace('[en, zh-CN]', 'en') ?? '';
    writeFileSync(all, `${FIGURES_OF_SHIPPED}${TWENTY_FIGURES.join('\n')}`);
    writeFileSync(one, `${FIGURES_OF_SHIPPED}${first}`);
    const [times, baselines]: [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      times.push(await timeOf(all));
      baselines.push(await timeOf(one));
    }
    report({
      ...{ name: 'figure.20', value: median(times), unit: 'ms', n: RUNS },
      baseline: { name: 'one figure', value: median(baselines), unit: 'ms' },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns milliseconds */
async function timeOf(file: string): Promise<number> {
  const before = performance.now();
  await mustRun(process.execPath, [PROGRAM, 'figure', file], { PATH: '/nonexistent' });
  return performance.now() - before;
}

/** `figure.500.sharers`: the Sharing figure of 500 containers, 300 of them in one namespace. */
function benchSharers(report: Report): void {
  const sharers = machineOfSharers();
  const others = new GeneratedMachine(500, 5000).snapshot();
  const [costs, baselines]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    costs.push(costOf(sharers));
    baselines.push(costOf(others));
  }
  report({
    name: 'figure.500.sharers',
    value: median(costs),
    unit: 'ms of CPU',
    baseline: { name: 'few share one', value: median(baselines), unit: 'ms of CPU' },
    n: RUNS,
  });
}

/** @returns milliseconds of CPU */
function costOf(snapshot: Snapshot): number {
  const before = process.cpuUsage();
  drawFigure({
    snapshot,
    viewState: { ...DEFAULT_VIEW_STATE, view: 'sharing' },
    size: { width: 1280, height: 720 },
    theme: 'light',
    language: 'en',
    usage: null,
    timeZone: 'UTC',
  });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
