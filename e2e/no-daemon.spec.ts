import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotOf } from './harness/api';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';

test('without a daemon, the processes of the host and what was tried', async ({
  page,
  ownNsview,
}) => {
  const socket = join(tmpdir(), 'nsv-no-daemon-here', 'd.sock');
  const nsview = await ownNsview({ docker: `unix://${socket}` });
  await openNsview(page, nsview, 'view=sharing');
  await expect(page.locator('html')).toHaveAttribute('data-engine', 'absent');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
  await expect(page.getByText(socket).first()).toBeVisible();

  await openNsview(page, nsview, 'view=matrix');
  const matrix = page.getByRole('main');
  await expect(matrix).toContainText('No container engine found');
  await expect(matrix).toContainText(socket);
  await expect(matrix).not.toContainText('No container yet');
  for (const view of ['sharing', 'matrix']) {
    await openNsview(page, nsview, `view=${view}&lang=zh-CN`);
    await expect(page.getByRole('main')).toContainText(`${socket}：没有这个套接字（ENOENT）`);
    await expect(page.locator('body')).not.toContainText('no such socket');
  }

  await openNsview(page, nsview, 'view=processes&vantages=:host&rows=all');
  const host = page.locator('[data-vantage=":host"]');
  await expect(host.locator(`[data-process="${process.pid}"]`)).toBeVisible();

  const health = await fetch(`${nsview.url}/healthz`);
  expect(health.status).toBe(200);
  const body = await health.text();
  expect(body).toMatch(/\bok\b/);
  expect(body).toContain('absent');

  const { engines, processes } = await snapshotOf(nsview);
  expect(engines.map(({ state }) => state)).toEqual(['absent']);
  expect(engines[0]?.message).not.toBeNull();
  expect(processes.map(({ pid }) => pid)).toContain(process.pid);
});

test('what to do without a daemon is read whole, also from the back row, and a lost connection covers none of it', async ({
  page,
  ownNsview,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const nsview = await ownNsview({ docker: 'unix:///run/nsview-no-daemon.sock' });
  for (const query of ['view=sharing', 'view=matrix', 'view=sharing&projector=1']) {
    await openNsview(page, nsview, query);
    const advice = page.getByRole('main').getByText('Start Docker; nsview notices');
    const lines = await advice.evaluate((sentence) => {
      const texts = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const start = text.textContent?.indexOf('--docker') ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(text, start);
        range.setEnd(text, start + '--docker'.length);
        return range.getClientRects().length;
      }
      return null;
    });
    expect(lines, `lines that --docker is on, ${query}`).toBe(1);
  }
  const cut = await page
    .locator('main section')
    .filter({ hasText: 'Start Docker' })
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(cut, 'pixels of the card to scroll for').toBeLessThanOrEqual(0);

  await openNsview(page, nsview, 'view=matrix');
  const options = await page.getByText('nothing', { exact: true }).boundingBox();
  await nsview.stop();
  const told = page.getByText('connection lost: this picture may be old');
  await expect(told).toBeVisible();
  const line = await page.getByRole('status').filter({ has: told }).boundingBox();
  expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(options?.y ?? 0);
});
