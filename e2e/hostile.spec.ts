import { canBeSilent, silentMount } from '../server/proc/testing/silent-mount';
import { freshSnapshot } from './harness/api';
import { mustRun, run } from './harness/command';
import { expect, test } from './harness/fixtures';
import { insideOf } from './harness/inside';
import { containerNode, openNsview } from './harness/pages';
import { PROGRAM } from './harness/program';
import { linksOf } from './harness/witness';

/* A container that does what it can to be told of wrongly, or so slowly that its question is given up. */

/** A device's name may have all but blanks and slashes: this one would make a terminal red. */
const DEVICE = 'd\u001b[31m<b>';
const HOST_NAME = 'h\u001b]0;x\u0007"<i>';
const ROUTES = 2000;
/** What its own /proc, which is none, says. */
const LIES = `
  mount -t tmpfs lies /sys; mkdir -p /sys/class/net/lie; echo 9 > /sys/class/net/lie/ifindex
  mount -t tmpfs lies /proc; mkdir -p /proc/net /proc/sys/kernel /proc/1 /proc/sysvipc
  echo liar > /proc/sys/kernel/hostname
  echo 0 0 4294967295 > /proc/1/uid_map
  ln -s /etc/shadow /proc/1/cgroup
  mkdir -p /dev/shm; mount -t tmpfs lies /dev/shm`;
const MANY = `
  ip link add "$1" type veth peer name far; ip link set far up; ip link set "$1" up
  for a in 0 1 2 3 4 5 6 7; do for b in $(seq 0 249); do
    echo "route add 10.$a.$b.0/24 dev $1"
  done; done | ip -batch -`;
/** Why nothing is told of what lies in a file system that does not answer. */
const NOT_TOLD = 'unknown: a file system that it uses does not answer';

test('what a container mounts, names and adds by the thousand misleads nobody', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'bad', '--cgroupns', 'private', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'plain', 'ubuntu', 'sleep', '1d');
  const bad = await dockerd.leader('bad');
  const plain = await dockerd.leader('plain');
  const types = ['net', 'uts', 'ipc', 'user', 'cgroup', 'time'] as const;
  await freshSnapshot(nsview);
  const before = await Promise.all(types.map((type) => insideOf(nsview, type, plain)));

  const at = ['-t', String(bad)];
  await mustRun('nsenter', [...at, '-n', 'sh', '-ec', MANY, 'sh', DEVICE]);
  const rename = 'printf %s "$1" > /proc/sys/kernel/hostname';
  await mustRun('nsenter', [...at, '-u', 'sh', '-ec', rename, 'sh', HOST_NAME]);
  await mustRun('nsenter', [...at, '-m', 'sh', '-ec', LIES]);
  await freshSnapshot(nsview);

  const net = await insideOf(nsview, 'net', bad);
  if (net.type !== 'net') throw new Error(net.type);
  // Not as JSON: iproute2 does not escape there.
  const listed = await mustRun('nsenter', [...at, '-n', 'ip', '-o', 'link', 'show']);
  const names = listed.split('\n').map((line) => /^\d+: (.*?)(?:@[^:]*)?: </.exec(line)?.[1]);
  expect(net.devices?.map(({ name }) => name)).toEqual(names);
  expect(net.devices?.map(({ name }) => name)).toContain(DEVICE);
  expect(net.devices?.map(({ name }) => name)).not.toContain('lie');
  const added = net.routes?.filter(({ device, family }) => device === DEVICE && family === 4) ?? [];
  expect(added.length).toBe(ROUTES);
  expect(await insideOf(nsview, 'uts', bad)).toMatchObject({ hostname: HOST_NAME });
  expect(await insideOf(nsview, 'user', bad)).toEqual({
    ...(await insideOf(nsview, 'user', plain)),
    takenAt: expect.any(String),
  });
  expect(await insideOf(nsview, 'cgroup', bad)).toMatchObject({
    root: expect.stringContaining('/docker/'),
  });
  // Of others all is as it was.
  const after = await Promise.all(types.map((type) => insideOf(nsview, type, plain)));
  const told = (answers: typeof before) => answers.map((each) => ({ ...each, takenAt: '' }));
  expect(told(after)).toEqual(told(before));

  const printed = await run(process.execPath, [
    ...[PROGRAM, 'inside', 'bad', '--docker', dockerd.endpoint],
  ]);
  expect(printed.code).toBe(0);
  expect(printed.stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);

  await openNsview(page, nsview, `select=namespace:${linksOf(bad).net}`);
  const section = page.locator('[data-inside="net"]');
  await expect(section.getByText('d\u001b[31m<b>').first()).toBeVisible();
  expect(await section.locator('li').count()).toBeLessThan(300);
});

test('a file system in a container that never answers stops nothing but what is read of it', async ({
  page,
  dockerd,
  nsview,
}) => {
  test.skip(!canBeSilent(), 'needs root and /dev/fuse');
  await dockerd.run('--name', 'bad', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'plain', 'ubuntu', 'sleep', '1d');
  const bad = await dockerd.leader('bad');
  const plain = await dockerd.leader('plain');
  await freshSnapshot(nsview);
  const before = await insideOf(nsview, 'net', plain);
  // Also what Docker mounts into it, such as /etc/resolv.conf, is covered by that.
  const silent = await silentMount(bad, '/etc');
  try {
    await openNsview(page, nsview, `select=namespace:${linksOf(bad).net}`);
    const section = page.locator('[data-inside="net"]');
    await expect(section.getByText(NOT_TOLD)).toBeVisible();
    await expect(section.locator('[data-device="lo"]')).toBeVisible();

    expect(await insideOf(nsview, 'net', bad)).toMatchObject({
      dns: null,
      unreadable: { dns: 'ETIMEDOUT' },
    });
    const after = await insideOf(nsview, 'net', plain);
    expect({ ...after, takenAt: '' }).toEqual({ ...before, takenAt: '' });

    await dockerd.run('--name', 'late', 'ubuntu', 'sleep', '1d');
    await expect(containerNode(page, 'late')).toBeVisible();
  } finally {
    silent.kill('SIGKILL');
  }
});
