import { expectAgreement } from './harness/agreement';
import { snapshotOf } from './harness/api';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';

/** Containers by name with their flags of `docker run`, and one arc that has to come out so. */
const TOPOLOGIES: {
  title: string;
  containers: Record<string, string[]>;
  arc: [container: string, type: string, sharing: string];
}[] = [
  { title: 'nothing joined', containers: { one: [], two: [] }, arc: ['one', 'net', 'own'] },
  {
    title: '--net container:',
    containers: { web: [], sidecar: ['--net', 'container:web'] },
    arc: ['web', 'net', 'shared'],
  },
  {
    title: '--net host',
    containers: { metrics: ['--net', 'host'], other: [] },
    arc: ['metrics', 'net', 'host'],
  },
  {
    title: '--pid host',
    containers: { watcher: ['--pid', 'host'], other: [] },
    arc: ['watcher', 'pid', 'host'],
  },
  {
    title: '--ipc shareable and --ipc container:',
    containers: { api: ['--ipc', 'shareable'], cache: ['--ipc', 'container:api'] },
    arc: ['cache', 'ipc', 'shared'],
  },
  {
    title: '--uts host',
    containers: { named: ['--uts', 'host'], other: [] },
    arc: ['named', 'uts', 'host'],
  },
  {
    title: 'three that join each other in different ways',
    containers: {
      one: ['--ipc', 'shareable'],
      two: ['--pid', 'container:one', '--net', 'container:one'],
      three: ['--pid', 'container:two', '--ipc', 'container:one', '--net', 'host'],
    },
    arc: ['three', 'pid', 'shared'],
  },
];

for (const { title, containers, arc } of TOPOLOGIES) {
  test(title, async ({ page, dockerd, nsview }) => {
    await openNsview(page, nsview);
    for (const [name, flags] of Object.entries(containers)) {
      await dockerd.run('--name', name, ...flags, 'ubuntu', 'sleep', '1d');
    }
    await expectAgreement(page, nsview, dockerd, Object.keys(containers));
    const [container, type, sharing] = arc;
    const shown = containerNode(page, container).locator(`[data-type="${type}"]`);
    await expect(shown).toHaveAttribute('data-sharing', sharing);
  });
}

test('fault 10: --cgroupns private', async ({ page, dockerd, nsview }) => {
  await openNsview(page, nsview);
  await dockerd.run('--name', 'apart', '--cgroupns', 'private', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'together', '--cgroupns', 'host', 'ubuntu', 'sleep', '1d');
  await expectAgreement(page, nsview, dockerd, ['apart', 'together']);
  const cgroup = containerNode(page, 'apart').locator('[data-type="cgroup"]');
  await expect(cgroup).toHaveAttribute('data-sharing', 'own');
});

test('fault 12: containers without a process share nothing', async ({ page, dockerd, nsview }) => {
  await openNsview(page, nsview);
  await dockerd.run('--name', 'ended', 'ubuntu', 'true');
  await dockerd.cli('create', '--name', 'created', 'ubuntu', 'true');
  await dockerd.run('--name', 'paused', 'ubuntu', 'sleep', '1d');
  await dockerd.cli('pause', 'paused');
  await expectAgreement(page, nsview, dockerd, ['paused']);
  await expect(async () => {
    const { containers } = await snapshotOf(nsview);
    for (const each of ['ended', 'created']) {
      const container = containers.find(({ name }) => name === each);
      expect(container?.pid).toBe(0);
      expect(new Set(Object.values(container?.sharing ?? {}))).toEqual(new Set(['none']));
      expect(new Set(Object.values(container?.namespaces ?? {}))).toEqual(new Set([null]));
    }
    expect(containers.find(({ name }) => name === 'paused')?.state).toBe('paused');
  }).toPass({ timeout: 10_000 });
  await dockerd.cli('unpause', 'paused');
});

test('a daemon that remaps users, and one container on --userns host', async ({
  page,
  remapped: { dockerd, nsview },
}) => {
  await openNsview(page, nsview);
  await dockerd.run('--name', 'mapped', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'joined', '--pid', 'container:mapped', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'apart', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'root', '--userns', 'host', 'ubuntu', 'sleep', '1d');
  await expectAgreement(page, nsview, dockerd, ['mapped', 'joined', 'apart', 'root']);
  const user = (name: string) => containerNode(page, name).locator('[data-type="user"]');
  await expect(user('mapped')).toHaveAttribute('data-sharing', 'shared');
  await expect(user('apart')).toHaveAttribute('data-sharing', 'own');
  await expect(user('root')).toHaveAttribute('data-sharing', 'host');
});
