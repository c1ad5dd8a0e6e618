import { snapshotOf } from './harness/api';
import { barriers } from './harness/axe';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* The reader in a container that may go into namespaces, as the page tells of it. */

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
