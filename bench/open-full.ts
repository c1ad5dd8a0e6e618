import { chromium } from 'playwright';
import { NAMESPACE_TYPES } from '../lib/model/namespace-type';
import { launchOptions } from '../e2e/harness/browser';
import { startNsview } from '../e2e/harness/nsview';
import { clickToPaint } from './click-to-paint';
import { leadersOf, withLoadedDaemon } from './loaded-daemon';
import { median, quantile, type Report, type Wanted } from './report';
import { timeOf, WITNESSES } from './witnesses';

export const FULL_FIGURES = ['container.full'] as const;

/** So often each container is opened. */
const ROUNDS = 3;

/** Its frame, with all that the page knows by itself. */
const FRAME = '[data-full] [data-see]';

/** A container in full where each namespace says what is seen by it, and what it uses is told. */
const DRAWN = [
  '[data-full]:has([data-use="memory"] [data-figure])',
  ...NAMESPACE_TYPES.map(
    (type) => `:has([data-see="${type}"] :is([data-headline], [data-unreadable]))`,
  ),
].join('');

/**
 * `container.full`: from the click that opens a container in full until the frame that shows what it can see and
 * may use, the slowest but one in twenty; beside what the commands take that tell what it can see alone. Of 2,000
 * processes half are in 20 containers; each of these is opened in a page of its own, all in turn, a few times over:
 * of twenty alone the second slowest would be told, and that is chance. The first after a start counts as well.
 */
export function benchFull(_isWanted: Wanted, report: Report): Promise<void> {
  return withLoadedDaemon(async (dockerd) => {
    const nsview = await startNsview({ docker: dockerd.endpoint });
    const browser = await chromium.launch(launchOptions());
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      const opened: number[] = [];
      const framed: number[] = [];
      const told: number[] = [];
      const each = await leadersOf(dockerd);
      for (const { name, leader } of Array.from({ length: ROUNDS }, () => each).flat()) {
        await page.goto(`${nsview.url}/?view=processes&select=container:${name}`);
        await page.waitForSelector('html[data-settled="true"]');
        const button = page.locator('[data-opens="full"]');
        await button.waitFor();
        const [frame = Number.NaN, all = Number.NaN] = await clickToPaint(button, [FRAME, DRAWN]);
        framed.push(frame);
        opened.push(all);
        let witnesses = 0;
        for (const type of NAMESPACE_TYPES) witnesses += await timeOf(WITNESSES[type](leader));
        told.push(witnesses);
      }
      report({
        name: 'container.full',
        value: quantile(opened, 0.95),
        unit: 'ms',
        baseline: { name: 'the commands of inside.*, in turn', value: median(told), unit: 'ms' },
        n: opened.length,
        more: { p50: median(opened), frame: quantile(framed, 0.95) },
      });
    } finally {
      await browser.close();
      await nsview.stop();
    }
  });
}
