import type { Browser } from 'playwright';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import { networksOf } from '../../e2e/harness/generated/networks';
import { median, type Report } from '../report';
import { openWatched, withPage, withRecording } from './generated-page';

const CONTAINERS = 60;
const RUNS = 7;

/**
 * `lens.net.60`: from navigation until the lens of networks is at rest, with what every network told and
 * all wires; beside the lens of PIDs of the same machine, which has boxes and dots alone.
 */
export async function benchLensNet(browser: Browser, report: Report): Promise<void> {
  const snapshot = new GeneratedMachine(CONTAINERS).snapshot();
  const inside = networksOf(snapshot);
  await withRecording(
    [snapshot],
    async ({ url }) => {
      // The first request of a server is what it compiles its page for.
      await settled(browser, `${url}/?view=lens&lens=pid`, 0);
      const [net, pid]: [number[], number[]] = [[], []];
      for (let run = 0; run < RUNS; run += 1) {
        net.push(await settled(browser, `${url}/?view=lens&lens=net`, inside.length - 1));
        pid.push(await settled(browser, `${url}/?view=lens&lens=pid`, 0));
      }
      report({
        name: 'lens.net.60',
        value: median(net) / 1000,
        unit: 's',
        baseline: { name: 'lens of PIDs', value: median(pid) / 1000, unit: 's' },
        n: RUNS,
        more: { networks: inside.length, slowest: Math.max(...net) / 1000 },
      });
    },
    inside,
  );
}

/** @returns milliseconds @throws where not so many wires are drawn by then */
function settled(browser: Browser, url: string, wires: number): Promise<number> {
  return withPage(browser, async (page) => {
    const { at } = await openWatched(page, url);
    const drawn = await page.locator('[data-wire]').count();
    if (drawn !== wires) throw new Error(`${drawn} wires are drawn, not ${wires}`);
    return at;
  });
}
