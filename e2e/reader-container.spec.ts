import { chmodSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { snapshotSchema, type Snapshot } from '@lib/model/snapshot';
import { snapshotOf } from './harness/api';
import { barriers } from './harness/axe';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, needsDocker, test as base, type Ordinary } from './harness/fixtures';
import { makeNodeImage } from './harness/images';
import type { Nsview, NsviewOptions } from './harness/nsview';
import { containerNode, openNsview, settled, shownProcesses } from './harness/pages';
import { ordinaryCommand } from './harness/ordinary-command';
import { startRootlessDockerd } from './harness/rootless';
import { COURSE, runTopology } from './harness/topology';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* As most people run nsview: not as root, in the group that may talk to the daemon. */

const test = base.extend<{
  serve: (docker: Dockerd, options?: Partial<NsviewOptions>) => Promise<Nsview>;
}>({
  serve: async ({ ordinary: { user, project }, ownNsview }, use) => {
    await use((dockerd, options = {}) => {
      user.admit(dockerd);
      const { program } = project;
      return ownNsview({ docker: dockerd.endpoint, as: user, build: { program }, ...options });
    });
  },
});

const CONTAINER = { args: ['--reader', 'container'] };

/** The readers of nsview that a daemon has, running or not. */
async function readers(dockerd: Dockerd): Promise<string[]> {
  const filter = ['--filter', 'label=nsview.role=reader'];
  const printed = demand(await dockerd.cli('ps', '-aq', '--no-trunc', ...filter), 'docker ps');
  return printed.split('\n').filter(Boolean);
}

async function imageTags(dockerd: Dockerd): Promise<string[]> {
  const format = ['--all', '--format', '{{.Repository}}:{{.Tag}}'];
  const printed = demand(await dockerd.cli('images', ...format), 'docker images');
  return printed.split('\n').filter(Boolean).sort();
}

function readFromContainer(nsview: Nsview, within = 20_000): Promise<Snapshot> {
  return until(
    'the reader in a container reads',
    async () => {
      const snapshot = await snapshotOf(nsview);
      return snapshot.host.reader === 'container' && snapshot;
    },
    within,
    100,
  );
}

/** Every namespace of every container is what root reads of its leader. */
async function expectAllKnown({ containers }: Snapshot, dockerd: Dockerd, names: string[]) {
  for (const name of names) {
    const found = containers.find((container) => container.name === name);
    expect(found?.namespaces, name).toEqual(linksOf(await dockerd.leader(name)));
    expect(Object.values(found?.sharing ?? {}), name).not.toContain('unknown');
    expect(found?.unreadable, name).toEqual({});
  }
}

function offer(page: Page) {
  return page.getByRole('button', { name: 'Read it from a container…' }).first();
}

test('an ordinary user sees what root sees; nothing is left after kill -9', async ({
  dockerd,
  serve,
}) => {
  await runTopology(dockerd, [...COURSE, ['c3', '--net=host'], ['c4', '--ipc=host', '--user=99']]);
  const nsview = await serve(dockerd, CONTAINER);
  const snapshot = await readFromContainer(nsview);

  await expectAllKnown(snapshot, dockerd, ['c1', 'c2', 'c3', 'c4']);
  expect(snapshot.host.namespaces).toEqual(linksOf(2));
  expect(snapshot.host.hostname).toBe(readFileSync('/proc/sys/kernel/hostname', 'utf8').trim());
  expect(snapshot.engines[0]?.pid).toBe(dockerd.pid);
  // The kernel told them: koffi is there too.
  expect(new Set(snapshot.namespaces.map(({ relation }) => relation))).toEqual(new Set(['kernel']));
  const unread = snapshot.processes.filter(({ unreadable }) =>
    NAMESPACE_TYPES.some((type) => unreadable[`namespaces.${type}`] === 'EACCES'),
  );
  // In some sandboxes PID 1 is shut off to everybody.
  expect(unread.filter(({ pid }) => pid !== 1)).toEqual([]);

  expect(await readers(dockerd)).toHaveLength(1);
  const killed = performance.now();
  await nsview.stop('SIGKILL');
  await until('no reader is left', async () => (await readers(dockerd)).length === 0, 5000);
  expect(performance.now() - killed).toBeLessThan(5000);
});

test('SIGTERM leaves neither container nor image', async ({ dockerd, serve }) => {
  const nsview = await serve(dockerd, CONTAINER);
  await readFromContainer(nsview);
  expect(await imageTags(dockerd)).toContain('nsview-reader:empty');
  expect(await nsview.stop()).toBeLessThan(1000);
  expect(nsview.exitCode).toBe(0);
  expect(await readers(dockerd)).toEqual([]);
  expect(await imageTags(dockerd)).not.toContain('nsview-reader:empty');
});

test('who declines gets nothing started, and can think again', async ({ page, dockerd, serve }) => {
  await runTopology(dockerd, COURSE);
  const images = await imageTags(dockerd);
  const containers = demand(await dockerd.cli('ps', '-aq'), 'docker ps');
  const since = new Date().toISOString();
  const nsview = await serve(dockerd);
  await openNsview(page, nsview);
  await expect(containerNode(page, 'c1').locator('[data-sharing="unknown"]')).not.toHaveCount(0);

  await offer(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(offer(page)).toHaveCount(0);
  // The page goes on with what may be read.
  await dockerd.run('--name', 'c3', 'ubuntu', 'sleep', '1d');
  await expect(containerNode(page, 'c3')).toBeVisible();
  // A pane that may not be looked from offers it all the same.
  await openNsview(page, nsview, 'view=processes&vantages=c1');
  await page.locator('[data-vantage="c1"]').getByText('Read it from a container…').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  // It is remembered for another page, too.
  await openNsview(page, nsview, 'select=container::host');
  await expect(page.getByText('read by')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Not now' })).toHaveCount(0);

  demand(await dockerd.cli('rm', '-f', 'c3'), 'docker rm');
  expect(demand(await dockerd.cli('ps', '-aq'), 'docker ps')).toBe(containers);
  expect(await imageTags(dockerd)).toEqual(images);
  const until = new Date().toISOString();
  const events = await dockerd.cli(
    'events',
    '--since',
    since,
    '--until',
    until,
    '--format',
    '{{.Type}} {{.Action}} {{.Actor.Attributes.name}}',
  );
  const others = demand(events, 'docker events')
    .split('\n')
    .filter((line) => !/ c3$|^network /.test(line));
  expect(others.filter(Boolean)).toEqual([]);

  await offer(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start the reader' }).click();
  await expect(containerNode(page, 'c1').locator('[data-sharing="unknown"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Stop the reader' }).click();
  await expect.poll(() => readers(dockerd)).toEqual([]);
  await expect(containerNode(page, 'c1').locator('[data-sharing="unknown"]')).not.toHaveCount(0);
});

test('agreed to by keyboard, the picture becomes known without a reload', async ({
  page,
  dockerd,
  serve,
}) => {
  await runTopology(dockerd, COURSE);
  const nsview = await serve(dockerd);
  await openNsview(page, nsview);
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await expect(offer(page)).toBeVisible();
  await expect(containerNode(page, 'c1').locator('[data-sharing="unknown"]')).not.toHaveCount(0);
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    if (await offer(page).evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Everything that root can read');
  await dialog.getByText('The same by hand').press('Enter');
  await expect(dialog).toContainText('--cap-add=SYS_PTRACE');
  const agree = dialog.getByRole('button', { name: 'Start the reader' });
  for (let presses = 0; presses < 10; presses += 1) {
    await page.keyboard.press('Tab');
    if (await agree.evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press('Enter');

  await expect(containerNode(page, 'c1').locator('[data-sharing="unknown"]')).toHaveCount(0);
  await expect(page.locator('[data-hub^="pid:"]')).toHaveCount(1);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await expectAllKnown(await snapshotOf(nsview), dockerd, ['c1', 'c2']);

  // Its own container and processes are counted, and shown when asked for.
  const [own = ''] = await readers(dockerd);
  expect(own).toMatch(/^[0-9a-f]{64}$/);
  await expect(page.locator(`[data-container-id="${own}"]`)).toHaveCount(0);
  const hidden = page.locator('[data-hidden-count]');
  await expect(hidden).toHaveAttribute('data-hidden-count', '1');
  await openNsview(page, nsview, 'view=processes&vantages=:host&rows=all');
  // The reader, and what reads below roots for it: that is started while somebody looks on.
  await expect(async () => {
    const [, ...there] = demand(await dockerd.cli('top', own, '-o', 'pid'), 'docker top')
      .trim()
      .split('\n');
    expect(await hidden.getAttribute('data-hidden-count')).toBe(String(there.length));
  }).toPass({ timeout: 10_000 });
  const leader = await dockerd.leader(own);
  const pids = async () => (await shownProcesses(page, ':host')).map(({ process }) => process);
  await expect.poll(pids).toContain(await dockerd.leader('c1'));
  expect(await pids()).not.toContain(leader);
  await page.getByRole('button', { name: 'Show again: nsview’s own' }).click();
  await expect.poll(pids).toContain(leader);
  await expect(page).toHaveURL(/own=1/);
  await openNsview(page, nsview, 'own=1');
  await expect(page.locator(`[data-container-id="${own}"]`)).toHaveCount(1);
});

test('killed from outside: the page says so, goes on, and another takes over', async ({
  page,
  dockerd,
  serve,
}) => {
  await runTopology(dockerd, COURSE);
  const nsview = await serve(dockerd, CONTAINER);
  await readFromContainer(nsview);
  await openNsview(page, nsview);
  const [own = ''] = await readers(dockerd);
  // Another may have taken over by the time that the command has ended.
  const said = expect(page.getByText('The reader in a container was lost')).toBeVisible();
  demand(await dockerd.cli('kill', own), 'docker kill');
  await said;
  await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
  await expect(containerNode(page, 'c1')).toBeVisible();
  const another = await until(
    'another reader runs',
    async () => (await readers(dockerd)).find((id) => id !== own),
    20_000,
    100,
  );
  await expect(page.getByText('The reader in a container was lost')).toHaveCount(0);
  await expect(containerNode(page, 'c1').locator('[data-sharing]')).toHaveCount(8);
  await expect(containerNode(page, 'c1').locator('[data-sharing="unknown"]')).toHaveCount(0);
  expect(await readers(dockerd)).toEqual([another]);

  // One that hangs is given up as well.
  demand(await dockerd.cli('pause', another), 'docker pause');
  await expect(page.getByText('did not answer in time')).toBeVisible({ timeout: 25_000 });
  await readFromContainer(nsview, 25_000);
  await expect.poll(() => readers(dockerd), { timeout: 15_000 }).toHaveLength(1);
});

test('a daemon that was restarted gets a new reader', async ({ ownDockerd, serve, ordinary }) => {
  test.setTimeout(120_000);
  const dockerd = await ownDockerd();
  const nsview = await serve(dockerd, CONTAINER);
  await readFromContainer(nsview);
  await dockerd.stop();
  await until(
    'nsview reads by itself',
    async () => (await snapshotOf(nsview)).host.reader === 'direct',
    10_000,
  );
  await dockerd.start();
  ordinary.user.admit(dockerd);
  await readFromContainer(nsview, 30_000);
  expect(await readers(dockerd)).toHaveLength(1);
});

test('a daemon that maps users', async ({ ownDockerd, serve }) => {
  test.setTimeout(120_000);
  const dockerd = await ownDockerd({ usernsRemap: true });
  await runTopology(dockerd, [...COURSE, ['c3', '--userns=host']]);
  const nsview = await serve(dockerd, CONTAINER);
  await expectAllKnown(await readFromContainer(nsview), dockerd, ['c1', 'c2', 'c3']);
});

test('where the host’s node cannot run: that of an image, if one is there', async ({
  page,
  ownDockerd,
  serve,
}) => {
  test.setTimeout(120_000);
  const dockerd = await ownDockerd();
  await runTopology(dockerd, COURSE);
  // The daemon cannot see this node: it is in a mount namespace of its own.
  const script = 'mount -t tmpfs none /mnt && cp "$0" /mnt/node && exec /mnt/node "$@"';
  const node = ['unshare', '--mount', 'sh', '-c', script, process.execPath];
  const nsview = await serve(dockerd, { ...CONTAINER, as: null, build: { node } });
  await openNsview(page, nsview);
  await expect(page.getByText('no Node.js runs in a container there')).toBeVisible();
  await expect(page.getByText('docker pull node:22-slim')).toBeVisible();
  expect(await readers(dockerd)).toEqual([]);
  expect(await imageTags(dockerd)).toEqual(['ubuntu:latest']);

  await makeNodeImage(dockerd, 'node:22-slim');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectAllKnown(await readFromContainer(nsview), dockerd, ['c1', 'c2']);
});

test('what servers that are gone left behind is removed, what others use is not', async ({
  dockerd,
  serve,
}) => {
  const first = await serve(dockerd, CONTAINER);
  await readFromContainer(first);
  const [used = ''] = await readers(dockerd);
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const pidNamespace = linksOf('self').pid.replace(':', ':[') + ']';
  const owner = `nsview.owner=${boot}/${pidNamespace}/4194303/1`;
  const labels = ['--label', 'nsview.role=reader', '--label', owner];
  await dockerd.run('--name', 'left', ...labels, 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'other', '--label', owner, 'ubuntu', 'sleep', '1d');

  await readFromContainer(await serve(dockerd, CONTAINER));
  expect(await readers(dockerd)).toHaveLength(2);
  expect(await readers(dockerd)).toContain(used);
  expect((await dockerd.cli('inspect', 'left')).code).not.toBe(0);
  expect((await dockerd.cli('inspect', 'other')).code).toBe(0);
});

test('ls and snapshot look from a container and remove it', async ({ dockerd, ordinary }) => {
  await runTopology(dockerd, COURSE);
  const looked = await ordinaryCommand(ordinary, dockerd, 'snapshot', '--reader', 'container');
  const snapshot = snapshotSchema.parse(JSON.parse(demand(looked, 'nsview snapshot')));
  await expectAllKnown(snapshot, dockerd, ['c1', 'c2']);
  expect(await readers(dockerd)).toEqual([]);

  const listed = await ordinaryCommand(
    ordinary,
    dockerd,
    'ls',
    '-t',
    'pid',
    '--reader',
    'container',
  );
  expect(demand(listed, 'nsview ls')).toMatch(/c1,c2 +shared/);
  expect(listed.stdout).not.toContain('nsview-reader');
  expect(await readers(dockerd)).toEqual([]);
});

/** `nsview ls --reader container` says why not in one line, and prints nothing. */
async function expectRefused({ user, project }: Ordinary, docker: string, why: RegExp) {
  const args = [project.program, 'ls', '--reader', 'container', '--docker', docker];
  const { code, stdout, stderr } = await user.run(process.execPath, args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(why)]);
}

test('without a reader, one line says why', async ({ ordinary }) => {
  const nowhere = 'unix:///nowhere/d.sock';
  await expectRefused(ordinary, nowhere, /^nsview: No reader in a container: .*cannot be reached/);
});

test('a rootless daemon, whose containers may read no more, is not asked for one', async ({
  ordinary,
}) => {
  needsDocker();
  const dockerd = await startRootlessDockerd();
  try {
    chmodSync(dockerd.endpoint.replace('unix://', ''), 0o666);
    await expectRefused(ordinary, dockerd.endpoint, /runs without root/);
    expect(demand(await dockerd.cli('ps', '-aq'), 'docker ps')).toBe('');
  } finally {
    await dockerd.close();
  }
});

for (const theme of ['dark', 'light']) {
  test(`axe finds no barrier in the offer, in the ${theme} theme`, async ({
    page,
    dockerd,
    serve,
  }) => {
    await runTopology(dockerd, COURSE);
    await openNsview(page, await serve(dockerd), `theme=${theme}&select=container::host`);
    await expect(offer(page)).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await offer(page).click();
    await page.getByText('The same by hand').click();
    expect(await barriers(page)).toEqual([]);
    await settled(page);
  });
}
