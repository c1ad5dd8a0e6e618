import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { barriers } from './harness/axe';
import { expect, test as base } from './harness/fixtures';
import { GeneratedMachine } from './harness/generated/machine';
import { fewAmongEnded } from './harness/generated/plans';
import { writeRecording } from './harness/generated/recording';
import { containerNode, openNsview } from './harness/pages';
import type { Nsview } from './harness/nsview';

/** A server that shows five running containers among 3,000 that have ended. */
const test = base.extend<{ many: Nsview }>({
  many: async ({ ownNsview }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nsview-stopped-'));
    const file = join(folder, 'many.nsview');
    const machine = new GeneratedMachine(0);
    for (const plan of fewAmongEnded(5, 3000)) machine.run(plan);
    writeRecording(file, [machine.snapshot()]);
    await use(await ownNsview({ args: ['--open', file] }));
    rmSync(folder, { recursive: true });
  },
});

test('thousands of stopped containers are one row of the Matrix, which the keyboard opens', async ({
  page,
  many,
}) => {
  await openNsview(page, many, 'view=matrix');
  const grid = page.getByRole('grid');
  const row = page.getByRole('rowheader', { name: '3000 stopped containers' });
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  // The types, the host, the five and the one.
  await expect(grid).toHaveAttribute('aria-rowcount', '8');
  await expect(grid.locator('[data-container-id]')).toHaveCount(5);
  expect(await barriers(page)).toEqual([]);

  await page.locator('[data-container=":host"] [data-column="0"]').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+End');
  await expect(row).toBeFocused();
  const heightOf = () => containerNode(page, 'c1').evaluate((each) => each.clientHeight);
  const low = await heightOf();
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('aria-expanded', 'true');
  await expect(row).toBeFocused();
  await expect(page).toHaveURL(/stopped=all/);
  await expect(grid).toHaveAttribute('aria-rowcount', '3008');
  expect(await heightOf(), 'no row moves for those that come below').toBe(low);
  await page.keyboard.press('ArrowDown');
  await expect(containerNode(page, 'job-1')).toBeInViewport();

  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  await expect(row).toBeFocused();
  await expect(page).not.toHaveURL(/stopped=/);
  await page.keyboard.press('ArrowUp');
  await expect(containerNode(page, 'c5').locator(':focus')).toHaveCount(1);
});

test('five among thousands that have ended begin as five rings; the keyboard opens the others', async ({
  page,
  many,
}) => {
  await openNsview(page, many);
  const rings = page.locator('svg [data-container-id]');
  await expect(rings).toHaveCount(5);
  const canvas = page.locator('[data-detail]');
  await expect(canvas).toHaveAttribute('data-detail', 'full');
  const stack = page.getByRole('button', { name: '3000 stopped containers' });
  await expect(stack).toHaveAttribute('aria-expanded', 'false');
  await expect(stack).toHaveAttribute('data-folded-count', '3000');
  expect(await barriers(page)).toEqual([]);

  await stack.focus();
  await page.keyboard.press('Enter');
  await expect(rings).toHaveCount(3005);
  await expect(stack).toHaveAttribute('aria-expanded', 'true');
  await expect(stack).toBeFocused();
  await expect(page).toHaveURL(/stopped=all/);
  await page.keyboard.press('Space');
  await expect(rings).toHaveCount(5);
  await expect(stack).toBeFocused();
  await expect(page).not.toHaveURL(/stopped=/);

  // What is selected stands beside them.
  await openNsview(page, many, 'select=container:job-17');
  await expect(rings).toHaveCount(6);
  await expect(containerNode(page, 'job-17')).toHaveAttribute('aria-selected', 'true');
  await expect(stack).toHaveAttribute('data-folded-count', '2999');

  await openNsview(page, many, 'view=processes&lang=zh-CN');
  const choice = page.getByRole('combobox', { name: /换到别的视角/ }).first();
  await expect(choice.locator('option')).toHaveCount(6);
});

test('what is found among thousands of stopped containers has its row', async ({ page, many }) => {
  await openNsview(page, many, 'view=matrix');
  await page.keyboard.press('/');
  await page.keyboard.type('job-1717');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/select=container:job-1717/);
  await expect(containerNode(page, 'job-1717')).toHaveAttribute('aria-selected', 'true');
  await expect(containerNode(page, 'job-1717')).toBeInViewport();
  await expect(page.getByRole('rowheader', { name: '3000 个已停止的容器' })).toHaveCount(0);

  // What meets a query is few.
  await openNsview(page, many, 'view=matrix&q=job-171&lang=zh-CN');
  await expect(containerNode(page, 'job-171')).toBeVisible();
  await expect(page.getByRole('grid').locator('[data-container-id]')).toHaveCount(11);
  await openNsview(page, many, 'view=matrix&lang=zh-CN');
  await expect(page.getByRole('rowheader', { name: '3000 个已停止的容器' })).toBeVisible();
});
