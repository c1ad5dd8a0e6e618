import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Container } from '@lib/model/container';
import type { EngineState } from '@lib/model/host';
import type { Snapshot } from '@lib/model/snapshot';
import { CALLS as CONTAINERD } from '../server/containerd/calls';
import { CALLS as CRI } from '../server/cri/calls';
import { freshSnapshot } from './harness/api';
import { askedOfGrpc, askedOfHttp } from './harness/asked-of';
import { startContainerd } from './harness/containerd';
import { makeCtr } from './harness/ctr';
import { expect, needsInstalled, test as base } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { openNsview } from './harness/pages';
import { makePodman } from './harness/podman';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* Docker, Podman and containerd at the same time, each with a container of the same name. */

/** An engine, and what can be done to it and asked of it besides nsview. */
interface Own {
  kind: string;
  url: string;
  stop: () => Promise<void>;
  start: () => Promise<void>;
  /** The first process of one of its containers. */
  leader: (name: string) => Promise<number>;
}

interface Three {
  all: readonly Own[];
  nsview: Nsview;
  /** What Docker calls its container, and what containerd calls another one of its own as well. */
  id: string;
  /** Starts one more container of containerd's. */
  another: () => Promise<void>;
}

const test = base.extend<{ three: Three }>({
  three: async ({ ownDockerd, ownNsview }, use) => {
    const [dockerd, podman, containerd] = [
      await ownDockerd(),
      await makePodman(),
      await startContainerd(),
    ];
    const ctr = makeCtr(containerd.socket, `nsv-${randomBytes(4).toString('hex')}`);
    try {
      await podman.serve();
      const id = await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
      await podman.run('c1');
      await ctr.run('c1');
      await ctr.run(id);
      const all: Own[] = [
        {
          ...{ kind: 'docker', url: dockerd.endpoint },
          ...{ stop: () => dockerd.stop(), start: () => dockerd.start() },
          leader: (name) => dockerd.leader(name),
        },
        {
          ...{ kind: 'podman', url: podman.endpoint },
          ...{ stop: () => podman.stop(), start: () => podman.serve() },
          leader: (name) => podman.leader(name),
        },
        {
          ...{ kind: 'containerd', url: `containerd://${containerd.socket}` },
          ...{ stop: () => containerd.stop(), start: () => containerd.start() },
          leader: async (name) => (await ctr.pids(name))[0] ?? 0,
        },
      ];
      const nsview = await ownNsview({ args: all.flatMap(({ url }) => ['--engine', url]) });
      await use({ all, nsview, id, another: () => ctr.run('c2') });
    } finally {
      await ctr.close();
      await containerd.close();
      await podman.close();
    }
  },
});

test.beforeEach(() => needsInstalled('podman', 'containerd'));

const kindOf = ({ engines }: Snapshot, { engine }: Container) =>
  engines.find(({ id }) => id === engine)?.kind ?? '';
const ofOthers = (snapshot: Snapshot, kind: string) =>
  snapshot.containers.filter((each) => kindOf(snapshot, each) !== kind);

/** Waits until each engine is in its state, and all first processes are found of those that are connected. */
function untilStates(nsview: Nsview, states: Record<string, EngineState>): Promise<Snapshot> {
  return until(
    JSON.stringify(states),
    async () => {
      const snapshot = await freshSnapshot(nsview);
      const told = Object.fromEntries(snapshot.engines.map(({ kind, state }) => [kind, state]));
      const found = snapshot.containers.filter(({ namespaces }) => namespaces.mnt !== null);
      const least = Object.values(states).every((state) => state === 'connected') ? 4 : 0;
      const isSo = Object.entries(states).every(([kind, state]) => told[kind] === state);
      return isSo && found.length >= least && snapshot;
    },
    30_000,
  );
}

/** What Docker's API is asked, and Podman's own. */
const HTTP = new RegExp(
  [
    String.raw`^GET /(_ping|version|info|events|images/json|containers/json|v4\.0\.0/libpod/containers/json)$`,
    String.raw`^GET /(containers|images)/[^/]+/json$`,
    String.raw`^GET /images/[^/]+/history$`,
    String.raw`^GET /volumes/[^/]+$`,
  ].join('|'),
);

const CONNECTED = { docker: 'connected', podman: 'connected', containerd: 'connected' } as const;

/** Where each container of the others stands in the picture. */
function places(page: Page, kind: string): Promise<Record<string, string>> {
  return page.evaluate((gone) => {
    const nodes = [...document.querySelectorAll('[data-container]')];
    const told = nodes.flatMap((node) => {
      const name = node.getAttribute('data-container') ?? '';
      const { x, y, width, height } = node.getBoundingClientRect();
      return name.endsWith(`@${gone}`) ? [] : [[name, [x, y, width, height].join(' ')]];
    });
    return Object.fromEntries(told);
  }, kind);
}

test('equal names, and one id in two engines, are kept apart: each has its own processes and namespaces', async ({
  page,
  three: { all, nsview, id },
}) => {
  const snapshot = await untilStates(nsview, CONNECTED);
  const { containers, processes } = snapshot;
  const kindIn = (container: Container) => kindOf(snapshot, container);
  expect(containers.map((each) => `${kindIn(each)} ${each.name}`).sort()).toEqual(
    ['containerd c1', `containerd ${id}`, 'docker c1', 'podman c1'].sort(),
  );
  expect(
    containers
      .filter((each) => each.id === id)
      .map(kindIn)
      .sort(),
  ).toEqual(['containerd', 'docker']);
  for (const container of containers) {
    const own = all.find(({ kind }) => kind === kindIn(container));
    const leader = await own?.leader(container.name);
    const which = `${container.name} of ${kindIn(container)}`;
    expect(container.pid, which).toBe(leader);
    expect(container.namespaces, which).toEqual(linksOf(leader ?? 0));
    const its = processes.filter(
      (each) => each.engine === container.engine && each.container === container.id,
    );
    expect(
      its.map(({ pid }) => pid),
      which,
    ).toContain(leader);
    expect(its, which).toHaveLength(kindIn(container) === 'containerd' ? 2 : 1);
  }
  await openNsview(page, nsview);
  for (const { kind } of all) {
    await expect(page.locator(`[data-container="c1@${kind}"]`)).toBeVisible();
  }
});

test('each is stopped and started again, and what is told and shown of the others stays as it was', async ({
  page,
  three: { all, nsview },
}) => {
  test.setTimeout(120_000);
  await untilStates(nsview, CONNECTED);
  await openNsview(page, nsview, 'view=sharing');
  // Docker takes its containers along, so what is to be compared with is told last.
  for (const { kind, stop, start } of all.toReversed()) {
    await test.step(kind, async () => {
      const before = await untilStates(nsview, CONNECTED);
      const placesBefore = await places(page, kind);
      expect(Object.keys(placesBefore).length).toBeGreaterThan(1);
      await stop();
      try {
        const without = await untilStates(nsview, { ...CONNECTED, [kind]: 'disconnected' });
        expect(ofOthers(without, kind)).toEqual(ofOthers(before, kind));
        await expect(page.getByRole('banner')).toContainText(`${kind} not answering`, {
          ignoreCase: true,
        });
        const machine = page
          .getByRole('banner')
          .getByRole('button', { name: `${kind} not answering` });
        for (const other of all.filter((each) => each.kind !== kind)) {
          await expect(machine).toHaveAccessibleName(new RegExp(`${other.kind} \\d`, 'i'));
        }
        expect(await places(page, kind)).toEqual(placesBefore);
      } finally {
        await start();
      }
      const after = await until(
        `${kind} is there again`,
        async () => {
          const snapshot = await freshSnapshot(nsview);
          return snapshot.engines.every(({ state }) => state === 'connected') && snapshot;
        },
        30_000,
      );
      expect(ofOthers(after, kind)).toEqual(ofOthers(before, kind));
    });
  }
});

test('what each is really asked only reads, and stands in the tables', async ({
  page,
  three: { all, another },
  ownNsview,
}) => {
  test.setTimeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'nsv-'));
  const [docker, podman, containerd] = all.map(({ url }) => url.replace(/^[a-z]+:\/\//, ''));
  const at = (name: string) => join(folder, name);
  const proxies = {
    docker: await askedOfHttp(at('d.sock'), docker ?? ''),
    podman: await askedOfHttp(at('p.sock'), podman ?? ''),
    containerd: await askedOfGrpc(at('c.sock'), containerd ?? ''),
    cri: await askedOfGrpc(at('r.sock'), containerd ?? ''),
  };
  try {
    const urls = [`unix://${at('d.sock')}`, `unix://${at('p.sock')}`];
    const others = [`containerd://${at('c.sock')}`, `cri://${at('r.sock')}`];
    const args = [...urls, ...others].flatMap((url) => ['--engine', url]);
    const nsview = await ownNsview({ args });
    await until(
      'each has told of its containers',
      async () => {
        const { engines, containers } = await freshSnapshot(nsview);
        const told = new Set(containers.map(({ engine }) => engine));
        return engines.length === 4 && told.size >= 3;
      },
      30_000,
    );
    // All that asks an engine for more than its list.
    for (const path of ['findings', 'ask/images']) {
      await (await fetch(`${nsview.url}/api/v1/${path}`)).text();
    }
    for (const kind of ['docker', 'podman']) {
      await openNsview(page, nsview, `select=container:c1@${kind}&open=1`);
      await expect(page.locator(`[data-full]`)).toBeVisible();
    }
    const containerd = new Set(Object.values(CONTAINERD).map(([path]) => `/${path}`));
    const cri = new Set(Object.values(CRI).map(([path]) => `/${path}`));
    expect([...proxies.containerd.asked].filter((path) => !containerd.has(path))).toEqual([]);
    expect([...proxies.cri.asked].filter((path) => !cri.has(path))).toEqual([]);
    // Of a containerd each call of its table is made as soon as something happens to a container.
    await another();
    await expect.poll(() => proxies.containerd.asked).toEqual(containerd);
    expect(proxies.cri.asked.size).toBeGreaterThan(2);
    for (const kind of ['docker', 'podman'] as const) {
      const asked = [...proxies[kind].asked];
      expect(
        asked.filter((each) => !HTTP.test(each)),
        kind,
      ).toEqual([]);
      expect(asked.length, kind).toBeGreaterThan(7);
    }
  } finally {
    for (const proxy of Object.values(proxies)) await proxy.close();
    rmSync(folder, { recursive: true });
  }
});
