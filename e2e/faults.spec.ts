import { readFileSync } from 'node:fs';
import { snapshotOf } from './harness/api';
import { AttributeLog } from './harness/attribute-log';
import { demand } from './harness/command';
import { descendants } from './harness/descendants';
import { expect, test } from './harness/fixtures';
import { spawnNsview, startNsview } from './harness/nsview';
import { containerNode, openNsview, settled } from './harness/pages';
import { Relay } from './harness/relay';
import { until } from './harness/until';

const RECORDING = new URL('../public/recordings/course.jsonl.gz', import.meta.url).pathname;

/* Faults that take a whole machine, or a page, to happen. */

test('fault 12: thirty containers start and end while they are looked at, and leave nothing', async ({
  page,
  dockerd,
  ownNsview,
}) => {
  test.setTimeout(120_000);
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  await openNsview(page, nsview);
  await dockerd.run('--name', 'stays', 'ubuntu', 'sleep', '1d');
  await expect(containerNode(page, 'stays')).toBeVisible();
  const before = await snapshotOf(nsview);
  let seen = 0;
  const shortLived = async (): Promise<void> => {
    for (let nth = 0; nth < 10; nth += 1) {
      demand(await dockerd.cli('run', '--rm', 'ubuntu', 'true'), 'docker run');
      seen = Math.max(seen, (await snapshotOf(nsview)).seq - before.seq);
    }
  };
  await Promise.all([shortLived(), shortLived(), shortLived()]);
  expect(seen, 'changes meanwhile').toBeGreaterThan(20);
  await until(
    'only the one that stays is left',
    async () => {
      const { containers } = await snapshotOf(nsview);
      return containers.length === 1 && containers[0]?.name === 'stays';
    },
    5000,
  );
  await expect(page.locator('[data-container-id]')).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
  expect(nsview.stderr).toBe('');
});

test('fault 12: one that is restarted again and again has no process, then has one', async ({
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'crashes', '--restart', 'always', 'ubuntu', 'sh', '-c', 'sleep 0.2');
  const states = new Set<string>();
  await until(
    'it was seen running and restarting',
    async () => {
      const { containers } = await snapshotOf(nsview);
      const crashes = containers.find(({ name }) => name === 'crashes');
      if (crashes === undefined) return false;
      states.add(crashes.state);
      if (crashes.pid === 0) {
        expect(new Set(Object.values(crashes.sharing))).toEqual(new Set(['none']));
        expect(new Set(Object.values(crashes.namespaces))).toEqual(new Set([null]));
      }
      return states.has('running') && states.has('restarting');
    },
    30_000,
    50,
  );
});

test('fault 17: a server that was suspended goes on with what is now', async ({
  page,
  dockerd,
  ownNsview,
}) => {
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  await openNsview(page, nsview);
  await dockerd.run('--name', 'before', 'ubuntu', 'sleep', '1d');
  await expect(containerNode(page, 'before')).toBeVisible();
  // It throws when the page was loaded anew.
  const log = await AttributeLog.start(page, 'data-state');
  process.kill(nsview.pid, 'SIGSTOP');
  try {
    await dockerd.run('--name', 'meanwhile', 'ubuntu', 'sleep', '1d');
    demand(await dockerd.cli('rm', '--force', 'before'), 'docker rm');
  } finally {
    process.kill(nsview.pid, 'SIGCONT');
  }
  await expect(containerNode(page, 'meanwhile')).toBeVisible({ timeout: 5000 });
  await expect(containerNode(page, 'before')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
  expect((await log.values()).length).toBeGreaterThan(0);
});

test('fault 14: a page that slept goes on with what is now', async ({ page, dockerd, nsview }) => {
  await openNsview(page, nsview);
  await dockerd.run('--name', 'before', 'ubuntu', 'sleep', '1d');
  await expect(containerNode(page, 'before')).toBeVisible();
  const log = await AttributeLog.start(page, 'data-seq');
  const pages = descendants(process.pid).filter((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer'),
  );
  expect(pages.length).toBeGreaterThan(0);
  const asleep = Date.now();
  for (const pid of pages) process.kill(pid, 'SIGSTOP');
  await dockerd.run('--name', 'meanwhile', 'ubuntu', 'sleep', '1d');
  demand(await dockerd.cli('rm', '--force', 'before'), 'docker rm');
  const awake = Date.now();
  for (const pid of pages) process.kill(pid, 'SIGCONT');
  await expect(containerNode(page, 'meanwhile')).toBeVisible({ timeout: 5000 });
  await expect(containerNode(page, 'before')).toHaveCount(0);
  const changes = await log.values();
  expect(changes.filter(({ at }) => at > asleep && at < awake)).toEqual([]);
  expect(changes.filter(({ at }) => at >= awake).length).toBeGreaterThan(0);
});

test('fault 17: another boot under a page that comes back: all of it is new, what was selected is said to be gone', async ({
  browser,
  dockerd,
  ownNsview,
}) => {
  // Outside the shared context: that this page's connection breaks is the point.
  const page = await browser.newPage();
  const first = await ownNsview({ docker: dockerd.endpoint });
  await dockerd.run('--name', 'only-here', 'ubuntu', 'sleep', '1d');
  await openNsview(page, first, 'select=container:only-here');
  await expect(containerNode(page, 'only-here')).toBeVisible();
  const { bootId } = await snapshotOf(first);
  const log = await AttributeLog.start(page, 'data-state');
  await first.stop();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'stale');

  const second = spawnNsview(['--port', new URL(first.url).port, '--open', RECORDING]);
  try {
    await second.listening();
    expect((await snapshotOf(second)).bootId).not.toBe(bootId);
    await expect(page.locator('html')).toHaveAttribute('data-state', 'replay', { timeout: 10_000 });
    await expect(containerNode(page, 'only-here')).toHaveCount(0);
    const inspector = page.locator('aside');
    await expect(inspector).toContainText('only-here');
    await inspector.getByRole('button').first().click();
    await expect(inspector).not.toContainText('only-here');
    const states = new Set((await log.values()).map(({ value }) => value));
    expect([...states]).toEqual(['live', 'stale', 'replay']);
  } finally {
    await page.close();
    await second.stop();
  }
});

test('fault 17: a viewer whose clock is an hour behind is told of no time below zero', async ({
  page,
  dockerd,
  nsview,
}) => {
  await page.clock.setSystemTime(Date.now() - 3_600_000);
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'select=container:c1');
  const inspector = page.locator('aside', { hasText: 'c1' });
  await expect(inspector).toContainText('up 0 s');
  await expect(inspector).not.toContainText(/up -/);
  // And what comes afterwards is taken, though it is from its future.
  await dockerd.run('--name', 'c2', 'ubuntu', 'sleep', '1d');
  await expect(containerNode(page, 'c2')).toBeVisible({ timeout: 5000 });
});

test('fault 14: a page whose connection broke, and that missed nothing, is live again at once', async ({
  browser,
}) => {
  const relay = new Relay();
  const address = await relay.listen();
  // A recording that stands still: nothing will ever be news.
  const nsview = await startNsview({ args: ['--open', RECORDING, '--allow-host', address] });
  relay.to(nsview.url);
  // Outside the shared context: that this page's connection breaks is the point.
  const page = await browser.newPage();
  try {
    await page.goto(`http://${address}/`);
    await settled(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-state', 'replay');
    const seq = await root.getAttribute('data-seq');
    const log = await AttributeLog.start(page, 'data-state');
    for (let nth = 1; nth <= 3; nth += 1) {
      relay.cut();
      await expect
        .poll(async () => (await log.values()).filter(({ value }) => value === 'stale').length)
        .toBe(nth);
      await expect(root).toHaveAttribute('data-state', 'replay', { timeout: 5000 });
    }
    await expect(root).toHaveAttribute('data-seq', seq ?? '');
  } finally {
    await page.close();
    await nsview.stop();
    relay.close();
  }
});
