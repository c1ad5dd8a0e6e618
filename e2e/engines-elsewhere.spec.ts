import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { freshSnapshot } from './harness/api';
import { makeCtr } from './harness/ctr';
import { runInner, startInnerDocker } from './harness/docker-in-docker';
import { expect, needsInstalled, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* Engines in mount namespaces other than nsview's, which it finds by their processes. */

type Told = Snapshot['containers'][number];

/** Waits until an engine tells so of a container that its first process is found, or, with null, that it has none. */
function told(nsview: Nsview, endpoint: string, name: string): Promise<Told> {
  return until(
    `${name} of ${endpoint}`,
    async () => {
      const { engines, containers } = await freshSnapshot(nsview);
      const engine = engines.find(
        (each) => each.endpoint === endpoint && each.state === 'connected',
      );
      return containers.find(
        (each) => each.engine === engine?.id && each.name === name && each.namespaces.mnt !== null,
      );
    },
    20_000,
  );
}

test('Docker in Docker: found by its process, each process is the innermost container’s, and the outer one is said', async ({
  page,
  dockerd,
  ownNsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const inner = await startInnerDocker(dockerd, 'dind');
  const id = await runInner(inner, 'c1');

  await test.step('without being named', async () => {
    const nsview = await ownNsview({});
    const c1 = await told(nsview, inner.endpoint, 'c1');
    expect(c1.id).toBe(id);
    const { processes, engines } = await freshSnapshot(nsview);
    const its = processes.filter(({ container }) => container === id);
    expect(its.map(({ comm }) => comm)).toEqual(['sleep']);
    expect(c1.namespaces).toEqual(linksOf(its[0]?.pid ?? 0));
    expect(Object.keys(c1.namespaces)).toEqual([...NAMESPACE_TYPES]);
    const daemon = engines.find(({ endpoint }) => endpoint === inner.endpoint)?.pid;
    expect(processes.find((each) => each.pid === daemon)?.comm).toBe('dockerd');
  });

  await test.step('beside the outer one: equal names are kept apart', async () => {
    const args = [dockerd.endpoint, inner.endpoint].flatMap((url) => ['--engine', url]);
    const nsview = await ownNsview({ args });
    const [ofInner, ofOuter, dind] = [
      await told(nsview, inner.endpoint, 'c1'),
      await told(nsview, dockerd.endpoint, 'c1'),
      await told(nsview, dockerd.endpoint, 'dind'),
    ];
    expect(ofInner.namespaces.pid).not.toBe(ofOuter.namespaces.pid);
    const { processes } = await freshSnapshot(nsview);
    const commsOf = ({ engine, id: container }: Told) =>
      processes
        .filter((each) => each.engine === engine && each.container === container)
        .map(({ comm }) => comm);
    expect(commsOf(ofInner)).toEqual(['sleep']);
    expect(commsOf(ofOuter)).toEqual(['sleep']);
    expect(commsOf(dind)).toContain('dockerd');
    expect(commsOf(dind)).not.toContain('sleep');

    await openNsview(page, nsview, `select=container:${ofInner.id.slice(0, 12)}`);
    const inspector = page.getByRole('complementary');
    await expect(inspector).toContainText('Its engine runs in the container dind.');
    await openNsview(page, nsview, `select=container:${ofOuter.id.slice(0, 12)}`);
    await expect(inspector).toContainText(ofOuter.id.slice(0, 12));
    await expect(inspector).not.toContainText('Its engine runs in');
  });
});

test.describe('a containerd in a mount namespace of its own', () => {
  const started: ChildProcess[] = [];
  let folder = '';

  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nsv-'));
    await needsInstalled('containerd', 'ctr');
  });
  test.afterEach(async () => {
    for (const child of started.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true });
  });

  const begin = (...command: string[]): ChildProcess => {
    const child = spawn('setpriv', ['--pdeathsig', 'TERM', ...command], { stdio: 'ignore' });
    started.push(child);
    return child;
  };

  test('is found by the first process there, and is the same engine after it was started again', async ({
    ownNsview,
  }) => {
    const config = join(folder, 'config.toml');
    const inside = join(folder, 'inside');
    writeFileSync(
      config,
      `version = 2
root = "${inside}/root"
state = "${inside}/state"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "${inside}/containerd.sock"
`,
    );
    const script = `mkdir ${inside} && mount -t tmpfs none ${inside} && exec sleep 1d`;
    const first = begin('unshare', '--mount', 'sh', '-c', script);
    const pid = first.pid ?? 0;
    const path = `/proc/${String(pid)}/root${inside}`;
    const comm = () => readFileSync(`/proc/${String(pid)}/comm`, 'utf8').trim();
    await until('its mount namespace is made', () => comm() === 'sleep', 5000);
    const start = () =>
      begin('nsenter', `--mount=/proc/${String(pid)}/ns/mnt`, 'containerd', '--config', config);
    const socket = `${path}/containerd.sock`;
    const nsview = await ownNsview({});

    const daemon = start();
    await until('it listens', () => existsSync(socket), 10_000);
    const ctr = makeCtr(socket, `nsv-${String(pid)}`);
    try {
      await ctr.run('plain1');
      const plain = await told(nsview, `unix://${socket}`, 'plain1');
      expect([plain.pid]).toEqual((await ctr.pids('plain1')).slice(0, 1));
      expect(plain.namespaces).toEqual(linksOf(plain.pid));

      const ended = once(daemon, 'exit');
      daemon.kill('SIGTERM');
      await ended;
      await until(
        'it is said to be gone, and what it ran is as it was',
        async () => {
          const { engines, containers } = await freshSnapshot(nsview);
          const engine = engines.find(({ endpoint }) => endpoint === `unix://${socket}`);
          const kept = containers.find(({ engine: of }) => of === engine?.id);
          return engine?.state === 'disconnected' && kept?.pid === plain.pid;
        },
        20_000,
      );
      start();
      const again = await told(nsview, `unix://${socket}`, 'plain1');
      expect([again.engine, again.pid]).toEqual([plain.engine, plain.pid]);
    } finally {
      await until('it listens', () => existsSync(socket), 10_000);
      await ctr.close();
    }
  });
});
