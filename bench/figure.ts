import { GeneratedMachine } from '../e2e/harness/generated/machine';
import { drawFigure } from '../lib/figure/figure';
import type { Snapshot } from '../lib/model/snapshot';
import { DEFAULT_VIEW_STATE } from '../lib/view-state/view-state';
import { machineOfSharers } from './browser/page-load';
import { median, type Report, type Wanted } from './report';

export const FIGURE_FIGURES = ['figure.500.sharers'] as const;

const RUNS = 5;

/** `figure.500.sharers`: the Sharing figure of 500 containers, 300 of them in one namespace. */
export function benchFigure(_isWanted: Wanted, report: Report): Promise<void> {
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
  return Promise.resolve();
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
