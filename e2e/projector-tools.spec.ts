import type { Page } from '@playwright/test';
import { LANGUAGES } from '../lib/model/language';
import { barriers } from './harness/axe';
import { pageOptions, windowedOptions } from './harness/browser';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview, settled } from './harness/pages';

/* What a person who shows something to a room has on top of the picture. */

const JOINED = 'recording=course&at=36&view=sharing&projector=1&lang=en';

const strokes = (page: Page) => page.locator('[data-stroke]');
const tool = (page: Page, name: string) =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true });

/** The middle of a container's ring on the screen. */
async function middleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await containerNode(page, name).boundingBox();
  if (box === null) throw new Error(`${name} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** How bright the screen is around a point, of 255. */
async function brightness(page: Page, { x, y }: { x: number; y: number }): Promise<number> {
  const clip = { x: x - 4, y: y - 4, width: 8, height: 8 };
  const bytes = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const picture = await createImageBitmap(
      new Blob([Uint8Array.from(atob(data), (each) => each.charCodeAt(0))]),
    );
    const context = new OffscreenCanvas(8, 8).getContext('2d');
    context?.drawImage(picture, 0, 0);
    const pixels = context?.getImageData(0, 0, 8, 8).data ?? [];
    let sum = 0;
    for (const [at, value] of pixels.entries()) if (at % 4 !== 3) sum += value;
    return sum / (64 * 3);
  }, bytes);
}

test('a marker draws by mouse, finger and pen, above the picture and nowhere else, until it is wiped away', async ({
  page,
  nsview,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openNsview(page, nsview, JOINED);
  const { x, y } = await middleOf(page, 'c2');
  await page.keyboard.press('d');
  await expect(tool(page, 'Marker')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('[data-told]')).toHaveText(/Marker/);

  await page.mouse.move(x - 60, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 12 });
  await page.mouse.up();
  await page.mouse.move(x, y + 60);
  await expect(strokes(page)).toHaveCount(1);
  // Where the pointer was, as wide as the back row sees.
  const line = strokes(page).locator('path').last();
  const drawn = await line.boundingBox();
  expect(drawn?.x).toBeCloseTo(x - 60, -1);
  expect((drawn?.x ?? 0) + (drawn?.width ?? 0)).toBeCloseTo(x + 60, -1);
  expect(
    await line.evaluate((path) => Number.parseFloat(getComputedStyle(path).strokeWidth)),
  ).toBeGreaterThanOrEqual(7);
  // Nothing below it was selected, and what is drawn is in no address.
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(0);
  await expect(page).not.toHaveURL(/select|marker/);

  const cdp = await page.context().newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx: number) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y: y + 90 }],
    });
  await finger('touchStart', -50);
  for (const dx of [-20, 10, 40]) await finger('touchMove', dx);
  await finger('touchEnd', 0);
  await expect(strokes(page)).toHaveCount(2);
  const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', dx: number) =>
    cdp.send('Input.dispatchMouseEvent', {
      ...{ type, x: x + dx, y: y - 90, pointerType: 'pen', button: 'left', buttons: 1 },
      clickCount: 1,
    });
  await pen('mousePressed', -50);
  for (const dx of [-20, 10, 40]) await pen('mouseMoved', dx);
  await pen('mouseReleased', 40);
  await expect(strokes(page)).toHaveCount(3);
  for (const nth of [0, 1, 2]) {
    const points = await strokes(page).nth(nth).getAttribute('data-stroke');
    expect(Number(points)).toBeGreaterThanOrEqual(3);
  }

  // Put away, lines stay and the pointer selects again; then they are wiped away.
  await page.keyboard.press('d');
  await page.mouse.click(x, y);
  await expect(containerNode(page, 'c2')).toHaveAttribute('aria-selected', 'true');
  await expect(strokes(page)).toHaveCount(3);
  await page.keyboard.press('c');
  await expect(strokes(page)).toHaveCount(0);

  // Lines are about one picture; and with the mode all is gone.
  await page.keyboard.press('d');
  await page.mouse.click(x, y);
  await expect(strokes(page)).toHaveCount(1);
  await page.keyboard.press('v');
  await expect(strokes(page)).toHaveCount(0);
  await page.mouse.click(x, y);
  await expect(strokes(page)).toHaveCount(1);
  await page.keyboard.press('p');
  await expect(page.getByRole('toolbar')).toHaveCount(0);
  await page.keyboard.press('d');
  await page.keyboard.press('p');
  await expect(tool(page, 'Marker')).toHaveAttribute('aria-pressed', 'false');
  await expect(strokes(page)).toHaveCount(0);
});

test('a spotlight darkens all but what is selected, pointed at, or has the focus', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, `${JOINED}&theme=light&select=container:c2`);
  const [c1, c2] = [await middleOf(page, 'c1'), await middleOf(page, 'c2')];
  // Beside the letters of their names.
  const [atC1, atC2] = [
    { ...c1, y: c1.y + 34 },
    { ...c2, y: c2.y + 34 },
  ];
  const [before1, before2] = [await brightness(page, atC1), await brightness(page, atC2)];
  await page.keyboard.press('s');
  await expect(page.locator('[data-spotlight="1"]')).toBeVisible();
  expect(await brightness(page, atC2)).toBe(before2);
  expect(await brightness(page, atC1)).toBeLessThan(0.5 * before1);

  await page.mouse.move(c1.x, c1.y + 20);
  await expect(page.locator('[data-spotlight="2"]')).toBeVisible();
  await expect.poll(() => brightness(page, atC1)).toBeGreaterThan(0.9 * before1);
  // It is seen through: what is pointed at can be pressed.
  await page.mouse.click(c1.x, c1.y + 20);
  await expect(containerNode(page, 'c1')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('[data-spotlight="1"]')).toBeVisible();
  // Where nothing is, light falls around the pointer.
  await page.mouse.move(c1.x, c1.y - 150);
  await expect(page.locator('[data-spotlight="2"]')).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.locator('[data-spotlight]')).toHaveCount(0);
  expect(await brightness(page, atC2)).toBe(before2);

  for (const view of ['lens', 'matrix', 'processes', 'kernel']) {
    for (const language of LANGUAGES) {
      await openNsview(page, nsview, `${JOINED}&view=${view}&lang=${language}&vantages=c1,c2`);
      await page.keyboard.press('s');
      const thing = page.locator('#view :is([role="option"], [role="row"])').last();
      await thing.hover();
      await expect(page.locator('[data-spotlight]')).toBeVisible();
      expect(await barriers(page), view).toEqual([]);
    }
  }
});

test('the screen is kept awake as long as the mode lasts', async ({ playwright, nsview }) => {
  const browser = await playwright.chromium.launch(windowedOptions());
  const page = await browser.newPage(pageOptions);
  await page.addInitScript(() => {
    // The browser's own, listened to.
    const locks: WakeLockSentinel[] = [];
    Object.assign(window, { locks });
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type);
      locks.push(lock);
      return lock;
    };
  });
  const held = () =>
    page.evaluate(() => {
      const locks: unknown = Reflect.get(window, 'locks');
      return Array.isArray(locks) ? locks.map((lock: WakeLockSentinel) => !lock.released) : [];
    });
  await openNsview(page, nsview, 'recording=course&at=36&view=sharing');
  expect(await held()).toEqual([]);
  await page.keyboard.press('p');
  await expect.poll(held).toEqual([true]);
  await tool(page, 'Leave projector mode').click();
  await expect.poll(held).toEqual([false]);
  await browser.close();
});

test('where the browser keeps no screen awake, all else is there', async ({ page, nsview }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'wakeLock', { value: undefined });
  });
  await page.setViewportSize({ width: 1280, height: 720 });
  await openNsview(page, nsview, JOINED);
  await expect(page.getByRole('toolbar')).toBeVisible();
  await expect(tool(page, 'Wipe away what was drawn')).toHaveAttribute('aria-disabled', 'true');
  // The tools take no room of what is drawn.
  const tools = await page.getByRole('toolbar').boundingBox();
  for (const name of [':host', 'c1', 'c2']) {
    const ring = await containerNode(page, name).boundingBox();
    expect(ring?.x).toBeGreaterThan((tools?.x ?? 0) + (tools?.width ?? 0));
  }
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('a spotlight');
  await page.keyboard.press('Escape');
  await settled(page);
});

test('lines are thick, however far away the picture is', async ({ page, nsview }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  for (const recording of ['course&at=36', 'compose&at=40']) {
    await openNsview(page, nsview, `recording=${recording}&view=sharing&projector=1`);
    const widths = await page.locator('[data-tie] path:not([class*="reach"])').evaluateAll((ties) =>
      ties.map((tie) => {
        const { strokeWidth, vectorEffect } = getComputedStyle(tie);
        const scale = tie instanceof SVGGraphicsElement ? (tie.getScreenCTM()?.a ?? 0) : 0;
        return Number.parseFloat(strokeWidth) * (vectorEffect === 'non-scaling-stroke' ? 1 : scale);
      }),
    );
    expect(widths.length).toBeGreaterThan(0);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(4.5);
  }
});
