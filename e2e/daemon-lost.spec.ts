import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAgreement } from './harness/agreement';
import { AttributeLog } from './harness/attribute-log';
import type { Dockerd } from './harness/dockerd';
import { expect, test as base } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { containerNode, openNsview } from './harness/pages';
import { PingWatch } from './harness/ping-watch';

/** A daemon that a test may take away, the server that watches it, and a witness of both. */
const test = base.extend<{ lost: Dockerd; watching: Nsview; pings: PingWatch }>({
  lost: async ({ ownDockerd }, use) => use(await ownDockerd()),
  watching: async ({ lost, ownNsview }, use) => use(await ownNsview({ docker: lost.endpoint })),
  pings: async ({ lost }, use) => {
    const pings = new PingWatch(lost);
    await use(pings);
    await pings.end();
  },
});

const lostValue = (value: string | null) => value !== 'connected';
const connected = (value: string | null) => value === 'connected';

/** A process that starts now shows up in the host's pane, and goes when it ends. */
async function expectHostLive(processes: Page): Promise<void> {
  const child = spawn('sleep', ['86398'], { stdio: 'ignore' });
  const row = processes.locator(`[data-vantage=":host"] [data-process="${child.pid}"]`);
  try {
    await expect(row).toHaveCount(1, { timeout: 3000 });
  } finally {
    child.kill();
  }
  await expect(row).toHaveCount(0, { timeout: 3000 });
}

async function openBoth(page: Page, nsview: Nsview) {
  await openNsview(page, nsview, 'view=sharing');
  const processes = await page.context().newPage();
  await openNsview(processes, nsview, 'view=processes&vantages=:host&rows=all');
  await expect(page.locator('html')).toHaveAttribute('data-engine', 'connected');
  return { processes, engine: await AttributeLog.start(page, 'data-engine') };
}

test('fault 13: a daemon that stops: told within 1 s; started again: right within 3 s', async ({
  page,
  lost,
  watching,
  pings,
}) => {
  // A stopping daemon ends its containers after this many seconds; until then they live.
  await lost.run('--name', 'c1', '--stop-timeout', '6', 'ubuntu', 'sh', '-c', 'sleep 1d');
  const leader = await lost.leader('c1');
  const { processes, engine } = await openBoth(page, watching);
  await expectAgreement(page, watching, lost, ['c1']);

  const stopping = lost.stop();
  const silent = await pings.silentSince();
  const told = await engine.firstAfter(silent - 100, lostValue, 5000);
  expect(told - silent, 'ms from silence to the page').toBeLessThanOrEqual(1000);

  const c1 = page.locator('[data-container="c1"][data-stale="true"]');
  await expect(c1).toBeVisible({ timeout: 1000 });
  await expect(c1.locator('[data-type="pid"]')).toHaveAttribute('data-sharing', 'own');
  await expectHostLive(processes);
  await expect(c1).toBeVisible();
  expect(existsSync(`/proc/${leader}`), 'the leader lived all the while').toBe(true);
  await stopping;

  await lost.start();
  const back = await pings.backSince();
  const found = await engine.firstAfter(back - 100, connected, 10_000);
  expect(found - back, 'ms from the first answer to the page').toBeLessThanOrEqual(3000);

  expect((await lost.cli('start', 'c1')).code).toBe(0);
  await expectAgreement(page, watching, lost, ['c1']);
  await expect(containerNode(page, 'c1')).not.toHaveAttribute('data-stale', 'true');
});

test('fault 13: a daemon that hangs: told within 5 s; goes on: right within 3 s', async ({
  page,
  lost,
  watching,
  pings,
}) => {
  await lost.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const { processes, engine } = await openBoth(page, watching);
  await expectAgreement(page, watching, lost, ['c1']);

  lost.pause();
  const silent = await pings.silentSince();
  const told = await engine.firstAfter(silent - 100, lostValue, 10_000);
  expect(told - silent, 'ms from silence to the page').toBeLessThanOrEqual(5000);
  await expect(page.locator('[data-container="c1"][data-stale="true"]')).toBeVisible();
  await expectHostLive(processes);

  lost.resume();
  const back = await pings.backSince();
  const found = await engine.firstAfter(back - 100, connected, 10_000);
  expect(found - back, 'ms from the first answer to the page').toBeLessThanOrEqual(3000);
  await lost.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  await expectAgreement(page, watching, lost, ['c1', 'c2']);
  await expect(containerNode(page, 'c1')).not.toHaveAttribute('data-stale', 'true');
});
