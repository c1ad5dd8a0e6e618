import type { Browser } from 'playwright';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import type { Snapshot } from '../../lib/model/snapshot';
import { median, type Report, type Wanted } from '../report';
import { openWatched, withPage, withRecording } from './generated-page';

export const PAGE_LOAD_FIGURES = ['page.500', 'page.500.ratio', 'page.500.sharers'] as const;

const RUNS = 7;

/**
 * `page.500`: from navigation until the picture of 500 containers is at rest, all of them in it; also
 * as a multiple of the empty page. `page.500.sharers`: 300 of them share one namespace.
 */
export async function benchPageLoad(
  browser: Browser,
  isWanted: Wanted,
  report: Report,
): Promise<void> {
  if (isWanted('page.500') || isWanted('page.500.ratio')) {
    const many = new GeneratedMachine(500, 5000).snapshot();
    const { full, empty } = await loadsOf(browser, many);
    const baseline = { name: 'no container', value: median(empty) / 1000, unit: 's' };
    const more = { slowest: Math.max(...full) / 1000, processes: many.processes.length };
    report({ name: 'page.500', value: median(full) / 1000, unit: 's', baseline, n: RUNS, more });
    const value = median(full) / median(empty);
    report({ name: 'page.500.ratio', value, unit: 'times the empty page', baseline, n: RUNS });
  }
  if (isWanted('page.500.sharers')) {
    const { full, empty } = await loadsOf(browser, machineOfSharers());
    const baseline = { name: 'no container', value: median(empty) / 1000, unit: 's' };
    const more = { slowest: Math.max(...full) / 1000 };
    const value = median(full) / 1000;
    report({ name: 'page.500.sharers', value, unit: 's', baseline, n: RUNS, more });
  }
}

/** 500 containers, of which 300 share one network namespace. */
export function machineOfSharers(): Snapshot {
  return new GeneratedMachine(500, 5000, 1, 300).snapshot();
}

/** How long the page takes with this machine, and with one without containers, by turns: milliseconds. */
function loadsOf(
  browser: Browser,
  snapshot: Snapshot,
): Promise<{ full: readonly number[]; empty: readonly number[] }> {
  const none = new GeneratedMachine(0).snapshot();
  const count = snapshot.containers.length;
  return withRecording([snapshot], (crowded) =>
    withRecording([none], async (bare) => {
      // The first request of a server is what it compiles its page for.
      await load(browser, crowded.url, count);
      await load(browser, bare.url, 0);
      const [full, empty]: [number[], number[]] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        full.push(await load(browser, crowded.url, count));
        empty.push(await load(browser, bare.url, 0));
      }
      return { full, empty };
    }),
  );
}

/** @returns milliseconds @throws when not all containers are there by then */
function load(browser: Browser, url: string, containers: number): Promise<number> {
  return withPage(browser, async (page) => {
    const rest = await openWatched(page, `${url}/?view=sharing`);
    if (rest.containers !== containers) {
      throw new Error(`${rest.containers} containers are drawn, not ${containers}`);
    }
    return rest.at;
  });
}
