import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '@lib/model/snapshot';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { freshSnapshot } from './harness/api';
import { type Containerd, startContainerd } from './harness/containerd';
import { expect, needsInstalled, test as base } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/*
 * Pods by what Kubernetes asks of a runtime, told by a containerd that runs them as for Kubernetes: by CRI, as CRI-O is
 * asked, and by its own API.
 */

const test = base.extend<object, { containerd: Containerd }>({
  containerd: [
    async ({}, use) => {
      const containerd = await startContainerd();
      await use(containerd);
      await containerd.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

test.beforeEach(() => needsInstalled('containerd', 'ctr'));

/** Without what differs from look to look. */
const shown = ({ containers }: Snapshot) =>
  containers
    .map(({ name, state, role }) => [name, state, ...(role === null ? [] : [role])].join(' '))
    .sort();

test('pods by CRI: each namespace as the kernel has it, who holds them, and what comes and goes', async ({
  page,
  containerd,
  ownNsview,
}) => {
  const nsview = await ownNsview({ args: ['--engine', `cri://${containerd.socket}`] });
  const is = (...expected: string[]) =>
    until(
      `there are ${expected.join(', ')}`,
      async () => {
        const snapshot = await freshSnapshot(nsview);
        return JSON.stringify(shown(snapshot)) === JSON.stringify(expected.sort()) && snapshot;
      },
      20_000,
    );
  const ids = await containerd.pod('till-0', ['till', 'log']);
  const others = await containerd.pod('desk-0', ['desk', 'lamp'], { pid: 'pod', ipc: 'node' });
  const all = ['till-0 running pause', 'till running', 'log running'];
  const desk = ['desk-0 running pause', 'desk running', 'lamp running'];
  const snapshot = await is(...all, ...desk);
  expect(snapshot.engines.map(({ kind, state }) => [kind, state])).toEqual([
    ['containerd', 'connected'],
  ]);
  // That it tells no events is nothing to warn of.
  expect(snapshot.host.notices.map(({ code }) => code)).not.toContain('engine-lists-only');

  await test.step('as the kernel has them', async () => {
    let compared = 0;
    for (const { id, name, pid, namespaces, unreadable } of snapshot.containers) {
      expect([...ids.values(), ...others.values()], name).toContain(id);
      expect(pid, name).toBe(await containerd.leader(id));
      expect(namespaces, name).toEqual(linksOf(pid));
      expect(unreadable, name).toEqual({});
      compared += Object.values(namespaces).length;
    }
    expect(compared).toBe(6 * NAMESPACE_TYPES.length);
    const sharing = (name: string) =>
      snapshot.containers.find((each) => each.name === name)?.sharing ?? {};
    expect(sharing('till')).toMatchObject({
      ...{ net: 'shared', ipc: 'shared', uts: 'shared', pid: 'own', mnt: 'own', user: 'host' },
    });
    expect(sharing('desk')).toMatchObject({ net: 'shared', pid: 'shared', ipc: 'host' });
  });

  await test.step('on the page each pod is a ground', async () => {
    await openNsview(page, nsview);
    await expect(containerNode(page, 'till')).toBeVisible();
    await expect(page.locator('[data-project="shop/till-0"]')).toHaveCount(1);
    await expect(page.locator('[data-project="shop/desk-0"]')).toHaveCount(1);
  });

  await test.step('what ends, is removed and comes is seen without being told', async () => {
    const log = ids.get('log') ?? '';
    await containerd.end(log);
    const ended = await is('till-0 running pause', 'till running', 'log exited', ...desk);
    const { pid, exitCode } = ended.containers.find(({ id }) => id === log) ?? {};
    expect({ pid, exitCode }).toEqual({ pid: 0, exitCode: 137 });
    await containerd.remove(log);
    await is('till-0 running pause', 'till running', ...desk);
    await containerd.pod('late-0', ['late']);
    const late = ['late-0 running pause', 'late running'];
    await is('till-0 running pause', 'till running', ...desk, ...late);
  });

  await test.step('by its own API it tells the same of them', async () => {
    const own = await ownNsview({ args: ['--engine', `containerd://${containerd.socket}`] });
    const told = ({ containers }: Snapshot) =>
      containers.map(
        ({ id, name, within, cgroup, command, state, pid, labels, role, ...each }) => ({
          ...{ id, name, within, cgroup, command, state, pid, role },
          ...{ joins: each.joins, namespaces: each.namespaces, sharing: each.sharing },
          labels: Object.entries(labels).filter(([label]) => label.startsWith('io.kubernetes.')),
        }),
      );
    const here = (await freshSnapshot(nsview)).containers.length;
    const byOwn = await until(
      'its own API has told all',
      async () => {
        const seen = await freshSnapshot(own);
        return seen.containers.length === here && seen;
      },
      20_000,
    );
    const sorted = (each: Snapshot) =>
      told(each).map((one) => ({ ...one, labels: one.labels.sort() }));
    expect(sorted(byOwn)).toEqual(sorted(await freshSnapshot(nsview)));
  });

  await test.step('one socket that two paths lead to is one engine, asked by containerd’s own API', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nsv-'));
    const link = join(folder, 'same.sock');
    symlinkSync(containerd.socket, link);
    try {
      const urls = [`containerd://${containerd.socket}`, `cri://${link}`];
      const ids = (snapshot: Snapshot) => snapshot.containers.map(({ id }) => id).sort();
      const here = ids(await freshSnapshot(nsview));
      for (const [first = '', second = ''] of [urls, urls.toReversed()]) {
        const both = await ownNsview({ args: ['--engine', first, '--engine', second] });
        const seen = await until(
          'all are told',
          async () => {
            const snapshot = await freshSnapshot(both);
            return snapshot.containers.length >= here.length && snapshot;
          },
          20_000,
        );
        expect(ids(seen)).toEqual(here);
        expect(seen.engines.map(({ endpoint }) => endpoint)).toEqual([
          `unix://${containerd.socket}`,
        ]);
        for (const { pid, name, namespaces } of seen.containers) {
          if (pid !== 0) expect(namespaces, name).toEqual(linksOf(pid));
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('a runtime that is stopped is gone, its containers are there, and it is asked again when it is back', async ({
  containerd,
  ownNsview,
}) => {
  const nsview = await ownNsview({ args: ['--engine', `cri://${containerd.socket}`] });
  await containerd.pod('stay-0', ['stay']);
  const is = (state: string) =>
    until(
      `it is ${state}`,
      async () => {
        const snapshot = await freshSnapshot(nsview);
        const stays = snapshot.containers.find(({ name }) => name === 'stay');
        return snapshot.engines[0]?.state === state && stays;
      },
      30_000,
    );
  const before = await is('connected');
  await containerd.stop();
  expect((await is('disconnected')).namespaces).toEqual(before.namespaces);
  await containerd.start();
  expect((await is('connected')).namespaces).toEqual(before.namespaces);
});

test('pods whose shims hang cost what is known of no other, and are told as far as the kernel does', async ({
  page,
  containerd,
  ownNsview,
}) => {
  const asked = { args: ['--engine', `containerd://${containerd.socket}`] };
  const fine = await containerd.pod('fine-0', ['fine']);
  // containerd waits two seconds for each of their six tasks, and as many for what is asked of it by then: it is not.
  const hung = ['hung-0', 'hung-1', 'hung-2'];
  const ids: string[] = [];
  for (const name of hung) ids.push(...(await containerd.pod(name, [`in-${name}`])).values());
  const leaders = new Map<string, number>();
  for (const id of [...fine.values(), ...ids]) leaders.set(id, await containerd.leader(id));
  const shims = new Set(ids.map((id) => containerd.shimOf(leaders.get(id) ?? 0)));
  expect(shims.size).toBe(hung.length);
  const all = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const shim of shims) process.kill(shim, signal);
  };
  const told = (snapshot: Snapshot, name: string) =>
    snapshot.containers.find((each) => each.name === name);
  const known = await ownNsview(asked);
  const is = (what: string, nsview: typeof known, holds: (snapshot: Snapshot) => boolean) =>
    until(
      what,
      async () => {
        const snapshot = await freshSnapshot(nsview);
        return holds(snapshot) && snapshot;
      },
      40_000,
    );
  const knowsAll = ({ containers }: Snapshot) =>
    [...leaders].every(([id, pid]) =>
      containers.some(
        (each) => each.id === id && each.pid === pid && !('state' in each.unreadable),
      ),
    );
  await is('all are told', known, knowsAll);
  all('SIGSTOP');
  try {
    await test.step('of those that were not known before: neither that they run nor that they do not', async () => {
      const late = await ownNsview(asked);
      const names = hung.map((each) => `in-${each}`);
      const first = await is('it is connected', late, ({ engines }) => {
        return engines[0]?.state === 'connected';
      });
      for (const name of names) {
        const { state, pid } = told(first, name)?.unreadable ?? {};
        expect([state, pid], `${name} is there, and not told yet`).not.toContain(undefined);
      }
      const snapshot = await is('each was asked about in vain', late, (each) =>
        names.every((name) => told(each, name)?.unreadable.state === 'ETIMEDOUT'),
      );
      expect(told(snapshot, 'fine')?.pid).toBe(leaders.get(fine.get('fine') ?? ''));
      expect(told(snapshot, 'fine')?.unreadable).toEqual({ startedAt: 'ENODATA' });
      for (const name of names) {
        const { sharing, unreadable } = told(snapshot, name) ?? {};
        expect(sharing, name).toMatchObject({ pid: 'unknown', net: 'unknown' });
        expect(unreadable, name).toMatchObject({ state: 'ETIMEDOUT', pid: 'ETIMEDOUT' });
      }
      await openNsview(page, late, 'select=container:in-hung-0');
      await expect(containerNode(page, 'in-hung-0')).toContainText('state unknown');
      await expect(containerNode(page, 'fine')).not.toContainText('state unknown');
      const inspector = page.getByRole('complementary');
      await expect(inspector).toContainText(
        'Its state: not known, for the engine has not answered in time',
      );
    });

    await test.step('of those that were: all that the kernel tells, and that their state is not known any more', async () => {
      const [id = ''] = ids;
      await containerd.ctr('containers', 'label', id, 'nsview=asked');
      const snapshot = await is('it is in doubt', known, ({ containers }) =>
        containers.some((each) => each.id === id && each.unreadable.state === 'ETIMEDOUT'),
      );
      const doubted = snapshot.containers.find((each) => each.id === id);
      expect(doubted?.pid).toBe(leaders.get(id));
      expect(doubted?.namespaces).toEqual(linksOf(leaders.get(id) ?? 0));
      expect(told(snapshot, 'fine')?.unreadable).toEqual({ startedAt: 'ENODATA' });
      expect(snapshot.engines[0]?.state).toBe('connected');
    });
  } finally {
    all('SIGCONT');
  }
  await is('all are told again', known, knowsAll);
});
