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
