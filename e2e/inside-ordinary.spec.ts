import { expect, test } from './harness/fixtures';
import { ordinaryCommand } from './harness/ordinary-command';
import { linksOf } from './harness/witness';

/* What namespaces isolate, for who is not root and may only talk to the daemon. */

test('inside: what an ordinary user is told alone, and through the reader', async ({
  dockerd,
  ordinary,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const links = linksOf(await dockerd.leader('c1'));
  const alone = await ordinaryCommand(ordinary, dockerd, 'inside', 'c1', '--json');
  expect(alone.code).toBe(1);
  const refused = { error: { code: 'failed', message: 'EACCES' } };
  const types = ['pid', 'net', 'mnt', 'user', 'ipc', 'uts', 'cgroup', 'time'];
  expect(JSON.parse(alone.stdout)).toEqual(
    Object.fromEntries(types.map((type) => [type, refused])),
  );

  const read = await ordinaryCommand(
    ordinary,
    dockerd,
    'inside',
    'c1',
    '--json',
    '--reader',
    'container',
  );
  expect(read.code).toBe(0);
  expect(JSON.parse(read.stdout)).toMatchObject({
    [links.pid]: { levels: 1, endsWith: [], unreadable: {} },
    [links.net]: {
      devices: [{ name: 'lo' }, { name: 'eth0' }],
      looseAddresses: expect.arrayContaining(['127.0.0.1']),
      routes: null,
      unreadable: { routes: 'EPERM', 'devices.addresses': 'EPERM' },
    },
    [links.mnt]: {
      root: '/',
      mounts: expect.arrayContaining([
        expect.objectContaining({ target: '/etc/hosts', kind: 'engine' }),
      ]),
      unreadable: {},
    },
    [links.user]: { setgroups: 'allow', unreadable: {} },
    [links.ipc]: { segments: null, unreadable: { segments: 'EPERM' } },
    [links.uts]: { hostname: null, unreadable: { hostname: 'EPERM' } },
    [links.cgroup]: { root: '/' },
    [links.time]: { boottimeNs: '0' },
  });
});
