import type { Page } from '@playwright/test';
import { NAMESPACE_TYPES } from '../lib/model/namespace-type';
import { expect, test } from './harness/fixtures';
import { openNsview, settled } from './harness/pages';
import { linksOf } from './harness/witness';

/** `pid:[4026532183]` as ids have it: `pid:4026532183`. */
const idOf = (link: string) => link.replace(/[[\]]/g, '');

const box = (page: Page, id: string) => page.locator(`[data-box="${id}"]`);
const dot = (page: Page, pid: number) => page.locator(`[data-process="${pid}"]`);

test('a box for each namespace, with its processes numbered as they see themselves', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sh', '-c', 'sleep 1d; :');
  await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  const [first, second] = [await dockerd.leader('c1'), await dockerd.leader('c2')];
  const kernels = linksOf(first);
  await openNsview(page, nsview, 'view=lens');

  const shared = box(page, idOf(kernels.pid));
  await expect(shared).toHaveAttribute('data-count', '3');
  await expect(shared.locator('[data-process]')).toHaveCount(3);
  await expect(dot(page, first)).toHaveAttribute('data-shown-pid', '1');
  const own = await dot(page, second).getAttribute('data-shown-pid');
  const inside = await dockerd.cli('exec', 'c1', 'ps', '-o', 'pid,args');
  expect(inside.stdout).toMatch(new RegExp(`^\\s*${String(own)}\\s+sleep 1d$`, 'm'));

  // The same dots in another lens, in boxes of their own.
  await page.keyboard.press(String(NAMESPACE_TYPES.indexOf('net') + 1));
  await expect(page).toHaveURL(/lens=net/);
  await settled(page);
  await expect(box(page, idOf(kernels.net)).locator(`[data-process="${first}"]`)).toHaveCount(1);
  await expect(box(page, idOf(kernels.net)).locator(`[data-process="${second}"]`)).toHaveCount(0);
  await expect(dot(page, second)).toHaveAttribute('data-shown-pid', String(own));

  // A click on a dot selects its container, on a box's title its namespace.
  await dot(page, second).click();
  await expect(page).toHaveURL(/select=container:c2/);
});

test('processes of the host are counted, and shown one by one when asked for', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, 'view=lens');
  const host = page.locator('[data-box]').first();
  const count = Number(await host.getAttribute('data-count'));
  expect(count).toBeGreaterThan(10);
  await expect(host.locator('> [data-process]')).toHaveCount(0);
  await page.locator('[data-key^="open pid:"]').first().press('Enter');
  await expect(host.locator('> [data-process]').nth(10)).toBeVisible();
  // Both at one moment: processes of the host come and go.
  const { shown, counted } = await host.evaluate((box) => ({
    shown: box.querySelectorAll(':scope > [data-process]').length,
    counted: Number(box.getAttribute('data-count')),
  }));
  expect(shown).toBe(counted);
});

test('dots travel when the lens changes, and hold still for who wants less motion', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=lens');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.keyboard.press('2');
  await expect(page.locator('html')).toHaveAttribute('data-settled', 'false');
  // Interrupted on the way: what arrives is the last lens asked for.
  await page.keyboard.press('3');
  await settled(page);
  await expect(page).toHaveURL(/lens=mnt/);
  // There and back: they fly back, too.
  await page.keyboard.press('2');
  await page.keyboard.press('3');
  expect(await page.locator('html').getAttribute('data-settled')).toBe('false');
  await expect(page.locator('[data-box^="mnt:"] [data-process]')).toHaveCount(0);
  await settled(page);
  await expect(page.locator('[data-box^="mnt:"] [data-process]').first()).toBeVisible();

  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('1');
  await expect(page.locator('[data-box^="pid:"]').first()).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-settled', 'true');
});
