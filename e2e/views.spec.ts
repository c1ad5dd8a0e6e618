import type { Page } from '@playwright/test';
import { VIEWS } from '../lib/view-state/view-state';
import { FIRST_STEPS } from '../lib/facts/first-steps';
import { barriers } from './harness/axe';
import { expect, test } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import { containerNode, openNsview, settled, shownProcesses } from './harness/pages';

test('without containers, the lesson, and then the two commands that make the first', async ({
  page,
  dockerd,
  nsview,
}) => {
  await openNsview(page, nsview);
  const first = page.getByText('docker run --name c1 -d ubuntu sh -c "sleep 1d"');
  await expect(first).toBeVisible();
  const joining = page.getByText(/docker run --name c2 .*--pid=container:c1/);
  await expect(joining).toBeVisible();
  for (const command of [...FIRST_STEPS.apart, ...FIRST_STEPS.joined]) {
    await expect(page.getByText(command, { exact: true })).toBeVisible();
  }
  await expect(containerNode(page, ':host')).toBeVisible();
  // Who types these first finds the lesson's names taken: the way to it comes before them.
  const lesson = page.getByRole('button', { name: 'the lesson “Isolation in action”' });
  const [way, typed] = [await lesson.boundingBox(), await first.boundingBox()];
  expect((way?.y ?? NaN) + (way?.height ?? NaN)).toBeLessThan(typed?.y ?? NaN);

  expect((await dockerd.type('docker run --name c1 -d ubuntu sh -c "sleep 1d"')).code).toBe(0);
  await expect(containerNode(page, 'c1')).toBeVisible();
  await expect(joining).toHaveCount(0);
});

test('a link shows the same in another browser', async ({ page, browser, dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', 'ubuntu', 'sleep', '1d');
  const query =
    'view=processes&select=container:c2&types=pid,net&vantages=c2,:host&theme=light&lang=zh-CN&rows=all';
  await openNsview(page, nsview, query);
  const look = async (shown: Page) => ({
    address: new URL(shown.url()).search,
    language: await shown.locator('html').getAttribute('lang'),
    background: await shown.evaluate(() => getComputedStyle(document.body).backgroundColor),
    panes: await shown
      .locator('[data-vantage]')
      .evaluateAll((panes) => panes.map((pane) => pane.getAttribute('data-vantage'))),
    inC2: await shownProcesses(shown, 'c2'),
    headings: await shown.getByRole('heading').allTextContents(),
  });
  const here = await look(page);
  expect(here.language).toBe('zh-CN');
  expect(here.panes).toEqual(['c2', ':host']);
  expect(here.inC2).toHaveLength(1);

  const elsewhere = await browser.newContext({ colorScheme: 'dark', locale: 'en-GB' });
  const other = await elsewhere.newPage();
  await other.goto(page.url());
  await settled(other);
  expect(await look(other)).toEqual(here);
  await elsewhere.close();
});

test('a link that is wrong in part still counts for the rest', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=processes&theme=beige&vantages=c1&rows=all');
  expect(await shownProcesses(page, 'c1')).toHaveLength(1);
  await expect(page.getByText('beige')).toBeVisible();
});

test('the sharing of types that are filtered away is not drawn, but counted', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', '--ipc', 'shareable', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--ipc', 'container:c1', 'ubuntu', 'sleep', '1d');
  const letter = (type: string) => containerNode(page, 'c1').locator(`text[data-hue="${type}"]`);
  const ipcHub = page.locator('[data-hub^="ipc:"]');
  await openNsview(page, nsview);
  await expect(ipcHub).toHaveCount(1);
  await expect(letter('ipc')).toHaveText('I');

  const filter = page.getByRole('group', { name: 'Namespace types shown' });
  await filter.getByRole('button', { name: 'ipc' }).click();
  await expect(page).toHaveURL(/types=pid,net,mnt,user,uts,cgroup,time/);
  await expect(ipcHub).toHaveCount(0);
  await expect(page.locator('[data-tie^="ipc:"]')).toHaveCount(0);
  // The arc keeps its place in the ring, without its letter.
  await expect(letter('ipc')).toHaveCount(0);
  await expect(letter('pid')).toHaveText('P');
  await expect(page.locator('[data-hidden-count]')).toHaveAttribute('data-hidden-count', '1');

  await openNsview(page, nsview, 'types=pid,net');
  await expect(letter('pid')).toHaveText('P');
  await expect(ipcHub).toHaveCount(0);
  await filter.getByRole('button', { name: 'ipc' }).click();
  await expect(ipcHub).toHaveCount(1);
});

test('theme, language and view are switched in the header, and kept in the URL', async ({
  page,
  nsview,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openNsview(page, nsview);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.getByRole('button', { name: 'Switch to the light theme' }).click();
  await expect(page).toHaveURL(/theme=light/);
  await expect.poll(background).not.toBe(dark);

  await page.getByRole('button', { name: '中文' }).click();
  await expect(page).toHaveURL(/lang=zh-CN/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await page.getByRole('button', { name: 'Processes' }).click();
  await expect(page).toHaveURL(/view=processes/);
  await expect(page.locator('[data-vantage=":host"]')).toBeVisible();
  await page.goBack();
  await expect(containerNode(page, ':host')).toBeVisible();

  // However often one goes to and fro, it is the same page, and nothing is asked for again.
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() || request.url().includes('_next/data')) {
      asked.push(request.url());
    }
  });
  for (let nth = 0; nth < 2; nth += 1) {
    await page.goForward();
    await expect(page.locator('[data-vantage=":host"]')).toBeVisible();
    await page.goBack();
    await expect(containerNode(page, ':host')).toBeVisible();
  }
  expect(asked).toEqual([]);
});

test('pointing at a process lights it in every pane', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('c1');
  await openNsview(page, nsview, 'view=processes&vantages=:host,c1&rows=all');
  const row = (vantage: string) =>
    page.locator(`[data-vantage="${vantage}"] [data-process="${leader}"]`);
  const look = (vantage: string) =>
    row(vantage).evaluate((element) => getComputedStyle(element).backgroundColor);
  const unlit = await look(':host');
  await row('c1').hover();
  await expect.poll(() => look(':host')).not.toBe(unlit);
  expect(await look(':host')).toBe(await look('c1'));
});

test('every container is reached and selected by keyboard', async ({ page, dockerd, nsview }) => {
  for (const name of ['c1', 'c2', 'c3']) await dockerd.run('--name', name, 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview);
  for (const name of ['c1', 'c2', 'c3']) await expect(containerNode(page, name)).toBeVisible();
  const reached = new Set<string>();
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() =>
      document.activeElement?.closest('[data-container]')?.getAttribute('data-container'),
    );
    if (at === undefined || at === null) continue;
    reached.add(at);
    if (at === 'c2') {
      await page.keyboard.press('Enter');
      await expect(page.locator('[data-container="c2"][aria-selected="true"]')).toBeVisible();
      await expect(page).toHaveURL(/select=container:c2/);
    }
    if (reached.size === 4) break;
  }
  expect([...reached].sort()).toEqual([':host', 'c1', 'c2', 'c3']);
});

for (const { theme, language, query } of LOOKS) {
  test(`axe finds no barrier in the ${theme} theme, in ${language}`, async ({
    page,
    dockerd,
    nsview,
  }) => {
    await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
    await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
    for (const view of VIEWS) {
      await openNsview(page, nsview, `view=${view}&${query}&select=container:c1`);
      expect(await barriers(page), view).toEqual([]);
    }
  });
}

test('what cannot be fetched is told, and had when it is asked for again', async ({
  browser,
  nsview,
}) => {
  // Of its own: here the browser has errors to log.
  const elsewhere = await browser.newContext();
  const page = await elsewhere.newPage();
  const html = page.locator('html');
  let cut = false;
  await page.route('**/_next/static/chunks/**', async (route) => {
    // Of two requests beside each other the later may see what the first one did.
    if ((await html.getAttribute('data-settled')) === 'true') cut = true;
    await (cut ? route.abort() : route.continue());
  });
  await openNsview(page, nsview, 'view=sharing&lang=en');
  cut = true;
  const gone = page.getByText('This part of the page could not be loaded.');

  await page.getByRole('button', { name: 'Matrix' }).click();
  await expect(gone).toBeVisible();
  await expect(html).toHaveAttribute('data-settled', 'false');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByText('The other language could not be loaded.')).toBeVisible();
  await expect(html).toHaveAttribute('lang', 'en');

  await page.unrouteAll({ behavior: 'wait' });
  await page.getByRole('status').getByRole('button', { name: 'Try again' }).click();
  await expect(html).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('main').getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await settled(page);
  await elsewhere.close();
});

test('where the thread that arranges cannot be had, the Sharing view says so, and has it when asked again', async ({
  browser,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  // Of its own: here the browser has errors to log.
  const elsewhere = await browser.newContext();
  const before = await elsewhere.newPage();
  const worker = before.waitForEvent('worker');
  await openNsview(before, nsview, 'view=sharing&lang=en');
  const script = (await worker).url();

  const page = await elsewhere.newPage();
  await page.route(script, (route) => route.abort());
  await page.goto(`${nsview.url}/?view=sharing&lang=en`);
  await expect(page.getByText('This part of the page could not be loaded.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-settled', 'false');

  await page.unrouteAll({ behavior: 'wait' });
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-container="c1"]')).toBeVisible();
  await settled(page);
  await elsewhere.close();
});
