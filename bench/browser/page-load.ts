import type { Browser } from 'playwright';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import { median, type Report } from '../report';
import { openWatched, withPage, withRecording } from './generated-page';

const RUNS = 7;

/** `page.500`: from navigation until the picture of 500 containers is at rest, all of them in it. */
export async function benchPageLoad(browser: Browser, report: Report): Promise<void> {
  const many = new GeneratedMachine(500, 5000).snapshot();
  const none = new GeneratedMachine(0).snapshot();
  await withRecording([many], (full) =>
    withRecording([none], async (empty) => {
      // The first request of a server is what it compiles its page for.
      await load(browser, full.url, 500);
      await load(browser, empty.url, 0);
      const [loads, baselines]: [number[], number[]] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        loads.push(await load(browser, full.url, 500));
        baselines.push(await load(browser, empty.url, 0));
      }
      report({
        name: 'page.500',
        value: median(loads) / 1000,
        unit: 's',
        baseline: { name: 'no container', value: median(baselines) / 1000, unit: 's' },
        n: RUNS,
        more: { slowest: Math.max(...loads) / 1000, processes: many.processes.length },
      });
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
