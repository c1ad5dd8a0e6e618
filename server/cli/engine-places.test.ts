import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CALLS, type Call } from '../containerd/calls';
import { CONTAINERD } from '../containerd/protos';
import { Engines } from '../engine/engines';
import { TestRuntime } from '../grpc/test-runtime';
import { enginePlaces } from './engine-places';

/* Whose containers a containerd tells of that is named: Docker’s as well, where no Docker is named beside it. */

const ID = 'd'.repeat(64);
let folder: string;
let runtime: TestRuntime<Call>;
const opened: Engines[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  const container = {
    ...{ id: ID, labels: {}, image: '', runtime: null, spec: null, updated_at: null },
  };
  runtime = new TestRuntime<Call>(
    CALLS,
    CONTAINERD,
    {
      version: { version: '1.7.0' },
      namespaces: { namespaces: [{ name: 'moby' }] },
      containers: { containers: [container] },
      container: { container },
      tasks: { tasks: [] },
      task: 'missing',
      events: { namespace: 'x', topic: '/images/create' },
    },
    { streamed: 'events' },
  );
  await runtime.listen(join(folder, 'c.sock'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((engines) => engines.close()));
  runtime.close();
  rmSync(folder, { recursive: true });
});

it.each([
  ['alone', [], [ID.slice(0, 12)]],
  ['beside a Docker', ['unix:///nowhere/d.sock'], []],
])('%s', async (_, beside, names) => {
  const named = [`containerd://${join(folder, 'c.sock')}`, ...beside];
  const engines = new Engines(
    () => enginePlaces(named, {}),
    () => undefined,
  );
  opened.push(engines);
  engines.setWatched(true);
  await expect
    .poll(() => engines.all().map((engine) => engine.status().state), { timeout: 15_000 })
    .toEqual(['connected']);
  const [containerd] = engines.all();
  expect(containerd.containers().map(({ name }) => name)).toEqual(names);
});
