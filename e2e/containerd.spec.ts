import { findings as findingsQuestion } from '@lib/questions/findings';
import type { Snapshot } from '@lib/model/snapshot';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { freshSnapshot } from './harness/api';
import { type Ctr, makeCtr } from './harness/ctr';
import { expect, needsDocker, test as base } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* Containers of containerd's own beside those of the Docker that runs on it. */

/** What containerd calls a namespace: `pods` is of that which Kubernetes keeps its pods in. */
const test = base.extend<{ ctr: Ctr; pods: Ctr }>({
  ctr: async ({ dockerd }, use) => {
    const ctr = makeCtr(dockerd.containerd, 'nsv-test');
    await use(ctr);
    await ctr.close();
  },
  pods: async ({ dockerd }, use) => {
    const pods = makeCtr(dockerd.containerd, 'k8s.io');
    await use(pods);
    await pods.close();
  },
});

const shown = ({ containers }: Snapshot) =>
  containers.map(({ engine, name, state }) => [engine.split(':')[0], name, state].join(' ')).sort();

test('a container of any name beside Docker’s: once each, with its own processes and the namespaces that the kernel names', async ({
  page,
  dockerd,
  ctr,
  ownNsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const c1 = await dockerd.leader('c1');
  const engine = `containerd://${dockerd.containerd}`;
  const nsview = await ownNsview({ docker: dockerd.endpoint, args: ['--engine', engine] });
  await ctr.run('plain1', '--with-ns', `pid:/proc/${c1}/ns/pid`);
  const is = (...expected: string[]) =>
    until(
      `there are ${expected.join(', ')}`,
      async () => {
        const snapshot = await freshSnapshot(nsview);
        return JSON.stringify(shown(snapshot)) === JSON.stringify(expected.sort()) && snapshot;
      },
      20_000,
    );
  const snapshot = await is('docker c1 running', 'containerd plain1 running');
  // What it has no word for is nothing to warn of.
  expect(snapshot.host.notices.map(({ code }) => code)).not.toContain('engine-info-unknown');
  const plain = snapshot.containers.find(({ name }) => name === 'plain1');
  const tasks = await ctr.do('task', 'ls');
  expect(tasks).toMatch(new RegExp(`plain1\\s+${String(plain?.pid)}\\s+RUNNING`));
  expect(plain?.namespaces).toEqual(linksOf(plain?.pid ?? 0));
  expect(plain?.sharing).toMatchObject({ pid: 'shared', mnt: 'own', net: 'own', user: 'host' });
  const its = snapshot.processes.filter(({ container }) => container === plain?.id);
  expect(its.map(({ pid }) => pid)).toEqual(await ctr.pids('plain1'));
  expect(Object.keys(plain?.namespaces ?? {})).toEqual([...NAMESPACE_TYPES]);

  await test.step('on the page, with what its own client is asked', async () => {
    await openNsview(page, nsview, 'select=container:plain1');
    await expect(containerNode(page, 'plain1')).toBeVisible();
    const inspector = page.getByRole('complementary');
    await expect(inspector).toContainText('shared with c1');
    await expect(inspector).toContainText(`--pid=/proc/${String(c1)}/ns/pid`);
    await expect(page.getByRole('banner').getByTitle(/containerd 1\.\d/)).toBeVisible();
  });

  await test.step('what happens to it is told', async () => {
    await ctr.do('task', 'pause', 'plain1');
    await is('docker c1 running', 'containerd plain1 paused');
    await ctr.do('task', 'resume', 'plain1');
    await is('docker c1 running', 'containerd plain1 running');
    await ctr.remove('plain1');
    await is('docker c1 running');
  });
});

test('containers of a pod stand on one ground, share what its sandbox has, and are found by its name', async ({
  page,
  dockerd,
  pods,
  ownNsview,
}) => {
  const engine = `containerd://${dockerd.containerd}`;
  const nsview = await ownNsview({ docker: dockerd.endpoint, args: ['--engine', engine] });
  const labels = (container: string) =>
    [
      'io.kubernetes.pod.name=till-0',
      'io.kubernetes.pod.namespace=shop',
      ...(container === '' ? [] : [`io.kubernetes.container.name=${container}`]),
    ].flatMap((label) => ['--label', label]);
  await pods.run('pause', ...labels(''), '--label', 'io.cri-containerd.kind=sandbox');
  const [sandbox] = await pods.pids('pause');
  const joined = ['network', 'ipc', 'uts'].flatMap((type) => [
    '--with-ns',
    `${type}:/proc/${String(sandbox)}/ns/${type === 'network' ? 'net' : type}`,
  ]);
  await pods.run('x1', ...labels('till'), ...joined);
  await pods.run('x2', ...labels('log'), ...joined);
  await openNsview(page, nsview);
  for (const name of ['till', 'log']) await expect(containerNode(page, name)).toBeVisible();
  const ground = page.locator('[data-project="shop/till-0"]');
  const called = page.locator('[data-project-name="shop/till-0"]');
  await expect(ground).toHaveCount(1);

  await test.step('its pause container is in it: said, counted, and there by one key', async () => {
    await expect(called).toHaveText('shop/till-0 + pause');
    await expect(containerNode(page, 'till-0')).toHaveCount(0);
    const named = page.getByRole('option', {
      name: /network namespace net:\[\d+\] with [^.]*till-0 \(pause\)/i,
    });
    await expect(named).toHaveCount(2);
    const button = page.getByRole('button', { name: '1 pause container' });
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('u');
    await expect(containerNode(page, 'till-0')).toBeVisible();
    await expect(page.getByRole('option', { name: /^till-0 \(pause\), running/ })).toBeVisible();
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    await expect(called).toHaveText('shop/till-0');
    await button.click();
    await expect(containerNode(page, 'till-0')).toHaveCount(0);
  });
  const { containers } = await freshSnapshot(nsview);
  for (const { namespaces, name, sharing, role } of containers) {
    expect(role, name).toBe(name === 'till-0' ? 'pause' : null);
    expect(sharing, name).toMatchObject({
      net: 'shared',
      ipc: 'shared',
      uts: 'shared',
      pid: 'own',
    });
    expect(namespaces.net).toBe(linksOf(sandbox ?? 0).net);
  }
  await test.step('pressed, its ground selects what holds the pod: by hand, and by key', async () => {
    await openNsview(page, nsview);
    const pressed = page.getByRole('button', {
      name: 'Pod shop/till-0: till, log. Press to select till-0 (pause)',
    });
    await expect(pressed).toHaveAttribute('aria-pressed', 'false');
    // A corner of its ground, where nothing stands.
    const at = await page.evaluate(() => {
      const path = document.querySelector('[data-pod-ground] path');
      const { left, top, width, height } = path?.getBoundingClientRect() ?? new DOMRect();
      for (let x = 2; x < width; x += 3)
        for (let y = 2; y < height; y += 3)
          if (document.elementFromPoint(left + x, top + y) === path) return [left + x, top + y];
      return [0, 0];
    });
    await page.mouse.click(at[0] ?? 0, at[1] ?? 0);
    const pause = containerNode(page, 'till-0');
    await expect(pause).toHaveAttribute('aria-selected', 'true');
    await expect(pressed).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('[data-pod="shop/till-0"]')).toContainText(
      'It is the pause container',
    );
    await page.keyboard.press('Escape');
    await expect(pause).toHaveCount(0);
    await pressed.focus();
    await page.keyboard.press('Enter');
    await expect(pause).toHaveAttribute('aria-selected', 'true');
  });
  await openNsview(page, nsview, 'view=matrix&q=project:shop/till-0');
  await expect(page.getByRole('row', { name: /^log/ })).toBeVisible();
  await expect(page.locator('[data-row][data-container="till-0"]')).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(page.getByRole('row', { name: /^till-0 \(pause\)/ })).toBeVisible();

  await test.step('what is selected is there by itself', async () => {
    await openNsview(page, nsview, 'select=container:till-0');
    await expect(containerNode(page, 'till-0')).toHaveAttribute('aria-selected', 'true');
  });
});

test('where containerd alone answers: a pod that shares processes is told, and what lessons and findings lack', async ({
  page,
  dockerd,
  pods,
  ownNsview,
}) => {
  const nsview = await ownNsview({ args: ['--engine', `containerd://${dockerd.containerd}`] });
  const labels = (container: string) =>
    ['io.kubernetes.pod.name=web-0', 'io.kubernetes.pod.namespace=shop', container].flatMap(
      (label) => ['--label', label],
    );
  await pods.run('pause', ...labels('io.cri-containerd.kind=sandbox'));
  const [sandbox] = await pods.pids('pause');
  const joined = ['network:net', 'ipc:ipc', 'uts:uts', 'pid:pid'].flatMap((each) => {
    const [type, file] = each.split(':');
    return ['--with-ns', `${String(type)}:/proc/${String(sandbox)}/ns/${String(file)}`];
  });
  for (const name of ['app', 'proxy'])
    await pods.run(name, ...labels(`io.kubernetes.container.name=${name}`), ...joined);

  await openNsview(page, nsview, 'select=container:app');
  const pod = page.locator('[data-pod="shop/web-0"]');
  await expect(pod).toContainText('In it as well: proxy.');
  await expect(pod).toContainText('held by its pause container, web-0 (pause)');
  await expect(pod).toContainText('shareProcessNamespace: true');

  const response = await fetch(`${nsview.url}/api/v1/findings`);
  const { findings, unknown } = findingsQuestion.answer.parse(await response.json());
  const shared = findings.filter(({ rule }) => rule === 'pod-processes');
  expect(shared.map(({ subject, of }) => [subject.name, of])).toEqual([
    ['app', ['proxy']],
    ['proxy', ['app']],
  ]);
  expect(findings.filter(({ rule }) => rule === 'joined')).toEqual([]);
  const untold = unknown.filter(({ rule }) => rule === 'privileged');
  // Of the pause container as well: what leads to the host is looked for in all.
  expect(untold.map(({ reason }) => reason)).toEqual(['ENODATA', 'ENODATA', 'ENODATA']);

  await page.keyboard.press('l');
  await expect(page.locator('[data-engine-needed="other"]')).toContainText('Docker or Podman');
});

test('where no Docker is asked, containerd that is named tells of Docker’s containers as well', async ({
  page,
  dockerd,
  ownNsview,
}) => {
  needsDocker();
  const id = (await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d')).trim();
  const leader = await dockerd.leader('c1');
  const nsview = await ownNsview({ args: ['--engine', `containerd://${dockerd.containerd}`] });
  const told = await until(
    'it is told',
    async () => {
      const { containers } = await freshSnapshot(nsview);
      return containers.find(({ pid }) => pid === leader) ?? false;
    },
    20_000,
  );
  expect(id.startsWith(told.name)).toBe(true);
  expect(told).toMatchObject({ within: 'moby', state: 'running', namespaces: linksOf(leader) });
  await openNsview(page, nsview, `select=container:${told.name}`);
  await expect(containerNode(page, told.name)).toBeVisible();
});
