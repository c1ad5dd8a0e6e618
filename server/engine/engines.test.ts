import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CALLS } from '../containerd/calls';
import { containerdAt } from '../containerd/candidates';
import { CONTAINERD } from '../containerd/protos';
import { dockerCandidates } from '../docker/candidates';
import { misbehaviours, TestEngine } from '../docker/test-engine';
import { eventually } from '../docker/test-watch';
import { TestRuntime } from '../grpc/test-runtime';
import type { Engine } from './engine';
import { Engines } from './engines';
import type { Candidate, EngineSearch } from './search';

/* Which engines there are: each place that answers. */

let folder: string;
const servers: TestEngine[] = [];
const opened: Engines[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'run/podman'), { recursive: true });
  mkdirSync(join(folder, 'var'));
  symlinkSync('../run', join(folder, 'var/run'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((engines) => engines.close()));
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  rmSync(folder, { recursive: true });
});

const at = (path: string) => `unix://${folder}/run/${path}`;

async function listen(path: string, container: string): Promise<TestEngine> {
  mkdirSync(join(folder, 'run', path, '..'), { recursive: true });
  const server = await TestEngine.listen(join(folder, 'run', path));
  servers.push(server);
  server.add(container, 'running', 100);
  return server;
}

function search(env: Record<string, string> = {}): EngineSearch {
  const [varRun, run] = [join(folder, 'var/run'), join(folder, 'run')];
  return dockerCandidates({ named: [], env: { HOME: folder, ...env }, varRun, run });
}

function open(
  look: () => EngineSearch = () => search(),
  again?: ConstructorParameters<typeof Engines>[2],
): Engines {
  const engines = new Engines(look, () => undefined, again);
  engines.setWatched(true);
  opened.push(engines);
  return engines;
}

/** The place as it is where it may not be asked. */
function deniedAt(candidate: Candidate): Candidate {
  const { url, first } = candidate;
  const tried = [{ url, from: 'x', problem: 'denied' as const, reason: 'not for us' }];
  const status = { ...first, state: 'denied' as const, tried };
  const engine: Engine = {
    status: () => status,
    answered: () => false,
    containers: () => [],
    info: () => ({ info: null, problem: null }),
    delays: () => ({ list: false, events: false }),
    daemon: () => ({ socket: null, remote: false }),
    imageTeller: () => null,
    config: () => Promise.resolve(null),
    dockerApi: () => null,
    setWatched: () => undefined,
    close: () => Promise.resolve(),
  };
  return { ...candidate, open: () => engine };
}

const told = (engines: Engines) =>
  engines.all().map((engine) => {
    const { id, state } = engine.status();
    return [id, state, ...engine.containers().map(({ name }) => name)];
  });

it('all that answer, in the order of the search, each with its containers', async () => {
  await listen('podman/podman.sock', 'p1');
  await listen('docker.sock', 'd1');
  const engines = open();
  await eventually(() =>
    expect(told(engines)).toEqual([
      [`docker:${at('docker.sock')}`, 'connected', 'd1'],
      [`docker:${at('podman/podman.sock')}`, 'connected', 'p1'],
    ]),
  );
  expect(engines.known()).toBe(true);
});

it('one alone, if the others are absent; another when it comes; one that is gone stays, as lost', async () => {
  const docker = await listen('docker.sock', 'd1');
  const engines = open();
  await eventually(() => expect(told(engines)).toEqual([[expect.anything(), 'connected', 'd1']]));
  await listen('podman/podman.sock', 'p1');
  await eventually(() => expect(told(engines)).toHaveLength(2));
  servers.splice(servers.indexOf(docker), 1);
  await docker.stop();
  await eventually(() =>
    expect(told(engines)).toEqual([
      [`docker:${at('docker.sock')}`, 'disconnected', 'd1'],
      [`docker:${at('podman/podman.sock')}`, 'connected', 'p1'],
    ]),
  );
});

it('none: what was tried, for each place', async () => {
  const engines = open();
  expect(told(engines)).toEqual([[`docker:${at('docker.sock')}`, 'connecting']]);
  expect(engines.known()).toBe(false);
  await eventually(() => expect(engines.known()).toBe(true));
  const [none] = engines.all();
  expect(none.status()).toMatchObject({ id: `docker:${at('docker.sock')}`, state: 'absent' });
  expect(none.status().tried.map(({ url, problem }) => [url, problem])).toEqual([
    [at('docker.sock'), 'absent'],
    [at('podman/podman.sock'), 'absent'],
  ]);
});

const OF_ANOTHER = 'user/1001/podman/podman.sock';
/** Looks again soon as long as there is none; for others `watched` milliseconds later, or not at all. */
const paceOf = (watched: number) => ({
  forOne: { watched: 20, unwatched: 20 },
  forOthers: { watched, unwatched: 600_000 },
});

it('those of other people’s sessions that begin after one has answered', async () => {
  await listen('docker.sock', 'd1');
  const engines = open(undefined, paceOf(50));
  await eventually(() => expect(told(engines)).toEqual([[expect.anything(), 'connected', 'd1']]));
  const podman = await listen(OF_ANOTHER, 'p1');
  await eventually(() =>
    expect(told(engines)).toEqual([
      [`docker:${at('docker.sock')}`, 'connected', 'd1'],
      [`docker:${at(OF_ANOTHER)}`, 'connected', 'p1'],
    ]),
  );
  await listen('user/1002/docker.sock', 'd2');
  await eventually(() => expect(told(engines)).toHaveLength(3));
  // Its place is one from now on, as that of each that answered is.
  servers.splice(servers.indexOf(podman), 1);
  await podman.stop();
  await eventually(() =>
    expect(told(engines).map(([, state]) => state)).toEqual([
      'connected',
      'disconnected',
      'connected',
    ]),
  );
});

it('for those it looks when somebody begins to look, and when processes of engines are others', async () => {
  await listen('docker.sock', 'd1');
  let looks = 0;
  const counted = () => {
    const found = search();
    return {
      ...found,
      others: () => {
        looks += 1;
        return found.others?.() ?? [];
      },
    };
  };
  const engines = open(counted, paceOf(600_000));
  await eventually(() => expect(told(engines)).toEqual([[expect.anything(), 'connected', 'd1']]));
  // The pause before that was a short one.
  await eventually(() => expect(looks).toBe(1));
  await listen(OF_ANOTHER, 'p1');
  engines.setWatched(true);
  engines.setWatched(false);
  await setImmediate();
  expect(looks).toBe(1);
  engines.setWatched(true);
  await eventually(() => expect(told(engines)).toHaveLength(2));
  expect(looks).toBe(2);
  await listen('user/1002/docker.sock', 'd2');
  engines.alsoAt([]);
  await eventually(() => expect(told(engines)).toHaveLength(3));
});

it('not one that is reached already, nor any where one is named', async () => {
  await listen('docker.sock', 'd1');
  mkdirSync(join(folder, 'run', OF_ANOTHER, '..'), { recursive: true });
  const engines = open(undefined, paceOf(50));
  const named = open(() => search({ DOCKER_HOST: at('docker.sock') }), paceOf(50));
  for (const each of [engines, named])
    await eventually(() => expect(told(each)).toEqual([[expect.anything(), 'connected', 'd1']]));
  symlinkSync('../../../docker.sock', join(folder, 'run', OF_ANOTHER));
  await listen('user/1002/docker.sock', 'd2');
  await eventually(() => expect(told(engines)).toHaveLength(2));
  expect(told(engines).map(([id]) => id)).toEqual([
    `docker:${at('docker.sock')}`,
    `docker:${at('user/1002/docker.sock')}`,
  ]);
  expect(told(named)).toHaveLength(1);
});

it('one that answers and then fails is an engine all the same, for it is there', async () => {
  await listen('docker.sock', 'd1');
  const other = await listen('podman/podman.sock', 'p1');
  other.misbehaves.set('/containers/json', misbehaviours.serverError);
  const engines = open();
  await eventually(() =>
    expect(told(engines).map(([, state]) => state)).toEqual(['connected', 'disconnected']),
  );
});

it('two paths to one socket are one engine, and it is asked through the first', async () => {
  const docker = await listen('docker.sock', 'd1');
  symlinkSync('../docker.sock', join(folder, 'run/podman/podman.sock'));
  const engines = open();
  await eventually(() => expect(told(engines)).toEqual([[expect.anything(), 'connected', 'd1']]));
  const events = () => docker.requests.filter((each) => each.startsWith('GET /events'));
  expect(events()).toHaveLength(1);
  // As soon as another daemon stands there, it is another engine.
  rmSync(join(folder, 'run/podman/podman.sock'));
  await listen('podman/podman.sock', 'p1');
  await eventually(() => expect(told(engines)).toHaveLength(2));
  // And when the path leads to the first again, it is none.
  rmSync(join(folder, 'run/podman/podman.sock'));
  symlinkSync('../docker.sock', join(folder, 'run/podman/podman.sock'));
  await eventually(() => expect(told(engines)).toHaveLength(1));
  expect(events()).toHaveLength(1);
});

it('what is named later is found as long as there is none', async () => {
  let env: Record<string, string> = { DOCKER_HOST: 'ssh://elsewhere' };
  const engines = open(() => search(env));
  expect(engines.all()[0].status()).toMatchObject({
    state: 'absent',
    tried: [{ url: 'ssh://elsewhere', problem: 'unsupported' }],
  });
  env = {};
  await listen('docker.sock', 'd1');
  await eventually(() => expect(told(engines)).toEqual([[expect.anything(), 'connected', 'd1']]));
});

it('beside one that answers: where something listens that is none, or was named and cannot be asked', async () => {
  const other = await listen('podman/podman.sock', 'p1');
  other.misbehaves.set('/_ping', misbehaviours.notHttp);
  const engines = open(() => ({
    ...search(),
    refused: [{ url: 'x', from: 'currentContext', problem: 'unsupported', reason: 'no context' }],
  }));
  await eventually(() => expect(engines.known()).toBe(true));
  // What stands for them all tells it.
  expect(engines.unreached()).toEqual([]);
  await listen('docker.sock', 'd1');
  await eventually(() => expect(told(engines)).toEqual([[expect.anything(), 'connected', 'd1']]));
  expect(engines.unreached().map(({ url, problem }) => [url, problem])).toEqual([
    ['x', 'unsupported'],
    [at('podman/podman.sock'), 'protocol'],
  ]);
});

it('beside one that answers: a containerd that may not be asked, but for that of every Docker', async () => {
  await listen('docker.sock', 'd1');
  const paths = [
    '/run/containerd/containerd.sock',
    '/run/k3s/containerd/containerd.sock',
    '/proc/7/root/run/docker/containerd/containerd.sock',
  ];
  const silent = paths.flatMap((path) => [
    deniedAt(containerdAt({ kind: 'unix', path, url: `unix://${path}`, from: 'containerd' })),
    deniedAt(containerdAt({ kind: 'unix', path, url: `containerd://${path}`, from: 'option' })),
  ]);
  const engines = open(() => ({ ...search(), candidates: [...search().candidates, ...silent] }));
  await eventually(() => expect(told(engines)).toEqual([[expect.anything(), 'connected', 'd1']]));
  expect(engines.unreached().map(({ url }) => url)).toEqual([
    'containerd:///run/containerd/containerd.sock',
    'unix:///run/k3s/containerd/containerd.sock',
    'containerd:///run/k3s/containerd/containerd.sock',
    'containerd:///proc/7/root/run/docker/containerd/containerd.sock',
  ]);
});

it('nothing of a place where nobody is, nor of a path to an engine that answers', async () => {
  await listen('docker.sock', 'd1');
  symlinkSync('../docker.sock', join(folder, 'run/podman/podman.sock'));
  const engines = open();
  await eventually(() => expect(told(engines)).toEqual([[expect.anything(), 'connected', 'd1']]));
  await eventually(() => expect(engines.known()).toBe(true));
  expect(engines.unreached()).toEqual([]);
});

it('none beside a containerd without containers of its own, as a Docker that was stopped leaves it', async () => {
  const path = join(folder, 'run/containerd.sock');
  const runtime = new TestRuntime(CALLS, CONTAINERD, {
    version: { version: '1.6.20' },
    namespaces: { namespaces: [{ name: 'moby' }] },
    containers: { containers: [] },
    container: 'missing',
    tasks: { tasks: [] },
    task: 'missing',
    events: 'hangs',
  });
  await runtime.listen(path);
  const containerd = {
    kind: 'unix',
    path,
    url: at('containerd.sock'),
    from: 'containerd',
  } as const;
  const engines = open(() => {
    const { candidates, refused } = search();
    return { refused, candidates: [...candidates, containerdAt(containerd)] };
  });
  try {
    await eventually(() => expect(engines.known()).toBe(true));
    const [none] = engines.all();
    expect(none.status()).toMatchObject({ id: `docker:${at('docker.sock')}`, state: 'absent' });
    expect(none.status().tried.map(({ url, problem }) => [url, problem])).toEqual([
      [at('docker.sock'), 'absent'],
      [at('podman/podman.sock'), 'absent'],
      [at('containerd.sock'), 'empty'],
    ]);
  } finally {
    runtime.close();
  }
});
