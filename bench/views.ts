import { benchLensNet } from './browser/lens-net';
import { benchLensSwitch } from './browser/lens-switch';
import { PAGE_LOAD_FIGURES, benchPageLoad } from './browser/page-load';
import { benchPageSize } from './browser/page-size';
import { SCRUB_FIGURES, benchScrubbing } from './browser/scrub';
import { benchUpdate } from './browser/update';
import { withBrowser } from './browser/generated-page';
import type { Report, Wanted } from './report';

export const VIEW_FIGURES = [
  ...PAGE_LOAD_FIGURES,
  'update.500',
  'lens.switch',
  'lens.net.60',
  'page.js',
  ...SCRUB_FIGURES,
] as const;

/** What the page costs, with machines that were made up: no daemon and no load is needed. */
export function benchViews(isWanted: Wanted, report: Report): Promise<void> {
  return withBrowser(async (browser) => {
    if (PAGE_LOAD_FIGURES.some(isWanted)) await benchPageLoad(browser, isWanted, report);
    if (isWanted('update.500')) await benchUpdate(browser, report);
    if (isWanted('lens.switch')) await benchLensSwitch(browser, report);
    if (isWanted('lens.net.60')) await benchLensNet(browser, report);
    if (SCRUB_FIGURES.some(isWanted)) await benchScrubbing(browser, isWanted, report);
    if (isWanted('page.js')) await benchPageSize(browser, report);
  });
}
