import type { Page } from '@playwright/test';
import { VIEWS } from '../lib/view-state/view-state';
import { barriers } from './harness/axe';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview, settled } from './harness/pages';
import { smallTexts } from './harness/small-texts';
import { LANGUAGES } from '../lib/model/language';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

/** The rings' outer widths on the screen, without names and pins. */
function ringWidths(page: Page): Promise<number[]> {
  return page.locator('[data-container-id]').evaluateAll((rings) =>
    rings.map((ring) => {
      const arcs = [...ring.querySelectorAll('[data-type]')].map((arc) =>
        arc.getBoundingClientRect(),
      );
      const left = Math.min(...arcs.map((box) => box.left));
      return Math.max(...arcs.map((box) => box.right)) - left;
    }),
  );
}

/** How large each text of a picture is written on the screen, in pixels. */
function textSizes(page: Page): Promise<Record<string, number>> {
  return page.locator('#view svg:is([role], :has([role="listbox"])) text').evaluateAll((texts) =>
    Object.fromEntries(
      texts.map((text) => {
        const { fontSize } = getComputedStyle(text);
        const matrix = text instanceof SVGGraphicsElement ? text.getScreenCTM() : null;
        return [text.textContent, Number.parseFloat(fontSize) * Math.abs(matrix?.d ?? 0)];
      }),
    ),
  );
}

for (const size of SIZES) {
  test(`for the back row at ${size.width}×${size.height}: large rings and text, one slim row, and nothing beside`, async ({
    page,
    dockerd,
    nsview,
  }) => {
    await page.setViewportSize(size);
    await dockerd.run('--name', 'c1', 'ubuntu', 'sh', '-c', 'sleep 1d');
    await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sh', '-c', 'sleep 999d');
    const least = size.height === 1080 ? 24 : 16;

    const expectLarge = async () => {
      for (const width of await ringWidths(page)) expect(width).toBeGreaterThanOrEqual(200);
      const written = await textSizes(page);
      expect(Object.keys(written)).toEqual(expect.arrayContaining(['P', 'c1', 'c2']));
      for (const [text, pixels] of Object.entries(written)) {
        expect(pixels, `“${text}”`).toBeGreaterThanOrEqual(least);
      }
      // All of it is on the canvas.
      for (const key of ['c1', 'c2', ':host']) {
        await expect(containerNode(page, key)).toBeInViewport({ ratio: 0.95 });
      }
      const header = await page.getByRole('banner').boundingBox();
      expect(header?.height).toBeLessThanOrEqual(52);
      await expect(page.getByRole('complementary')).toHaveCount(0);
    };

    await openNsview(page, nsview, 'view=sharing');
    await expect(page.getByRole('complementary')).toBeVisible();
    await page.keyboard.press('p');
    await expect(page).toHaveURL(/projector=1/);
    await settled(page);
    await expect.poll(async () => Math.min(...(await ringWidths(page)))).toBeGreaterThan(190);
    await expectLarge();
    await page.reload();
    await settled(page);
    await expectLarge();

    // The facts, when they are asked for, and away again.
    await page.keyboard.press('i');
    await expect(page.getByRole('complementary')).toBeVisible();
    await expect(page).toHaveURL(/inspector=1/);
    await page.keyboard.press('i');
    await expect(page.getByRole('complementary')).toHaveCount(0);

    for (const view of VIEWS) {
      await openNsview(page, nsview, `view=${view}&projector=1`);
      const header = await page.getByRole('banner').boundingBox();
      expect(header?.height, view).toBeLessThanOrEqual(52);
      // The key to the letters of the rings, wherever there is no room for names.
      for (const letter of 'PNMUIHCT') {
        await expect(page.getByRole('banner').getByText(letter, { exact: true })).toBeVisible();
      }
      expect(await barriers(page), view).toEqual([]);
      if (view !== 'lens') continue;
      for (const [text, pixels] of Object.entries(await textSizes(page))) {
        expect(pixels, `“${text}” in the lens`).toBeGreaterThanOrEqual(least);
      }
    }
    await page.keyboard.press('p');
    await expect(page).not.toHaveURL(/projector/);
    await expect(page.getByRole('complementary')).toBeVisible();
  });
}

for (const size of SIZES) {
  test(`a recording at ${size.width}×${size.height}: the player takes no letter from the rings, and chips have their names where there is room`, async ({
    page,
    nsview,
  }) => {
    await page.setViewportSize(size);
    await openNsview(page, nsview, 'recording=course&at=36&projector=1&view=sharing');
    await expect(containerNode(page, 'c2')).toBeVisible();
    const written = await textSizes(page);
    expect(Object.keys(written)).toEqual(expect.arrayContaining([...'PNMUIHCT', 'c1', 'c2']));
    for (const [text, pixels] of Object.entries(written)) {
      expect(pixels, `“${text}”`).toBeGreaterThanOrEqual(size.height === 1080 ? 24 : 16);
    }
    const chips = page.getByRole('banner').getByRole('button', { name: 'pid', exact: true });
    const named = (await chips.getByText('pid').boundingBox())?.width ?? 0;
    if (size.width === 1920) expect(named).toBeGreaterThan(20);
    else expect(named, 'one slim row has no room').toBeLessThanOrEqual(1);
    const header = await page.getByRole('banner').boundingBox();
    expect(header?.height).toBeLessThanOrEqual(52);
  });
}

for (const size of SIZES) {
  test(`whatever a view says at ${size.width}×${size.height} is read from the back row`, async ({
    page,
    nsview,
  }) => {
    await page.setViewportSize(size);
    const least = size.height === 1080 ? 24 : 16;
    const views = ['sharing', 'lens', 'lens&lens=net', 'lens&lens=user', 'lens&lens=mnt'];
    for (const view of [...views, 'matrix', 'processes', 'kernel']) {
      for (const language of LANGUAGES) {
        const shown = `recording=course&at=36&view=${view}&lang=${language}&projector=1`;
        await openNsview(page, nsview, shown);
        await expect.poll(() => smallTexts(page, least), `${view}, ${language}`).toEqual([]);
      }
    }
  });
}
