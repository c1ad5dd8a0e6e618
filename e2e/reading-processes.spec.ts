import { type ChildProcess, spawn } from 'node:child_process';
import type { Page } from '@playwright/test';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';

const vantages = (page: Page) =>
  page
    .locator('[data-vantage]')
    .evaluateAll((panes) => panes.map((pane) => pane.getAttribute('data-vantage')));

test('the panes are of what is selected, where nobody asked for others', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'alone', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=processes');
  expect(await vantages(page)).toEqual([':host', 'c1', 'c2']);
  await openNsview(page, nsview, 'view=sharing');
  await page.locator('[data-container="alone"]').click();
  await page.keyboard.press('v');
  await page.keyboard.press('v');
  await page.keyboard.press('v');
  await expect.poll(() => vantages(page)).toEqual([':host', 'alone']);
  // What is selected here is no other container: the panes stay.
  await page
    .locator('[data-vantage="alone"] header')
    .getByRole('button', { name: /^pid:/ })
    .click();
  await expect(page).toHaveURL(/select=namespace/);
  expect(await vantages(page)).toEqual([':host', 'alone']);
  await openNsview(page, nsview, 'view=processes&select=container:c2');
  expect(await vantages(page)).toEqual([':host', 'c2', 'c1']);
  await openNsview(page, nsview, 'view=processes&select=container:alone,container:c2');
  expect(await vantages(page)).toEqual([':host', 'alone', 'c2']);
  await openNsview(page, nsview, 'view=processes&select=container:alone&vantages=c1');
  expect(await vantages(page)).toEqual(['c1']);
});

test('what one reads in a list stays where it is while others above it end', async ({
  page,
  nsview,
}) => {
  const children: ChildProcess[] = [];
  const start = (count: number) => {
    for (let each = 0; each < count; each += 1) {
      children.push(spawn('sleep', ['87654'], { stdio: 'ignore' }));
    }
  };
  try {
    start(120);
    await openNsview(page, nsview, 'view=processes&vantages=:host&match=sleep%2087654');
    const grid = page.getByRole('grid');
    await expect(grid).toHaveAttribute('aria-rowcount', '120');
    const read = children[80]?.pid ?? 0;
    await grid.evaluate((scroller, share) => {
      scroller.scrollTop = scroller.scrollHeight * share;
    }, 0.62);
    const row = page.locator(`[data-process="${String(read)}"]`);
    await expect(row).toBeInViewport();
    const before = await row.boundingBox();
    const index = Number(await row.getAttribute('aria-rowindex'));

    // Above it, twenty end, one after the other; below, others start.
    for (let each = 0; each < 20; each += 1) {
      children[each * 3]?.kill();
      start(1);
      await expect(grid).toHaveAttribute('aria-rowcount', '120');
    }
    await expect(row, 'the page knows all that ended').toHaveAttribute(
      'aria-rowindex',
      String(index - 20),
    );
    await expect
      .poll(async () => (await row.boundingBox())?.y, { message: 'where the row stands' })
      .toBe(before?.y);
  } finally {
    for (const child of children) child.kill();
  }
});
