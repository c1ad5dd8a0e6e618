import { cpus, totalmem } from 'node:os';
import type { Page } from '@playwright/test';
import { barriers } from './harness/axe';
import { cgroupCount } from './harness/cgroup-files';
import { demand } from './harness/command';
import { expect, test } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import { mayBeLimited } from './harness/may-be-limited';
import { openNsview } from './harness/pages';

/* What a container may use, as the page tells it, against the files of its cgroups, read here. */

const LIMITS = ['--memory', '64m', '--cpus', '0.5', '--pids-limit', '20'];
/** When the signal comes: allocates more than it may, spins, forks more than it may. */
const GREEDY = [
  'while [ ! -e /go ]; do sleep 0.2; done',
  'dd if=/dev/zero of=/dev/null bs=200M count=1',
  '(while :; do :; done) &',
  '(i=0; while [ $i -lt 40 ]; do sleep 1d & i=$((i+1)); done)',
  'exec sleep 1d',
].join('\n');

function used(page: Page, what: string) {
  return page.locator(`[data-use="${what}"]`);
}

test('limits, and within three seconds what they did, as the files have it', async ({
  page,
  dockerd,
  nsview,
}) => {
  const rights = ['--cap-add', 'NET_ADMIN', '--cap-drop', 'MKNOD'];
  await dockerd.run('--name', 'greedy', ...LIMITS, ...rights, 'ubuntu', 'sh', '-c', GREEDY);
  const leader = await dockerd.leader('greedy');
  await openNsview(page, nsview, 'select=container:greedy&open=1');
  await expect(used(page, 'memory')).toHaveAttribute('data-limit', String(64 * 1024 * 1024));
  await expect(used(page, 'cpu')).toHaveAttribute('data-limit', '0.5');
  await expect(used(page, 'pids')).toHaveAttribute('data-limit', '20');
  await expect(used(page, 'disk')).not.toHaveAttribute('data-limit', /./);
  await expect(used(page, 'memory')).toContainText('--memory 64m');
  // That nothing limits what it writes is claimed only where nothing can.
  const unseen = used(page, 'disk').locator('[data-unreadable="disk.limitBytes"]');
  if (await mayBeLimited(dockerd)) await expect(unseen).toBeVisible();
  else {
    await expect(used(page, 'disk')).toContainText('its engine can set none on this file system');
    await expect(unseen).toHaveCount(0);
  }
  await expect(page.locator('[data-did]')).toHaveCount(0);
  // Limits do not hide: it is told of all that the machine has.
  await expect(used(page, 'machine')).toHaveAttribute('data-cpus', String(cpus().length));
  await expect(used(page, 'machine')).toHaveAttribute('data-memory', String(totalmem()));
  // As what it was started, and what it may do.
  for (const flag of ['--memory 64m', '--cpus 0.5', '--pids-limit 20']) {
    await expect(page.locator(`[data-flag="${flag}"]`)).toBeVisible();
  }
  await expect(page.locator('[data-flag^="--cap-add"]')).toContainText('NET_ADMIN');
  await expect(page.locator('[data-capability="NET_ADMIN"][data-beyond]').first()).toBeVisible();
  await expect(page.locator('[data-capability="MKNOD"][data-are="missing"]')).toBeVisible();

  demand(await dockerd.cli('exec', 'greedy', 'touch', '/go'), 'docker exec');
  await expect.poll(() => cgroupCount(leader, 'refused'), { timeout: 20_000 }).toBeGreaterThan(0);
  const refused = used(page, 'pids').locator('[data-did]');
  await expect(refused).toBeVisible({ timeout: 3000 });
  const forks = () => {
    const n = cgroupCount(leader, 'refused');
    return `refused ${n} ${n === 1 ? 'fork' : 'forks'}`;
  };
  // A number is not parted from what it counts.
  const told = async () => (await refused.textContent())?.replaceAll('\u00A0', ' ');
  await expect.poll(async () => (await told()) === forks()).toBe(true);
  const kills = cgroupCount(leader, 'oomKills');
  expect(kills).toBeGreaterThan(0);
  await expect(used(page, 'memory').locator('[data-did]')).toHaveText(
    kills === 1 ? 'killed 1 process (OOM)' : `killed ${kills} processes (OOM)`,
  );
  await expect(used(page, 'cpu').locator('[data-did]')).toHaveText(/^throttled \d+\s% of periods$/);
  // What is kept busy is what it may keep busy, some of a period more or less.
  await expect(used(page, 'cpu').locator('[data-figure]')).toHaveText(/^0\.(4|5)\d of 0\.5 cores$/);

  for (const { query } of LOOKS) {
    await openNsview(page, nsview, `select=container:greedy&open=1&${query}`);
    await expect(used(page, 'pids').locator('[data-did]')).toBeVisible();
    expect(await barriers(page), query).toEqual([]);
  }
  await test.step('while it is paused', async () => {
    demand(await dockerd.cli('pause', 'greedy'), 'docker pause');
    await expect(page.locator('[data-frozen]')).toBeVisible();
    demand(await dockerd.cli('unpause', 'greedy'), 'docker unpause');
    await expect(page.locator('[data-frozen]')).toHaveCount(0);
  });
});

test('a recording that stands is at rest with its one answer', async ({ page, nsview }) => {
  await openNsview(page, nsview, 'recording=lesson-limits&at=8&select=container:c1&open=1');
  await expect(page.locator('[data-use="memory"]')).toBeVisible();
});
