import { expect, it } from 'vitest';
import type { EngineState } from '@lib/model/host';
import type { Engine } from '../engine/engine';
import { DaemonSearch } from './daemon-search';
import { testReader } from './test-reader';

/* Which process answers for an engine, as processes come and go. */

function engine(id: string, state: EngineState): Engine {
  return {
    status: () => ({
      id,
      kind: 'docker',
      endpoint: 'unix:///d.sock',
      version: null,
      apiVersion: null,
      minApiVersion: null,
      state,
      message: null,
      tried: [],
    }),
    answered: () => true,
    containers: () => [],
    info: () => ({ info: null, problem: null }),
    delays: () => ({ list: false, events: false }),
    daemon: () => ({ socket: { kind: 'unix', path: `/${id}.sock` }, remote: false }),
    imageTeller: () => null,
    config: () => Promise.resolve(null),
    dockerApi: () => null,
    setWatched: () => undefined,
    close: () => Promise.resolve(),
  };
}

/** A reader to which only this one question is put, answered from `listeners`. */
function reader(listeners: Record<string, { pid: number; startTicks: string }>) {
  const asked: string[] = [];
  const it = testReader({
    findListener: ({ path }) => {
      asked.push(path);
      const listener = listeners[path];
      return Promise.resolve(
        listener === undefined ? { listener: null, reason: 'ENOENT' } : { listener, reason: null },
      );
    },
  });
  return { it, asked };
}

/** Its sockets are as their paths say. */
const search = () => new DaemonSearch(({ path }) => ({ path, real: path, identity: null }));

const processes = (...all: [number, string][]) =>
  new Map(all.map(([pid, startTicks]) => [pid, { startTicks }]));

it('is looked for once while it lives, for each engine', async () => {
  const daemons = search();
  const engines = [engine('a', 'connected'), engine('b', 'connected')] as const;
  const { it: from, asked } = reader({ '/a.sock': { pid: 7, startTicks: '1' } });
  const living = processes([7, '1']);
  expect(await daemons.look(engines, from, living)).toBe(true);
  expect(await daemons.look(engines, from, living)).toBe(false);
  expect(asked).toEqual(['/a.sock', '/b.sock']);
  expect(engines.map((each) => daemons.pidOf(each, living))).toEqual([7, null]);
});

it('whose number went to another process is nobody, though the engine is away', async () => {
  const daemons = search();
  const { it: from } = reader({ '/a.sock': { pid: 7, startTicks: '1' } });
  await daemons.look([engine('a', 'connected')], from, processes([7, '1']));
  const away = engine('a', 'disconnected');
  await daemons.look([away], from, processes([7, '1']));
  expect(daemons.pidOf(away, processes([7, '1']))).toBe(7);
  expect(daemons.pidOf(away, processes([7, '99']))).toBeNull();
  expect(daemons.pidOf(away, processes())).toBeNull();
});

it('is looked for again when the engine was away, and when another reads', async () => {
  const daemons = search();
  const living = processes([7, '1'], [8, '2']);
  const listeners = { '/a.sock': { pid: 7, startTicks: '1' } };
  const { it: from } = reader(listeners);
  await daemons.look([engine('a', 'connected')], from, living);
  listeners['/a.sock'] = { pid: 8, startTicks: '2' };
  await daemons.look([engine('a', 'disconnected')], from, living);
  expect(await daemons.look([engine('a', 'connected')], from, living)).toBe(true);
  expect(daemons.pidOf(engine('a', 'connected'), living)).toBe(8);
  listeners['/a.sock'] = { pid: 7, startTicks: '1' };
  daemons.again();
  expect(await daemons.look([engine('a', 'connected')], from, living)).toBe(true);
});

it('is forgotten with its engine', async () => {
  const daemons = search();
  const living = processes([7, '1']);
  const { it: from, asked } = reader({ '/a.sock': { pid: 7, startTicks: '1' } });
  const a = engine('a', 'connected');
  await daemons.look([a], from, living);
  await daemons.look([engine('b', 'connected')], from, living);
  expect(daemons.pidOf(a, living)).toBeNull();
  expect(await daemons.look([a], from, living)).toBe(true);
  expect(asked).toEqual(['/a.sock', '/b.sock', '/a.sock']);
});
