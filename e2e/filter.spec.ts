import type { Browser, Page } from '@playwright/test';
import { VIEWS } from '@lib/view-state/view-state';
import { LANGUAGES } from '@lib/model/language';
import { snapshotOf } from './harness/api';
import { barriers } from './harness/axe';
import { launchOptions } from './harness/browser';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import type { Nsview } from './harness/nsview';
import { containerNode, openNsview, settled, shownProcesses } from './harness/pages';
import { COURSE, runTopology } from './harness/topology';

declare global {
  interface Window {
    /** What the live region has said, and when. */
    told: { at: number; text: string }[];
  }
}

const SHOP = ['--label', 'com.docker.compose.project=shop'];

/** The course's pair, a project of two, and one that never started. */
async function runSmallShop(dockerd: Dockerd): Promise<void> {
  await runTopology(dockerd, [...COURSE, ['web', ...SHOP], ['db', '--net=container:web', ...SHOP]]);
  demand(await dockerd.cli('create', '--name', 'old', 'ubuntu', 'true'), 'docker create');
}

/** The host PIDs of the processes in these containers. */
async function processesOf(nsview: Nsview, ...names: string[]): Promise<number[]> {
  const { containers, processes } = await snapshotOf(nsview);
  const ids = containers.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  return processes
    .filter(({ container }) => container !== null && ids.includes(container))
    .map(({ pid }) => pid);
}

const hidden = (page: Page, by: string) => page.locator(`[data-hidden-by="${by}"]`);

const shownContainers = (page: Page) =>
  page
    .locator('main [data-container][data-container-id]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-container')).sort());

const dots = (page: Page) =>
  page
    .locator('[data-box] [data-process]')
    .evaluateAll((nodes) => nodes.map((node) => Number(node.getAttribute('data-process'))));

test('what is filtered is missing from every view, and counted in every view', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runSmallShop(dockerd);
  const filters = 'stopped=0&hide=shop&hostprocs=0';
  const [left, gone] = [
    await processesOf(nsview, 'c1', 'c2'),
    await processesOf(nsview, 'web', 'db'),
  ];
  for (const view of ['sharing', 'matrix'] as const) {
    await openNsview(page, nsview, `view=${view}&${filters}`);
    expect(await shownContainers(page), view).toEqual(['c1', 'c2']);
    await expect(hidden(page, 'stopped')).toHaveAttribute('data-hidden-count', '1');
    await expect(hidden(page, 'projects')).toHaveAttribute('data-hidden-count', '2');
    await expect(hidden(page, 'projects')).toContainText(`2 containers, ${gone.length} processes`);
  }
  await openNsview(page, nsview, `view=lens&${filters}`);
  expect((await dots(page)).sort()).toEqual(left.sort());
  await expect(hidden(page, 'projects')).toHaveAttribute('data-hidden-count', `${gone.length}`);
  await openNsview(page, nsview, `view=processes&vantages=:host&rows=all&${filters}`);
  const rows = await shownProcesses(page, ':host');
  expect(rows.map(({ process }) => process).sort()).toEqual(left.sort());
  await expect(hidden(page, 'projects')).toHaveAttribute('data-hidden-count', `${gone.length}`);
  await expect
    .poll(async () => {
      const count = Number(await hidden(page, 'hostProcesses').getAttribute('data-hidden-count'));
      const { processes } = await snapshotOf(nsview);
      return count - processes.filter(({ container }) => container === null).length;
    })
    .toBe(0);

  await page.getByRole('button', { name: 'Show again: host processes' }).click();
  await expect(hidden(page, 'hostProcesses')).toHaveCount(0);
  await expect(page).not.toHaveURL(/hostprocs/);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.locator('[data-hidden-count]')).toHaveCount(0);
  await expect(page).not.toHaveURL(/stopped|hide/);
  await expect(page.locator(`[data-process="${gone[0] ?? 0}"]`)).toHaveCount(1);
});

test('the panel: opened by f, everything in it changes the link, Escape gives the focus back', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runSmallShop(dockerd);
  await openNsview(page, nsview);
  await page.keyboard.press('f');
  const panel = page.getByRole('dialog', { name: 'Show and hide' });
  await expect(panel.getByLabel('Only what meets')).toBeFocused();
  await page.keyboard.type('type:pid shared');
  await expect(page).toHaveURL(/q=type:pid%20shared/);
  await expect.poll(() => shownContainers(page)).toEqual(['c1', 'c2']);
  await expect(panel).toContainText('2 of 5 containers shown');
  await expect(hidden(page, 'query')).toHaveAttribute('data-hidden-count', '3');
  await page.keyboard.type(' net:eth0');
  await expect(panel).toContainText('net:eth0 was not understood');
  await panel.getByRole('button', { name: 'Clear' }).click();
  await expect(page).not.toHaveURL(/q=/);

  await panel.getByLabel('Stopped containers').uncheck();
  await panel.getByLabel('shop').uncheck();
  await expect(page).toHaveURL(/stopped=0&hide=shop/);
  await panel.getByLabel('Processes of the host').uncheck();
  await expect(page).toHaveURL(/hostprocs=0/);
  await expect.poll(() => shownContainers(page)).toEqual(['c1', 'c2']);
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  const button = page.getByRole('button', { name: 'Show and hide (f): 3 filters are on' });
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await panel.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => shownContainers(page)).toEqual(['c1', 'c2', 'db', 'old', 'web']);
  expect(new URL(page.url()).search).toBe('?own=1');
});

test('a link shows the same in a browser that knows nothing', async ({
  page,
  browser,
  dockerd,
  nsview,
}) => {
  await runSmallShop(dockerd);
  const query = 'view=matrix&stopped=0&hide=shop&q=type:pid%20shared&select=container:web';
  await openNsview(page, nsview, query);
  // What there is on the host changes all the time; what the test made does not.
  const told = async (of: Page) => [
    await of
      .locator('[data-hidden-by]')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-hidden-by'))),
    await hidden(of, 'projects').innerText(),
    await hidden(of, 'stopped').innerText(),
  ];
  const before = [await shownContainers(page), await told(page)];
  const url = page.url();
  expect(url).toContain('q=type:pid%20shared');
  const fresh = await freshPage(browser);
  await fresh.goto(url);
  await settled(fresh);
  expect([await shownContainers(fresh), await told(fresh)]).toEqual(before);
  expect(fresh.url()).toBe(url);
  await fresh.context().close();

  await openNsview(page, nsview, 'stopped=no&q=net:eth0');
  await expect(page.getByText('The link says stopped=no')).toBeVisible();
  await expect(page.getByText('The link says q=net:eth0')).toBeVisible();
});

async function freshPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext();
  return context.newPage();
}

test('what is hidden stays shared and selected, says so, and comes back where it stood', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runSmallShop(dockerd);
  await openNsview(page, nsview, 'select=container:c2');
  const places = () =>
    page
      .locator('[data-container][data-container-id]')
      .evaluateAll((nodes) =>
        nodes.map((node) => [node.getAttribute('data-container'), node.getAttribute('transform')]),
      );
  const before = await places();
  await page.keyboard.press('f');
  await page.keyboard.type('name:c1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect.poll(() => shownContainers(page)).toEqual(['c1']);
  await settled(page);
  expect(before).toContainEqual((await places())[0]);
  await expect(containerNode(page, 'c1').locator('[data-type="pid"]')).toHaveAttribute(
    'data-sharing',
    'shared',
  );
  await expect(page.locator('[data-hub^="pid:"]')).toContainText('+1 hidden');

  const notice = page.locator('[data-selected-hidden="c2"]');
  await expect(notice).toContainText('c2 is not in the picture');
  await expect(page.getByRole('heading', { name: 'c2', exact: true })).toBeVisible();
  await notice.getByRole('button', { name: 'Show it' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page).not.toHaveURL(/q=/);
  await expect(page).toHaveURL(/select=container:c2/);
  await settled(page);
  await expect.poll(places).toEqual(before);
  await expect(page.locator('[data-hub^="pid:"]')).not.toContainText('hidden');
});

test('what was found although filters hide it says so, and comes back when it is chosen', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runSmallShop(dockerd);
  const web = await dockerd.leader('web');
  const row = page.locator(`[data-vantage="web"] [data-process="${web}"]`);
  const told = page.locator('[data-told]');
  await openNsview(page, nsview, 'view=processes&vantages=c1&hide=shop&number=1');
  const namesake = page.locator(`[data-namesake="${web}"]`);
  await expect(namesake.locator('[data-hidden-hit]')).toHaveText('hidden by filters');
  await expect(page.locator('[data-namesake]', { hasNotText: 'hidden by' })).not.toHaveCount(0);
  await namesake.click();
  await expect(row).toBeFocused();
  await expect(page).not.toHaveURL(/hide=/);
  await expect(told).toHaveText(/^Shown again: /);
  await expect(page.locator('[data-hidden-hit]')).toHaveCount(0);

  // A container that is found, in the picture again; and a process of the host, in its list.
  await openNsview(page, nsview, 'view=sharing&hide=shop&hostprocs=0&q=c1');
  await page.keyboard.press('/');
  await page.keyboard.type('web');
  const result = page.locator('[data-result="web"]');
  await expect(result.locator('[data-hidden-hit]')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(containerNode(page, 'web')).toHaveAttribute('aria-selected', 'true');
  await expect(told).toHaveText('Shown again: web');
  await page.keyboard.press('/');
  await page.keyboard.type(`${nsview.pid}`);
  const server = page.locator('[role="option"]', { hasText: `PID ${nsview.pid} ` });
  await expect(server).toContainText('hidden by filters');
  await server.click();
  await expect(page.locator(`[data-vantage=":host"] [data-process="${nsview.pid}"]`)).toBeVisible();
});

test('changes are told to those who listen, seldom and briefly', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const crowd = Array.from({ length: 6 }, (_, index) => `w${index}`);
  for (const name of crowd) {
    demand(await dockerd.cli('create', '--name', name, 'ubuntu', 'sleep', '1d'), 'docker create');
  }
  await openNsview(page, nsview);
  await page.evaluate(() => {
    window.told = [];
    const region = document.querySelector('[data-announcement]');
    if (region === null) throw new Error('there is no live region');
    new MutationObserver(() => {
      window.told.push({ at: performance.now(), text: region.textContent ?? '' });
    }).observe(region, { childList: true });
  });
  const told = () => page.evaluate(() => window.told);
  const all = async () => (await told()).map(({ text }) => text).join(' ');

  await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  await expect.poll(all).toContain('c2 joined the PID namespace of c1.');
  expect(await all()).toContain('c2 started.');
  demand(await dockerd.cli('start', ...crowd), 'docker start');
  demand(await dockerd.cli('rm', '--force', 'c2'), 'docker rm');
  await expect.poll(all).toContain('c2 was removed.');
  const messages = await told();
  for (const [index, { at }] of messages.entries()) {
    const previous = messages[index - 1];
    if (previous !== undefined) expect(at - previous.at).toBeGreaterThan(2_900);
  }
  // What is filtered away has not gone, and is not told about.
  const count = messages.length;
  await page.keyboard.press('f');
  await page.keyboard.type('name:c1');
  await page.keyboard.press('Enter');
  await expect.poll(() => shownContainers(page)).toEqual(['c1']);
  demand(await dockerd.cli('rm', '--force', 'w0'), 'docker rm');
  demand(await dockerd.cli('stop', '--time', '0', 'c1'), 'docker stop');
  await expect.poll(all).toContain('c1 stopped.');
  expect((await told()).length).toBe(count + 1);
  expect(await all()).not.toContain('w0 was removed');
});

/** Header controls that are cut off at the side, or that stand on each other. */
const misplaced = (page: Page) =>
  page.evaluate(() => {
    const controls = [...document.querySelectorAll('header button')].filter(
      (each) => each.closest('main, [popover], dialog') === null,
    );
    const boxes = controls.map((each) => ({
      name: each.getAttribute('aria-label') ?? each.textContent ?? '',
      box: each.getBoundingClientRect(),
    }));
    const cut = boxes.filter(({ box }) => box.left < 0 || box.right > window.innerWidth + 0.5);
    const over = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (other) =>
            one.box.left < other.box.right - 1 &&
            other.box.left < one.box.right - 1 &&
            one.box.top < other.box.bottom - 1 &&
            other.box.top < one.box.bottom - 1,
        )
        .map((other) => `${one.name} over ${other.name}`),
    );
    const { scrollWidth } = document.documentElement;
    return {
      cut: cut.map(({ name }) => name),
      over,
      sideways: Math.max(0, scrollWidth - window.innerWidth),
    };
  });

const NOTHING = { cut: [], over: [], sideways: 0 };

/** Everything is there, in reach, and large enough to be of use. */
async function expectUsable(page: Page, nsview: Nsview): Promise<void> {
  for (const view of VIEWS) {
    for (const language of LANGUAGES) {
      const query = `view=${view}&lang=${language}&stopped=0&hide=shop&select=container:c1`;
      await openNsview(page, nsview, query);
      expect(await misplaced(page), `${view}, ${language}`).toEqual(NOTHING);
      for (const part of ['main', 'aside', '[data-hidden]']) {
        const box = page.locator(part);
        await box.scrollIntoViewIfNeeded();
        await expect(box, `${view}, ${part}`).toBeInViewport();
      }
      expect((await page.locator('main').boundingBox())?.height, view).toBeGreaterThan(280);
    }
  }
  await page.keyboard.press('f');
  const panel = page.locator('[popover]');
  await expect(panel).toBeInViewport({ ratio: 1 });
  const last = panel.getByRole('button').last();
  await last.scrollIntoViewIfNeeded();
  await expect(last).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
}

test('at 200 % everything can be reached, and nothing is cut', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runSmallShop(dockerd);
  await page.setViewportSize({ width: 640, height: 360 });
  await expectUsable(page, nsview);
});

test('so it can with letters twice as large', async ({ playwright, dockerd, nsview }) => {
  await runSmallShop(dockerd);
  const { args = [], ...options } = launchOptions();
  const browser = await playwright.chromium.launch({
    ...options,
    // What the setting "font size: very large" of a browser does.
    args: [...args, '--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await openNsview(page, nsview);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('28px');
  // Icons are as large as letters.
  const icon = await page.locator('header button svg').first().boundingBox();
  expect(icon?.width).toBeGreaterThan(28);
  await expectUsable(page, nsview);
  await browser.close();
});

test('axe finds no barrier in the open panel, in each theme and language', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runSmallShop(dockerd);
  for (const { query } of LOOKS) {
    await openNsview(page, nsview, `${query}&stopped=0&q=c1&hide=shop&select=container:web`);
    await page.keyboard.press('f');
    await expect(page.locator('[popover] input[type="text"]')).toBeFocused();
    expect(await barriers(page), query).toEqual([]);
  }
});
