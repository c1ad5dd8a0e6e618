import type { Snapshot } from '@lib/model/snapshot';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { firstSteps } from '@lib/facts/first-steps';
import { freshSnapshot } from './harness/api';
import { courseLesson } from './harness/course-lesson';
import { expect, needsInstalled, test as base } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { containerNode, openNsview } from './harness/pages';
import { makePodman, type Podman } from './harness/podman';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* Podman, as root has it and as a user who is not: pods, what holds their namespaces, what becomes of it beside Docker. */

const test = base.extend<{ makeOwn: typeof makePodman }>({
  makeOwn: async ({}, use) => {
    const made: Podman[] = [];
    await use(async (options) => {
      const podman = await makePodman(options);
      made.push(podman);
      return podman;
    });
    for (const podman of made) await podman.close();
  },
});

test.beforeEach(() => needsInstalled('podman'));

/** The containers of a pod and one in none, on a Podman that answers. */
async function withPod(podman: Podman): Promise<void> {
  await podman.serve();
  await podman.pod('shop');
  await podman.run('till', '--pod', 'shop');
  await podman.run('log', '--pod', 'shop');
  await podman.run('alone');
}

function ofPodman({ containers, engines }: Snapshot) {
  const podmans = engines.filter(({ kind }) => kind === 'podman').map(({ id }) => id);
  return containers.filter(({ engine }) => podmans.includes(engine));
}

/** Waits until nsview knows the leaders of so many of Podman's containers. */
function untilThere(nsview: Nsview, count: number): Promise<Snapshot> {
  return until(
    `${String(count)} containers of Podman`,
    async () => {
      const snapshot = await freshSnapshot(nsview);
      const led = ofPodman(snapshot).filter(({ namespaces }) => namespaces.mnt !== null);
      return led.length === count && snapshot;
    },
    20_000,
  );
}

async function expectTruth(podman: Podman, snapshot: Snapshot): Promise<void> {
  const containers = ofPodman(snapshot);
  let compared = 0;
  for (const { name, pid, namespaces, unreadable } of containers) {
    expect(pid, name).toBe(await podman.leader(name));
    expect(namespaces, name).toEqual(linksOf(pid));
    expect(unreadable, name).toEqual({});
    compared += Object.values(namespaces).length;
  }
  expect(compared).toBe(4 * NAMESPACE_TYPES.length);
  expect(await podman.numbers()).toEqual(
    new Map(
      containers.map(({ id, namespaces: { mnt, cgroup, ipc, net, pid, uts, user } }) => [
        id,
        [mnt, cgroup, ipc, net, pid, uts, user].map((each) => each?.split(':')[1]),
      ]),
    ),
  );
  const shown = containers.map(({ name, pod, role }) => [
    name.replace(/^[0-9a-f]{12}-/, ''),
    ...[pod ?? null, role],
  ]);
  expect(shown.sort()).toEqual([
    ['alone', null, null],
    ['infra', 'shop', 'pause'],
    ['log', 'shop', null],
    ['till', 'shop', null],
  ]);
  const infra = containers.find(({ role }) => role === 'pause');
  for (const { pod, role, name, namespaces, sharing } of containers) {
    const isMember = pod === 'shop' && role === null;
    expect(namespaces.net === infra?.namespaces.net, name).toBe(pod === 'shop');
    if (isMember) expect(sharing).toMatchObject({ net: 'shared', ipc: 'shared', pid: 'own' });
  }
}

test('a pod of two beside a Docker: each namespace as the kernel has it, which one holds them, and a Podman that is stopped and there again', async ({
  page,
  dockerd,
  makeOwn,
  ownNsview,
}) => {
  const podman = await makeOwn();
  await withPod(podman);
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const nsview = await ownNsview({
    docker: dockerd.endpoint,
    args: ['--docker', podman.endpoint],
  });
  const before = await untilThere(nsview, 4);
  await expectTruth(podman, before);
  expect(before.host.notices.map(({ code }) => code)).not.toContain('rootless');

  await test.step('every process of a container is counted as its own', async () => {
    const till = ofPodman(before).find(({ name }) => name === 'till');
    const its = before.processes.filter(({ container }) => container === till?.id);
    expect(its.map(({ pid }) => pid)).toEqual([till?.pid]);
  });

  await test.step('on the page the pod is a ground', async () => {
    await openNsview(page, nsview);
    await expect(containerNode(page, 'till')).toBeVisible();
    await expect(page.locator('[data-project="podman/shop"]')).toHaveCount(1);
  });

  await test.step('stopped: its containers live on, and Docker’s are as they were', async () => {
    const states = ({ engines }: Snapshot) => engines.map(({ kind, state }) => [kind, state]);
    const is = (podmans: string) =>
      until(
        `podman is ${podmans}`,
        async () => {
          const snapshot = await freshSnapshot(nsview);
          const expected = JSON.stringify([
            ['docker', 'connected'],
            ['podman', podmans],
          ]);
          return JSON.stringify(states(snapshot)) === expected && snapshot;
        },
        20_000,
      );
    const c1 = before.containers.filter(({ name }) => name === 'c1');
    await podman.stop();
    const without = await is('disconnected');
    expect(without.containers.filter(({ name }) => name === 'c1')).toEqual(c1);
    await expectTruth(podman, without);
    await podman.do('rm', '--force', '--time', '0', 'alone');
    await podman.run('late');
    await podman.serve();
    await is('connected');
    const after = await untilThere(nsview, 4);
    expect(ofPodman(after).map(({ name }) => name)).toContain('late');
    expect(ofPodman(after).map(({ name }) => name)).not.toContain('alone');
    expect(after.containers.filter(({ name }) => name === 'c1')).toEqual(c1);
  });
});

test('alone and without containers: the commands that make the first are its own', async ({
  page,
  makeOwn,
  ownNsview,
}) => {
  const podman = await makeOwn();
  await podman.serve();
  const nsview = await ownNsview({ docker: podman.endpoint });
  await openNsview(page, nsview, 'view=sharing');
  await expect(page.locator('html')).toHaveAttribute('data-engine', 'connected');
  const { apart, joined } = firstSteps([{ kind: 'podman', endpoint: podman.endpoint }]) ?? {};
  for (const command of [...(apart ?? []), ...(joined ?? [])]) {
    expect(command).toMatch(/^podman (run|rm) /);
    await expect(page.getByText(command, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole('main')).not.toContainText('docker run');

  await test.step('a step of a lesson says what is typed in another way, and others say nothing', async () => {
    const { steps } = courseLesson('namespaces');
    const nth = steps.findIndex(({ podman: said }) => said !== undefined);
    expect(nth).toBeGreaterThan(0);
    const said = page.locator('[data-on-podman]');
    await openNsview(page, nsview, `lesson=namespaces&step=${String(nth + 1)}`);
    await expect(said).toContainText('mkdir -p /tmp/nsview-notes');
    await openNsview(page, nsview, `lesson=namespaces&step=${String(nth)}`);
    await expect(page.locator('article h3')).toBeVisible();
    await expect(said).toHaveCount(0);
  });
});

test('of one who is not root: root and that user are told the same of its containers', async ({
  makeOwn,
  ownNsview,
  ordinary: { user, project },
}) => {
  const podman = await makeOwn(user);
  await withPod(podman);
  const nsview = await ownNsview({ docker: podman.endpoint });
  const roots = await untilThere(nsview, 4);
  await expectTruth(podman, roots);
  // An engine counts as connected before it has told all about itself.
  const isRootless = async () =>
    (await freshSnapshot(nsview)).host.notices.some(({ code }) => code === 'rootless');
  await until('it is said to be rootless', isRootless, 10_000);
  const own = await ownNsview({
    docker: podman.endpoint,
    as: user,
    build: { program: project.program },
  });
  const users = await untilThere(own, 4);
  const told = (snapshot: Snapshot) =>
    ofPodman(snapshot).map(({ id, pid, pod, role, namespaces }) => ({
      id,
      pid,
      pod,
      role,
      namespaces,
    }));
  expect(told(users)).toEqual(told(roots));
});
