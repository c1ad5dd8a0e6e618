import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { snapshotSchema } from '@lib/model/snapshot';
import { VIEWS } from '../lib/view-state/view-state';
import { barriers } from './harness/axe';
import { expect, test } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import { containerNode, openNsview, settled } from './harness/pages';
import { COURSE, runTopology } from './harness/topology';

/** Opens the dialog by its key and presses one of its buttons. */
async function takeAway(page: Page, what: RegExp): Promise<void> {
  await page.keyboard.press('e');
  await page.getByRole('dialog').getByRole('button', { name: what }).click();
}

/** The file that pressing brings. */
async function downloaded(page: Page, what: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await takeAway(page, what);
  const download: Download = await coming;
  await expect(page.getByRole('dialog').getByRole('status')).toContainText(
    download.suggestedFilename(),
  );
  await page.keyboard.press('Escape');
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What the browser's XML parser makes of a figure. */
function parsed(page: Page, svg: string) {
  return page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      root: root.nodeName,
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      texts: [...root.querySelectorAll('text')].map((each) => each.textContent),
      containers: [...root.querySelectorAll('[data-container]')].map((each) =>
        each.getAttribute('data-container'),
      ),
      references: [...root.querySelectorAll('[href], image, script, foreignObject')].length,
    };
  }, svg);
}

for (const view of VIEWS) {
  test(`${view}: a figure and a picture of what is shown`, async ({ page, dockerd, nsview }) => {
    await runTopology(dockerd, COURSE);
    await openNsview(page, nsview, `view=${view}&vantages=:host,c1,c2`);
    await expect(page.locator('main')).toContainText('c2');

    const figure = await downloaded(page, /^Figure/);
    expect(figure.name).toMatch(new RegExp(`^nsview-${view}-.+Z\\.svg$`));
    const drawing = await parsed(page, figure.bytes.toString());
    expect(drawing.root).toBe('svg');
    for (const name of ['c1', 'c2']) {
      // Names stand alone, or with what is counted of them.
      expect(drawing.texts.filter((text) => text.split(' ').includes(name))).not.toEqual([]);
    }
    expect(drawing.references).toBe(0);
    if (view === 'sharing') expect(drawing.containers.sort()).toEqual([':host', 'c1', 'c2']);
    const canvas = await page.locator('#view').boundingBox();
    expect(drawing.width).toBe(Math.round(canvas?.width ?? 0));

    const picture = await downloaded(page, /^Picture/);
    expect(picture.name).toMatch(new RegExp(`^nsview-${view}-.+Z\\.png$`));
    // IHDR comes first: its length, its name, then width and height (PNG, section 11.2.2).
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.bytes.subarray(12, 16).toString()).toBe('IHDR');
    expect(picture.bytes.readUInt32BE(16)).toBe(2 * drawing.width);
    expect(picture.bytes.readUInt32BE(20)).toBe(2 * drawing.height);
  });
}

test('lens: the figure tells of what namespaces isolate what the page tells', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', '--hostname', 'first', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--hostname', 'second', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=lens&lens=uts&hostprocs=0');
  const told = (within: string) =>
    page.evaluate((svg) => {
      const root =
        svg === ''
          ? document
          : new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      return [...root.querySelectorAll('[data-box^="uts:"]')].map((box) => [
        box.getAttribute('data-box'),
        box.querySelector('[data-fact="hostname"]')?.textContent?.replace(/\s+/g, ''),
      ]);
    }, within);
  const onPage = await told('');
  expect(onPage.map(([, text]) => text)).toEqual(
    expect.arrayContaining([expect.stringMatching(/first$/), expect.stringMatching(/second$/)]),
  );
  const figure = await downloaded(page, /^Figure/);
  expect(await told(figure.bytes.toString())).toEqual(onPage);
});

test('lens: the figure also tells what was never on screen', async ({ page, dockerd, nsview }) => {
  const names = Array.from({ length: 14 }, (_, nth) => `box${nth}`);
  for (const name of names) {
    await dockerd.run('--name', name, '--hostname', `${name}-here`, 'ubuntu', 'sleep', '1d');
  }
  await page.setViewportSize({ width: 700, height: 400 });
  await openNsview(page, nsview, 'view=lens&lens=uts&hostprocs=0&inspector=0');
  const hostnames = page.locator('[data-box] [data-fact="hostname"]');
  await expect(hostnames.first()).toHaveAttribute('data-state', 'known');
  // Those below have not been asked for.
  await expect(page.locator('[data-fact="hostname"][data-state="asked"]')).not.toHaveCount(0);
  const { bytes } = await downloaded(page, /^Figure/);
  const drawing = await parsed(page, bytes.toString());
  for (const name of names) {
    expect(drawing.texts.filter((text) => text.includes(`${name}-here`))).toHaveLength(1);
  }
  expect(bytes.toString()).not.toContain('data-state="asked"');
});

/** What is told while it is being read, and the figure that comes when it was. */
async function figureWhile(page: Page, readOn: () => void): Promise<string> {
  const coming = page.waitForEvent('download');
  const status = page.getByRole('dialog').getByRole('status');
  try {
    await takeAway(page, /^Figure/);
    await expect(status).toContainText(/Reading what is drawn: \d+ of \d+/);
  } finally {
    readOn();
  }
  const download = await coming;
  await expect(status).toHaveText(`Saved: ${download.suggestedFilename()}`);
  return readFileSync(await download.path()).toString();
}

test('lens: the figure waits for layers that the engine has not told yet', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=lens&lens=uts&inspector=0');
  await expect(page.locator('[data-box^="uts:"]')).not.toHaveCount(0);
  dockerd.pause();
  let figure = '';
  try {
    await page.keyboard.press('3');
    await expect(page.getByRole('listbox')).toContainText('being read');
    figure = await figureWhile(page, () => dockerd.resume());
  } finally {
    dockerd.resume();
  }
  expect(figure).not.toContain('being read');
  expect(figure).toContain('data-layer');
});

test('lens: the figure waits for what is being worked out', async ({ page, dockerd, nsview }) => {
  for (const name of ['one', 'two']) await dockerd.run('--name', name, 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=lens&lens=net&select=container:one,container:two');
  const verdict = page.getByRole('listbox').locator('[data-reach="one two"]');
  await expect(verdict).toHaveAttribute('data-verdict', 'yes');
  // What the dialog is made of is there from here on.
  await downloaded(page, /^Figure/);
  process.kill(nsview.pid, 'SIGSTOP');
  let figure = '';
  try {
    await page.getByRole('complementary').getByLabel('port').fill('80');
    await expect(verdict).not.toHaveAttribute('data-verdict');
    await page.getByRole('complementary').getByLabel('port').blur();
    figure = await figureWhile(page, () => process.kill(nsview.pid, 'SIGCONT'));
  } finally {
    process.kill(nsview.pid, 'SIGCONT');
  }
  const { texts } = await parsed(page, figure);
  expect(texts.join(' ')).toContain('nobody listens');
  expect(figure).not.toContain('Being worked out');
});

test('processes: the figure lists what the page lists', async ({ page, dockerd, nsview }) => {
  await runTopology(dockerd, COURSE);
  const list = 'tree=1&match=sleep&by=-command&columns=pid,host-pid,start,command';
  await openNsview(page, nsview, `view=processes&vantages=c1,c2&${list}&rows=all`);
  await expect(page.locator('[data-vantage="c2"] [data-process]')).toHaveCount(4);
  await page.keyboard.press('z');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'frozen');
  const onPage = await page.locator('[data-vantage]').evaluateAll((panes) =>
    panes.map((pane) => ({
      names: [...pane.querySelectorAll('[role="columnheader"]')].map((each) => each.textContent),
      rows: [...pane.querySelectorAll('[data-process]')].map((row) => [
        row.getAttribute('data-process'),
        row.getAttribute('aria-level'),
        ...[...row.querySelectorAll('[data-column]')].map((cell) => cell.textContent),
      ]),
    })),
  );
  const figure = await downloaded(page, /^Figure/);
  const inFigure = await page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, 'image/svg+xml');
    return [...root.querySelectorAll('[data-vantage]')].map((pane) => {
      const texts = [...pane.querySelectorAll(':scope > text')].map((each) => each.textContent);
      return {
        // After the name of the vantage and its namespace.
        names: texts.slice(2),
        rows: [...pane.querySelectorAll('[data-process]')].map((row) => [
          row.getAttribute('data-process'),
          row.getAttribute('data-level'),
          ...[...row.querySelectorAll('text')].map((each) => each.textContent),
        ]),
      };
    });
  }, figure.bytes.toString());
  expect(inFigure).toEqual(onPage);
});

test('the snapshot as the API has it', async ({ page, dockerd, nsview }) => {
  await runTopology(dockerd, COURSE);
  await openNsview(page, nsview);
  await expect(containerNode(page, 'c2')).toBeVisible();
  const { name, bytes } = await downloaded(page, /^Snapshot/);
  expect(name).toMatch(/^nsview-snapshot-.+Z\.json$/);
  const snapshot = snapshotSchema.parse(JSON.parse(bytes.toString()));
  expect(snapshot.containers.map((container) => container.name).sort()).toEqual(['c1', 'c2']);
});

test('a link to exactly this view', async ({ page, browser, dockerd, nsview }) => {
  await runTopology(dockerd, COURSE);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openNsview(page, nsview, 'view=matrix&select=container:c2&types=pid,net&group=sharing');
  const look = (shown: Page) =>
    shown.evaluate(() => ({
      address: window.location.search,
      view: document.querySelector('nav [aria-current="page"]')?.textContent,
      selected: document.querySelector('[aria-selected="true"]')?.getAttribute('data-container'),
      columns: [...document.querySelectorAll('[role="columnheader"]')].map(
        (each) => each.textContent,
      ),
      headings: [...document.querySelectorAll('h2, [role="rowheader"]:not([data-column])')].map(
        (each) => each.textContent,
      ),
    }));
  await expect(page.locator('[data-container="c2"][aria-selected="true"]')).toBeVisible();
  await takeAway(page, /^Link/);
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(link);
  await settled(other);
  await expect(other.locator('[data-container="c2"][aria-selected="true"]')).toBeVisible();
  expect(await look(other)).toEqual(await look(page));
  await elsewhere.close();
});

test('a link to be copied by hand where the clipboard is refused', async ({ page, nsview }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openNsview(page, nsview, 'view=lens&lens=net');
  await takeAway(page, /^Link/);
  const address = page.getByRole('textbox', { name: 'Link to this view' });
  await expect(address).toBeFocused();
  await expect(address).toHaveValue(`${nsview.url}/?view=lens&lens=net`);
});

test('the dialog opens and closes by keyboard, and axe finds no barrier in it', async ({
  page,
  nsview,
}) => {
  for (const { query } of LOOKS) {
    await openNsview(page, nsview, `view=matrix&${query}`);
    await page.keyboard.press('e');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(
      page.getByRole('dialog').getByRole('button', { name: /^(Figure|矢量图)/ }),
    ).toBeFocused();
    expect(await barriers(page), query).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test.describe('a held moment', () => {
  test('stays while containers come, and going on catches up', async ({
    page,
    dockerd,
    nsview,
  }) => {
    await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
    await openNsview(page, nsview, 'freeze=1&select=container:c1');
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-state', 'frozen');
    await expect(containerNode(page, 'c1')).toBeVisible();
    const seq = await html.getAttribute('data-seq');
    const before = await page.locator('main').innerHTML();
    // Another page shows when the server has told of it.
    const live = await page.context().newPage();
    await openNsview(live, nsview);
    await dockerd.run('--name', 'c2', 'ubuntu', 'sleep', '1d');
    await expect(containerNode(live, 'c2')).toBeVisible();
    await live.close();

    expect(await html.getAttribute('data-seq')).toBe(seq);
    expect(await page.locator('main').innerHTML()).toBe(before);
    await expect(containerNode(page, 'c2')).toHaveCount(0);

    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(html).toHaveAttribute('data-state', 'live');
    await expect(containerNode(page, 'c2')).toBeVisible();
    await expect(page).not.toHaveURL(/freeze/);
  });

  test('is held and let go by its key', async ({ page, dockerd, nsview }) => {
    await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
    await openNsview(page, nsview);
    await expect(containerNode(page, 'c1')).toBeVisible();
    await page.keyboard.press('z');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'frozen');
    await expect(page).toHaveURL(/freeze=1/);
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('z');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
  });

  test('of a recording stands still until it is played', async ({ page, nsview }) => {
    await openNsview(page, nsview, 'recording=course&at=30&freeze=1');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'frozen');
    await expect(page.getByRole('button', { name: 'Play (space)' })).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.locator('html')).toHaveAttribute('data-state', 'replay');
    await expect(page.getByRole('button', { name: 'Pause (space)' })).toBeVisible();
  });
});
