import * as z from 'zod/mini';
import { freshSnapshot } from './harness/api';
import { mustRun } from './harness/command';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { linksOf } from './harness/witness';

/* What namespaces isolate: found by what it is called, and told of a container in short. */

const addresses = z.array(z.object({ addr_info: z.array(z.object({ local: z.string() })) }));

test('addresses, ports, devices, host names and mounts are found', async ({
  page,
  dockerd,
  nsview,
}) => {
  const listens = ['sh', '-c', 'while :; do nc -l -p 8080; done'];
  const given = ['--hostname', 'shop-front', '-v', 'wares:/wares'];
  await dockerd.run('--name', 'web', ...given, 'ubuntu', ...listens);
  await dockerd.run('--name', 'other', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const pid = await dockerd.leader('web');
  const links = linksOf(pid);
  const said = await mustRun('nsenter', [
    '-t',
    String(pid),
    '-n',
    'ip',
    '-j',
    'addr',
    'show',
    'eth0',
  ]);
  const address = addresses.parse(JSON.parse(said))[0]?.addr_info[0]?.local ?? '';

  await openNsview(page, nsview);
  const first = page.getByRole('option').first();
  for (const [typed, name, detail, lens, id] of [
    [address, address, 'address, eth0 · web', 'net', links.net],
    [':8080', ':8080', 'listening · web', 'net', links.net],
    ['shop-fr', 'shop-front', 'host name · web', 'uts', links.uts],
    ['/wares', '/wares', 'mounted there · web', 'mnt', links.mnt],
  ] as const) {
    await page.keyboard.press('/');
    await page.keyboard.type(typed);
    await expect(first).toContainText(name);
    await expect(first).toContainText(detail);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`lens=${lens}`));
    await expect(page).toHaveURL(new RegExp(`select=namespace:${id}`));
  }
  await page.keyboard.press('/');
  await page.keyboard.type('10.99.99.99');
  await expect(page.getByText('Nothing here meets that.')).toBeVisible();
});

test('a container in short: what each of its namespaces isolates', async ({
  page,
  dockerd,
  nsview,
}) => {
  const socket = ['-v', `${dockerd.socket}:/var/run/docker.sock`];
  await dockerd.run('--name', 'c1', '--hostname', 'one', ...socket, 'ubuntu', 'sleep', '1d');
  await dockerd.run(
    '--name',
    'c2',
    '--pid',
    'container:c1',
    '--net',
    'none',
    'ubuntu',
    'sleep',
    '1d',
  );
  await freshSnapshot(nsview);
  const of = (type: string) => page.locator(`[data-see="${type}"]`);
  await openNsview(page, nsview, 'select=container:c1');
  await expect(of('pid')).toHaveText('c2 ends with c1');
  await expect(of('net')).toHaveText(/^172\.\d+\.\d+\.\d+$/);
  await expect(of('uts')).toHaveText('one');
  await expect(of('user')).toHaveText('each id is the same outside: root is root');
  await expect(of('mnt')).toContainText('who may talk to it is root on the host');
  await openNsview(page, nsview, 'select=container:c2&lang=zh-CN');
  await expect(of('pid')).toHaveText('c1 结束时，c2 随之结束');
  await expect(of('net')).toHaveText('只能与自己通信');
});
