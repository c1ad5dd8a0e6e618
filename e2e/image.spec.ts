import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { snapshotSchema } from '@lib/model/snapshot';
import { demand, mustRun } from './harness/command';
import { compareLinks } from './harness/compare-links';
import { relationsOf } from './harness/compare-relations';
import { composedRun, type ComposedRun } from './harness/compose';
import { expect, needsDocker, test } from './harness/fixtures';
import { kernelWord } from './harness/kernel-word';
import { until } from './harness/until';

/* nsview as an image of its own, run as docs/compose.yaml says. */

const MEGABYTE = 1_000_000;
const answersSchema = z.object({
  html: z.string(),
  health: z.object({ engines: z.array(z.object({ state: z.string() })) }),
  snapshot: snapshotSchema,
});

let composed: ComposedRun;
let packed = 0;

needsDocker();
test.describe.configure({ mode: 'serial', timeout: 120_000 });

test.beforeAll(async ({ sharedDockerd }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'nsv-image-'));
  try {
    const file = join(folder, 'nsview.tar.xz');
    const said = await mustRun(process.execPath, ['server/image.mjs', file]);
    packed = statSync(file).size;
    // What it prints is what one is to type.
    demand(await sharedDockerd.type(said), said);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { socket } = sharedDockerd;
  composed = composedRun({ socket, group: statSync(socket).gid });
});

test.afterAll(async ({ sharedDockerd }) => {
  await sharedDockerd.cli('rmi', '--force', composed.image);
});

test('is small, and runs nothing with more rights than it is given', async ({ dockerd }) => {
  expect(packed).toBeLessThan(50 * MEGABYTE);
  const without = await dockerd.cli('run', '--rm', composed.image, '--version');
  expect(without.code).not.toBe(0);
  expect(without.stderr + without.stdout).toContain('operation not permitted');
});

test('every link is what readlink gives on the host', async ({ dockerd }) => {
  const ids = [
    await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d'),
    await dockerd.run('--name', 'c2', '--pid=container:c1', 'ubuntu', 'sleep', '1d'),
  ];
  const before = await kernelWord();
  const { flags, image } = composed;
  const told = await dockerd.cli('run', '--rm', ...flags, image, 'snapshot');
  const snapshot = snapshotSchema.parse(JSON.parse(demand(told, 'nsview snapshot')));
  const after = await kernelWord();
  const { read, refused, differences } = compareLinks(before, snapshot, after);
  expect(differences).toEqual([]);
  const links = before.processes.size * NAMESPACE_TYPES.length;
  expect(read).toBeGreaterThan(links * 0.8);
  // PID 1 and little else, where all this is in a sandbox.
  expect(refused).toBeLessThan(links * 0.1);
  // By their ids: nothing else keeps other engines of this machine out of it, which may have a c1 as well.
  const { containers } = snapshot;
  const [c1, c2] = ids.map((id) => containers.find((each) => each.id === id));
  expect(c1?.pid).toBe(await dockerd.leader('c1'));
  expect(c2?.namespaces.pid).toBe(c1?.namespaces.pid);
  expect(c2?.namespaces.net).not.toBe(c1?.namespaces.net);
  expect(snapshot.host.hostname).toBe(hostname());
  // Who owns a namespace and what is above it is asked of the kernel by a library that the image brings.
  const { nsview, kernel } = relationsOf(snapshot, after);
  expect(nsview).toEqual(kernel);
  expect(nsview.length).toBeGreaterThan(15);
});

test('finds the engine through its process where no socket is mounted', async ({ dockerd }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const { image, flags } = composed;
  const without = flags.filter((flag) => !flag.startsWith('--volume='));
  expect(without).toHaveLength(flags.length - 1);
  const told = await dockerd.cli('run', '--rm', ...without, image, 'snapshot');
  const { engines, containers } = snapshotSchema.parse(JSON.parse(demand(told, 'nsview snapshot')));
  const its = engines.find(({ endpoint }) => endpoint.endsWith(`/root${dockerd.socket}`));
  expect(its).toMatchObject({ kind: 'docker', state: 'connected' });
  expect(its?.endpoint).toMatch(/^unix:\/\/\/proc\/\d+\/root\//);
  const c1 = containers.find(({ name, engine }) => name === 'c1' && engine === its?.id);
  expect(c1?.pid).toBe(await dockerd.leader('c1'));
});

test('serves the page at a loopback address, to who has the token', async ({ dockerd }) => {
  const { flags, ports, image, command } = composed;
  await dockerd.run('--name', 'nsview', ...flags, ...ports, image, ...command);
  const ticket = await until(
    'it prints how to sign in',
    async () => /ticket=[0-9a-f]{64}/.exec((await dockerd.cli('logs', 'nsview')).stdout)?.[0],
    20_000,
  );
  const script = `
    const url = 'http://127.0.0.1:3000';
    const refused = await fetch(url);
    const entered = await fetch(url + '/?${ticket}', { redirect: 'manual' });
    const headers = { Cookie: entered.headers.get('set-cookie').split(';')[0] };
    const get = (path) => fetch(url + path, { headers });
    const html = await (await get('/')).text();
    const health = await (await get('/healthz')).json();
    const snapshot = await (await get('/api/v1/snapshot')).json();
    if (refused.status !== 401) throw new Error('let in without the token');
    process.stdout.write(JSON.stringify({ html, health, snapshot }));`;
  // The port is published in the daemon's network namespace.
  const enter = [`--net=/proc/${dockerd.pid}/ns/net`];
  const asked = [process.execPath, '--input-type=module', '-e', script];
  const answers = answersSchema.parse(JSON.parse(await mustRun('nsenter', [...enter, ...asked])));
  expect(answers.html).toContain('<html lang="en" data-state="connecting"');
  expect(answers.health.engines).toMatchObject([{ state: 'connected' }]);
  expect(answers.snapshot.containers.map(({ name }) => name)).toEqual(['nsview']);
});
