import { chromium, type Page } from 'playwright';
import { NAMESPACE_TYPES, type NamespaceType } from '../lib/model/namespace-type';
import { launchOptions } from '../e2e/harness/browser';
import { startNsview } from '../e2e/harness/nsview';
import { clickToPaint } from './click-to-paint';
import { leadersOf, withLoadedDaemon } from './loaded-daemon';
import { median, quantile, type Report, type Wanted } from './report';
import { timeOf, WITNESSES } from './witnesses';

export const INSIDE_FIGURES = NAMESPACE_TYPES.map((type) => `inside.${type}` as const);

/** Milliseconds, one for each container. */
interface Taken {
  page: number[];
  command: number[];
}

/**
 * `inside.TYPE`: from the click on a namespace of a container until the frame that shows what it isolates,
 * the slowest but one in twenty; beside what a command takes to tell the same. Of 2,000 processes half are
 * in 20 containers; each of these is looked at once.
 */
export function benchInside(isWanted: Wanted, report: Report): Promise<void> {
  return withLoadedDaemon(async (dockerd) => {
    const nsview = await startNsview({ docker: dockerd.endpoint });
    const browser = await chromium.launch(launchOptions());
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      const types = NAMESPACE_TYPES.filter((type) => isWanted(`inside.${type}`));
      const taken = new Map<NamespaceType, Taken>(
        types.map((type) => [type, { page: [], command: [] }]),
      );
      for (const { name, leader } of await leadersOf(dockerd)) {
        await page.goto(`${nsview.url}/?view=processes&select=container:${name}`);
        await page.waitForSelector('html[data-settled="true"]');
        for (const [type, { page: opened, command }] of taken) {
          opened.push(await open(page, name, type));
          command.push(await timeOf(WITNESSES[type](leader)));
        }
      }
      for (const [type, { page: opened, command }] of taken) {
        report({
          name: `inside.${type}`,
          value: quantile(opened, 0.95),
          unit: 'ms',
          baseline: { name: WITNESSES[type](1).join(' '), value: median(command), unit: 'ms' },
          n: opened.length,
          more: { p50: median(opened) },
        });
      }
    } finally {
      await browser.close();
      await nsview.stop();
    }
  });
}

/** Opens the container's namespace of a type, and goes back. @returns milliseconds from click to paint */
async function open(page: Page, container: string, type: NamespaceType): Promise<number> {
  const row = page.locator(`[data-fact="${type}"] button`).first();
  await row.waitFor();
  const [taken = Number.NaN] = await clickToPaint(row, [`[data-inside="${type}"]`]);
  await page.getByRole('button', { name: container, exact: true }).first().click();
  return taken;
}
