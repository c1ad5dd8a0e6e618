import { demand } from './harness/command';
import { snapshotOf } from './harness/api';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview, settled } from './harness/pages';
import { runTopology } from './harness/topology';

test('a container whose donor was started again is told to share no longer what it was configured to', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runTopology(dockerd, [['vpn'], ['web', '--network=container:vpn']]);
  await openNsview(page, nsview, 'select=container:web');
  await settled(page);
  const web = containerNode(page, 'web');
  const arc = web.locator('[data-type="net"][data-sharing]');
  const fact = page.locator('[data-broken-join="net"]');
  const broken = page.locator('[data-broken-tie="net"]');
  const facts = page.getByRole('complementary');
  await expect(arc).toHaveAttribute('data-sharing', 'shared');
  await expect(facts).toContainText('vpn');
  await expect(fact).toHaveCount(0);
  await expect(broken).toHaveCount(0);

  demand(await dockerd.cli('restart', '--time', '0', 'vpn'), 'docker restart vpn');
  await expect(arc).toHaveAttribute('data-sharing', 'own');
  await expect(fact).toHaveText('configured to share vpn’s, which has another since its restart');
  await expect(web.locator('title').first()).toContainText(
    'it is configured to share vpn’s, but vpn has another since its restart',
  );
  await settled(page);
  const { containers } = await snapshotOf(nsview);
  const idOf = (name: string) => containers.find((each) => each.name === name)?.id ?? '';
  await expect(broken).toHaveAttribute('data-from', idOf('web'));
  await expect(broken).toHaveAttribute('data-to', idOf('vpn'));
  await expect(page.locator('[data-tie^="net:"]')).toHaveCount(0);

  // Started again itself, it joins the one that vpn has now.
  demand(await dockerd.cli('restart', '--time', '0', 'web'), 'docker restart web');
  await expect(arc).toHaveAttribute('data-sharing', 'shared');
  await expect(fact).toHaveCount(0);
  await expect(broken).toHaveCount(0);
});
