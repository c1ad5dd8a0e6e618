import type { Page } from '@playwright/test';
import { VIEWS } from '../lib/view-state/view-state';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';

/** For so many seconds no other process of a machine sleeps: no row but this one comes or goes. */
const NOBODY_ELSE_SLEEPS = '3141592';

/**
 * Where everything of the page stands that a person may be looking at, by what it is; but not each process: of those of
 * the host some come and go, and what stands around them says as much.
 */
function boxes(page: Page): Promise<Record<string, string>> {
  const things =
    'header, header :is(button, nav), main, aside, #view h2, [data-key]:not([data-key^="process "]), [data-column], [data-vantage]';
  return page.locator(things).evaluateAll((elements) =>
    Object.fromEntries(
      elements.map((element, index) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const name =
          element.getAttribute('data-key') ??
          element.getAttribute('data-vantage') ??
          `${element.tagName} ${String(index)}`;
        return [name, [x, y, width, height].map((each) => each.toFixed(1)).join(' ')];
      }),
    ),
  );
}

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

test('an engine that is silent and a connection that is lost move nothing, in whatever room', async ({
  browser,
  ownDockerd,
  ownNsview,
}) => {
  test.slow();
  const dockerd = await ownDockerd();
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', NOBODY_ELSE_SLEEPS);
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  // Not the context of other tests: a page that loses its server logs errors.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const pages: { what: string; page: Page; before: Record<string, string> }[] = [];
  for (const size of SIZES) {
    // Rows of processes come and go: where the panes stand is what matters.
    for (const view of VIEWS.filter((each) => each !== 'lens')) {
      const page = await context.newPage();
      await page.setViewportSize(size);
      await openNsview(page, nsview, `view=${view}&match=${NOBODY_ELSE_SLEEPS}`);
      await expect(page.locator('html')).toHaveAttribute('data-engine', 'connected');
      pages.push({ what: `${view}, ${size.width} wide`, page, before: await boxes(page) });
    }
  }
  dockerd.pause();
  for (const { what, page, before } of pages) {
    await expect(page.locator('html')).toHaveAttribute('data-engine', 'disconnected');
    await expect(page.getByRole('banner')).toContainText('Docker not answering');
    expect(await boxes(page), `${what}, the engine silent`).toEqual(before);
  }
  dockerd.resume();
  for (const { page } of pages) {
    await expect(page.locator('html')).toHaveAttribute('data-engine', 'connected');
  }
  await nsview.stop();
  for (const { what, page, before } of pages) {
    await expect(page.locator('html')).toHaveAttribute('data-state', 'stale');
    await expect(page.getByText('connection lost')).toBeVisible();
    expect(await boxes(page), `${what}, the connection lost`).toEqual(before);
  }
  await context.close();
});
