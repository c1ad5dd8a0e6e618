import { readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { snapshotOf } from './harness/api';
import { AttributeLog } from './harness/attribute-log';
import { barriers } from './harness/axe';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* The reader in a container that may go into namespaces, as the page tells of it. */

/** The rights of the one reader that a daemon has, as the kernel tells them of its leader. */
async function capabilities(dockerd: Dockerd): Promise<string> {
  const filter = ['--filter', 'label=nsview.role=reader'];
  const [reader = '', ...more] = demand(await dockerd.cli('ps', '-q', ...filter), 'docker ps')
    .split('\n')
    .filter(Boolean);
  if (reader === '' || more.length > 0) return `${more.length} more`;
  try {
    const leader = await dockerd.leader(reader);
    if (leader === 0) return 'starting';
    const status = readFileSync(`/proc/${leader}/status`, 'utf8');
    return /^CapEff:\t(.*)$/m.exec(status)?.[1] ?? '';
  } catch {
    return 'ended meanwhile';
  }
}
/** DAC_READ_SEARCH (2) and SYS_PTRACE (19); SYS_ADMIN (21) as well. */
const [LESSER, ENTERING] = ['0000000000080004', '0000000000280004'];

test('agreed to on the page by keyboard, after it was explained; all see it, and any may take it back', async ({
  page,
  browser,
  dockerd,
  ownNsview,
  ordinary: { user, project },
}) => {
  user.admit(dockerd);
  const nsview = await ownNsview({
    docker: dockerd.endpoint,
    as: user,
    build: { program: project.program },
    args: ['--reader', 'container'],
  });
  const reads = async () => (await snapshotOf(nsview)).host.reader === 'container';
  await until('the reader in a container reads', reads, 20_000, 100);
  await dockerd.run('--name', 'c1', '--hostname', 'first', 'ubuntu', 'sleep', '1d');
  const { uts } = linksOf(await dockerd.leader('c1'));
  await openNsview(page, nsview, `select=namespace:${uts}`);
  await expect(page.locator('[data-unreadable="hostname"]')).toBeVisible();
  expect(await capabilities(dockerd)).toBe(LESSER);
  const explained = page.locator('[data-may-enter]');
  const agree = explained.getByRole('button', { name: 'Let the reader go in' });
  // It cannot be agreed to before one has read what it means.
  await expect(agree).toBeHidden();
  await explained.getByText('What would tell it').press('Enter');
  await expect(explained).toContainText('CAP_SYS_ADMIN');
  expect(await barriers(page)).toEqual([]);
  expect(await capabilities(dockerd)).toBe(LESSER);

  const other = await (await browser.newContext()).newPage();
  await openNsview(other, nsview, 'select=container::host');
  await expect(other.getByText('Let it go into namespaces…')).toBeVisible();
  const log = await AttributeLog.start(page, 'data-state');
  await page.keyboard.press('Tab');
  await expect(agree).toBeFocused();
  // Where it cannot be started the other reads on, and it is said.
  const readerProgram = join(dirname(project.program), 'reader');
  renameSync(readerProgram, `${readerProgram}-away`);
  try {
    await page.keyboard.press('Enter');
    const status = page.locator('[data-entering="false"] > [role="status"]');
    await expect(status).toContainText('its program is not built');
    await expect(status).toContainText('reads on');
    expect(await capabilities(dockerd)).toBe(LESSER);
    expect((await snapshotOf(nsview)).host.reader).toBe('container');
  } finally {
    renameSync(`${readerProgram}-away`, readerProgram);
  }
  await agree.press('Enter');
  // What was known stays known meanwhile.
  await expect(page.locator('[data-inside="uts"]')).toContainText('first');
  expect(await capabilities(dockerd)).toBe(ENTERING);
  await expect(explained).toHaveCount(0);
  expect(new Set(await log.values())).not.toContain('stale');

  const said = other.locator('[data-entering="true"]');
  await expect(said).toContainText('may go into namespaces as well');
  expect(await barriers(other)).toEqual([]);
  await said.getByRole('button', { name: 'Take that back' }).press('Enter');
  await expect(other.locator('[data-entering="false"]')).toBeVisible();
  await expect.poll(() => capabilities(dockerd)).toBe(LESSER);
  await expect(page.locator('[data-unreadable="hostname"]')).toBeVisible();
  // Who stops the reader takes it back as well.
  await explained.getByText('What would tell it').click();
  await agree.click();
  await expect.poll(() => capabilities(dockerd)).toBe(ENTERING);
  await other.getByRole('button', { name: 'Stop the reader' }).click();
  await other.getByRole('button', { name: 'Read it from a container…' }).first().click();
  await expect(other.getByRole('dialog')).not.toContainText('CAP_SYS_ADMIN');
  await other.getByRole('dialog').getByRole('button', { name: 'Start the reader' }).click();
  await expect.poll(() => capabilities(dockerd)).toBe(LESSER);
});

test('what only somebody inside is told: the page says what would tell it, and is told then', async ({
  page,
  dockerd,
  ownNsview,
  ordinary: { user, project },
}) => {
  user.admit(dockerd);
  const serve = async (...more: string[]) => {
    const nsview = await ownNsview({
      docker: dockerd.endpoint,
      as: user,
      build: { program: project.program },
      args: ['--reader', 'container', ...more],
    });
    const reads = async () => (await snapshotOf(nsview)).host.reader === 'container';
    await until('the reader in a container reads', reads, 20_000, 100);
    return nsview;
  };
  await dockerd.run('--name', 'c1', '--hostname', 'first', 'ubuntu', 'sleep', '1d');
  const { uts } = linksOf(await dockerd.leader('c1'));
  const lesser = await serve();
  await openNsview(page, lesser, `select=namespace:${uts}`);
  await expect(page.locator('[data-unreadable="hostname"]')).toBeVisible();
  const explained = page.locator('[data-may-enter]');
  await explained.getByText('What would tell it').click();
  await expect(explained).toContainText('--reader container --may-enter');
  await expect(explained).toContainText('CAP_SYS_ADMIN');
  expect(await barriers(page)).toEqual([]);

  const entering = await serve('--may-enter');
  await openNsview(page, entering, `select=namespace:${uts}`);
  await expect(page.locator('[data-inside="uts"]')).toContainText('first');
  await expect(explained).toHaveCount(0);
});
