import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { csvParse } from 'd3';
import { inodeOf } from '@lib/model/ids';
import { freshSnapshot } from './harness/api';
import { barriers } from './harness/axe';
import { mustRun } from './harness/command';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';
import { PROGRAM } from './harness/program';
import { COURSE, runTopology } from './harness/topology';

const JOINED = 'recording=course&at=36&view=sharing&types=pid,net&select=container:c2';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('dialog').getByRole('button', { name });
const status = (page: Page) => page.getByRole('dialog').getByRole('status');

async function downloaded(page: Page, what: RegExp): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await button(page, what).click();
  return readFileSync(await (await coming).path());
}

/** The pixels of a PNG: IHDR comes first, width and height after its name (PNG, section 11.2.2). */
const pixelsOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

/** What is on the clipboard as an image, as large as the browser finds it, and how much of it is not ground. */
function copiedPicture(page: Page) {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const data = context?.getImageData(0, 0, picture.width, picture.height).data ?? [];
    const [r, g, b] = data;
    let other = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] !== r || data[at + 1] !== g || data[at + 2] !== b) other += 1;
    }
    return {
      size: [picture.width, picture.height],
      drawn: other / (picture.width * picture.height),
    };
  });
}

test('a picture is as large as is asked for, in as many pixels, and trimmed; it is saved and copied alike', async ({
  page,
  nsview,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openNsview(page, nsview, JOINED);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Width').fill('1200');
  await dialog.getByLabel('Height').fill('800');
  await dialog.getByLabel('PNG pixels').selectOption('3×');
  const [width = 0, height = 0] = pixelsOf(await downloaded(page, /^Picture/));
  expect(width).toBe(3600);
  // With its title above and its legend below.
  expect(height).toBeGreaterThan(2400);

  await button(page, 'Copy: Picture (PNG)').click();
  await expect(status(page)).toHaveText('On the clipboard: Picture (PNG)');
  const whole = await copiedPicture(page);
  expect(whole.size).toEqual([width, height]);

  await dialog.getByLabel(/^Only what is drawn/).check();
  await button(page, 'Copy: Picture (PNG)').click();
  await expect(status(page)).toHaveText('On the clipboard: Picture (PNG)');
  await expect.poll(async () => (await copiedPicture(page)).size).not.toEqual(whole.size);
  const cut = await copiedPicture(page);
  expect(cut.drawn).toBeGreaterThan(1.2 * whole.drawn);
  expect(pixelsOf(await downloaded(page, /^Picture/))).toEqual(cut.size);

  await button(page, 'Copy: Figure (SVG)').click();
  await expect(status(page)).toHaveText('On the clipboard: Figure (SVG)');
  const svg = await page.evaluate(() => navigator.clipboard.readText());
  expect(svg).toContain('data-container="c2"');
  expect(svg).not.toContain('@font-face');
  const [, wide, high] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  expect([3 * Number(wide), 3 * Number(high)]).toEqual(cut.size);

  // What was chosen is kept for the next picture.
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(dialog.getByLabel('Width')).toHaveValue('1200');
  await expect(dialog.getByLabel(/^Only what is drawn/)).toBeChecked();

  await dialog.getByLabel('Height').fill('80');
  await expect(dialog.getByRole('alert')).toHaveText(/480–4096 pixels wide and 320–4096 high/);
  await expect(button(page, /^Figure/)).toBeDisabled();
  await expect(button(page, /^Snapshot/)).toBeEnabled();
  expect(await barriers(page)).toEqual([]);
});

test('the entry for figures.yaml draws the same picture again', async ({ page, nsview }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const folder = mkdtempSync(join(tmpdir(), 'nsview-entry-'));
  try {
    for (const [view, isTrimmed] of [
      [JOINED, true],
      ['recording=course&at=36&view=lens&lens=net&lang=zh-CN&theme=dark', false],
      ['recording=compose&at=40&view=matrix&group=project&hide=shop&q=web', false],
    ] as const) {
      await openNsview(page, nsview, view);
      await page.keyboard.press('e');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox').setChecked(isTrimmed);
      await button(page, /^(Copy: Figure|复制：矢量图)/).click();
      await expect(status(page)).toHaveText(/SVG/);
      const shown = await page.evaluate(() => navigator.clipboard.readText());
      await button(page, /figures\.yaml/).click();
      await expect(status(page)).toHaveText(/figures\.yaml/);
      const entry = await page.evaluate(() => navigator.clipboard.readText());

      // With its text as text, as the page has it; fonts, ids and the corner of the ground are those of the file.
      const path = join(folder, 'figures.yaml');
      writeFileSync(path, `${entry}defaults: { text: fonts }\n`);
      await mustRun(process.execPath, [PROGRAM, 'figure', path]);
      const [, output = ''] = /output: (\S+)/.exec(entry) ?? [];
      const drawn = readFileSync(join(folder, `${output}.svg`), 'utf8');
      const plain = drawn
        .replace(/\n\s*<style>.*<\/style>/, '')
        .replace(/n[0-9a-f]{8}-/g, 'ID-')
        .replace('<rect x="0" y="0" ', '<rect ');
      expect(plain).toBe(shown.replace(/nsview-(light|dark)-/g, 'ID-'));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the Matrix as a table for spreadsheets and for texts', async ({ page, dockerd, nsview }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await runTopology(dockerd, COURSE);
  await openNsview(page, nsview, 'view=matrix&types=pid,net');
  await expect(containerNode(page, 'c2')).toBeVisible();
  await page.keyboard.press('e');
  const csv = (await downloaded(page, /^Matrix \(CSV\)/)).toString();
  expect(csv.startsWith('\ufeff')).toBe(true);
  const rows = csvParse(csv.slice(1));
  const { containers } = await freshSnapshot(nsview);
  for (const { name, namespaces } of containers) {
    const [row] = rows.filter(({ container }) => container === name);
    expect(row?.['pid inode']).toBe(namespaces.pid === null ? '' : inodeOf(namespaces.pid));
    expect(row?.['net inode']).toBe(namespaces.net === null ? '' : inodeOf(namespaces.net));
  }
  expect(rows.map(({ container }) => container)).toEqual(['host', 'c1', 'c2']);

  await button(page, 'Copy: Matrix (Markdown)').click();
  await expect(status(page)).toHaveText('On the clipboard: Matrix (Markdown)');
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n');
  expect(lines[0]).toBe('| container | image | state | processes | pid | net |');
  expect(lines.filter((line) => /\| c[12] .*\| PID-A \| own \|/.test(line))).toHaveLength(2);
});

test('where there is no clipboard, texts are handed over and pictures say so', async ({
  page,
  nsview,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openNsview(page, nsview, `${JOINED}&theme=dark`);
  await page.keyboard.press('e');
  await button(page, /figures\.yaml/).click();
  const byHand = page.getByRole('textbox', { name: 'Entry for figures.yaml, to be copied' });
  await expect(byHand).toBeFocused();
  await expect(byHand).toHaveValue(/^nsview: 1\n/);
  expect(await barriers(page)).toEqual([]);
  await button(page, 'Copy: Picture (PNG)').click();
  await expect(status(page)).toHaveText(/no picture be copied here/);
});
