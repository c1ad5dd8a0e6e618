import { drawFigure } from '@lib/figure/figure';
import type { Sight } from '@lib/model/snapshot';
import { findContainer } from '@lib/model/container-ref';
import { DEFAULT_VIEW_STATE } from '@lib/view-state/view-state';
import { dockerCandidates } from '../server/docker/candidates';
import type { Engine, EngineStatus } from '../server/engine/engine';
import { Engines } from '../server/engine/engines';
import type { EngineSearch } from '../server/engine/search';
import { createMachine, type Machine } from '../server/machine/machine';
import { expect, test as base } from './harness/fixtures';
import { until } from './harness/until';

/* An engine of another kind beside a real Docker, and what a real Docker has that is unusual. */

const RECORDED: EngineStatus = {
  id: 'podman:unix:///recorded.sock',
  kind: 'podman',
  endpoint: 'unix:///recorded.sock',
  version: '4.3.1',
  apiVersion: null,
  minApiVersion: null,
  state: 'connected',
  message: null,
  tried: [],
};

/** The smallest engine that there can be: it always tells what was recorded of one. */
function recordedEngine(id: string, name: string): Engine {
  const containers = [
    {
      id,
      name,
      image: 'recorded',
      command: ['sleep', '1d'],
      state: 'exited' as const,
      pid: 0,
      startedAt: null,
      labels: {},
      joins: {},
      runtime: null,
      role: null,
      unreadable: {},
    },
  ];
  return {
    status: () => RECORDED,
    answered: () => true,
    containers: () => containers,
    info: () => ({ info: null, problem: null }),
    delays: () => ({ list: false, events: false }),
    daemon: () => ({ socket: null, remote: false }),
    imageTeller: () => null,
    config: () => Promise.resolve(null),
    dockerApi: () => null,
    setWatched: () => undefined,
    close: () => Promise.resolve(),
  };
}

type Look = (engines: EngineSearch, so: (sight: Sight) => boolean) => Promise<Sight>;

/** `look` looks at this machine with these engines until it is so. */
const test = base.extend<{ look: Look }>({
  look: async ({}, use) => {
    const machines: Machine[] = [];
    await use(async (engines, so) => {
      const machine = createMachine({
        mode: 'direct',
        enters: false,
        reader: { procRoot: '/proc', args: true },
        engines: () => engines,
        found: null,
      });
      machines.push(machine);
      machine.setWatched(true);
      let seen: Sight | null = null;
      const read = async () => {
        seen = (await machine.read({ watchedPids: [], whole: true, patience: 0 })) ?? seen;
        return seen !== null && so(seen) && seen;
      };
      return until('the machine is as expected', read, 20_000);
    });
    await Promise.all(machines.map((machine) => machine.close()));
  },
});

test('an engine of another kind beside Docker: one snapshot and one picture of both, equal ids kept apart', async ({
  dockerd,
  look,
}) => {
  const id = await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const docker = dockerCandidates({ named: [dockerd.endpoint], env: {} });
  const recorded = {
    url: RECORDED.endpoint,
    first: RECORDED,
    socket: () => null,
    open: () => recordedEngine(id, 'c1'),
  };
  const engines = { ...docker, candidates: [...docker.candidates, recorded] };
  const sight = await look(engines, ({ containers }) => containers.length === 2);
  const leader = await dockerd.leader('c1');
  expect(sight.containers.map(({ engine, name, pid }) => [engine, name, pid])).toEqual([
    [`docker:${dockerd.endpoint}`, 'c1', leader],
    [RECORDED.id, 'c1', 0],
  ]);
  const ofContainers = sight.processes.filter(({ container }) => container === id);
  expect(ofContainers.map(({ pid, engine }) => [pid, engine])).toContainEqual([
    leader,
    `docker:${dockerd.endpoint}`,
  ]);
  const snapshot = { ...sight, seq: 1 };
  expect(findContainer(snapshot, 'c1@podman')?.engine).toBe(RECORDED.id);
  expect(findContainer(snapshot, 'c1@docker')?.pid).toBe(leader);
  const { svg } = drawFigure({
    snapshot,
    viewState: { ...DEFAULT_VIEW_STATE, view: 'matrix' },
    size: { width: 1200, height: 800 },
    theme: 'light',
    language: 'en',
    usage: null,
    timeZone: 'UTC',
  });
  expect(svg).toMatch(/docker · ubuntu[^]*podman · recorded/);
});

test('a container with more labels than fit into an event is there at once, and gone at once', async ({
  dockerd,
}) => {
  const engine = new Engines(
    () => dockerCandidates({ named: [dockerd.endpoint], env: {} }),
    () => undefined,
  );
  try {
    engine.setWatched(true);
    const [names, known] = [
      () =>
        engine
          .all()[0]
          .containers()
          .map(({ name }) => name),
      () => engine.all()[0].status().state === 'connected',
    ];
    await until('it is connected', known, 20_000);
    const labels = Array.from({ length: 12 }, (_, index) => [
      '--label',
      `l${String(index)}=${'x'.repeat(100_000)}`,
    ]);
    await dockerd.run('--name', 'large', ...labels.flat(), 'ubuntu', 'sleep', '1d');
    await until('it is seen', () => names().includes('large'), 3000);
    await dockerd.cli('rm', '-f', 'large');
    await until('its end is seen', () => !names().includes('large'), 3000);
  } finally {
    await engine.close();
  }
});
