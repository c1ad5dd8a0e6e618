import { describe, expect, test } from 'vitest';
import type { ContainerListing, ContainerReading } from '@lib/docker/reading';
import { ContainerTable } from '../engine/container-table';
import { misbehaviours } from './test-engine';
import { eventually, known, names, reached, RHYTHM, SHORT_DEADLINES, watchRig } from './test-watch';

const rig = watchRig();

/** A table over an engine that answers an inspection when it is told to. */
function directTable() {
  const waiting = new Map<string, (() => void)[]>();
  const most = new Map<string, number>();
  const listed: ContainerListing[] = [];
  const events: string[] = [];
  let changes = 0;
  let atOnce = false;
  const answer = (id: string) => waiting.get(id)?.shift()?.();
  const inspector = {
    list: () => Promise.resolve(listed),
    inspect: (id: string) =>
      new Promise<ContainerReading>((resolve) => {
        const of = waiting.get(id) ?? [];
        waiting.set(id, of);
        of.push(() => resolve(reading(id, listed)));
        most.set(id, Math.max(most.get(id) ?? 0, of.length));
        if (atOnce) answer(id);
      }),
  };
  const table = new ContainerTable(
    () => (changes += 1),
    ({ action, id }) => events.push(`${action} ${id}`),
  );
  const held = {
    inspector,
    answer,
    of: (id: string) => waiting.get(id)?.length ?? 0,
    most: (id: string) => most.get(id) ?? 0,
    changes: () => changes,
    list: (ids: readonly string[], state: ContainerListing['state']) => {
      listed.push(
        ...ids.map((id) => ({
          id,
          name: id,
          image: 'ubuntu',
          state,
          labels: {},
          role: null,
          imageId: null,
        })),
      );
    },
    answerAll: () => {
      atOnce = true;
      for (const id of waiting.keys()) answer(id);
    },
  };
  return { table, held, events };
}

function reading(id: string, listed: readonly ContainerListing[]): ContainerReading {
  const state = listed.find((each) => each.id === id)?.state ?? 'running';
  return {
    id,
    name: id,
    image: 'ubuntu',
    command: ['sleep'],
    state,
    pid: state === 'running' ? 7 : 0,
    startedAt: null,
    labels: {},
    runtime: null,
    joins: {},
    role: null,
    unreadable: {},
  };
}

describe('events', () => {
  test('each is told once its container has been inspected', async () => {
    const engine = await rig.listen();
    const watch = rig.watch();
    await reached(watch, 'connected');
    const happen = async (action: string, change: () => void) => {
      change();
      const before = rig.told.length;
      engine.emit(action, 'c1');
      await eventually(() => expect(rig.told.length).toBeGreaterThan(before));
    };
    await happen('create', () => engine.add('c1', 'created'));
    await happen('start', () => engine.add('c1', 'running', 12));
    expect(known(watch, 'c1')).toMatchObject({ state: 'running', pid: 12 });
    await happen('die', () => engine.add('c1', 'exited'));
    await happen('destroy', () => engine.containers.delete('c1'));
    expect(rig.told).toEqual([
      'create c1 created',
      'start c1 running',
      'die c1 exited',
      'destroy c1 gone',
    ]);
    expect(names(watch)).toEqual([]);
  });

  test('what changes nothing is not inspected', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch();
    await reached(watch, 'connected');
    const before = engine.requests.length;
    for (const action of [
      'exec_create: sh -c x',
      'exec_start: sh',
      'exec_die',
      'health_status: healthy',
      'top',
    ]) {
      engine.emit(action, 'a');
    }
    engine.emit('pause', 'a');
    await eventually(() => expect(rig.told).toEqual(['pause a running']));
    const inspected = engine.requests.slice(before).filter((request) => request.includes('/a/'));
    expect(inspected).toHaveLength(1);
  });

  test('an older answer does not overwrite a newer one', async () => {
    const engine = await rig.listen();
    const watch = rig.watch();
    await reached(watch, 'connected');
    const held: (() => void)[] = [];
    engine.misbehaves.set('/containers/c1/', (_request, response) => {
      const answer = JSON.stringify(engine.containers.get('c1'));
      held.push(() => response.end(answer));
    });
    engine.add('c1', 'created');
    engine.emit('create', 'c1');
    await eventually(() => expect(held).toHaveLength(1));
    engine.add('c1', 'running', 12);
    engine.emit('start', 'c1');
    held[0]?.();
    await eventually(() => expect(held).toHaveLength(2));
    held[1]?.();
    await eventually(() => expect(rig.told).toEqual(['create c1 created', 'start c1 running']));
  });

  test('inspections of one container never overlap, also where they wait for their turn', async () => {
    const { table, held, events } = directTable();
    const inspector = held.inspector;
    // As many as are inspected at a time keep the others waiting.
    const busy = Array.from({ length: 32 }, (_, index) => `busy${String(index)}`);
    const done = [...busy, 'c1', 'c1'].map((id, index) =>
      table.apply(inspector, { id, action: index === 33 ? 'start' : 'create', timeNano: index }),
    );
    expect(held.of('c1')).toBe(0);
    for (const id of busy) held.answer(id);
    await eventually(() => expect(held.of('c1')).toBe(1));
    done.push(table.apply(inspector, { id: 'c1', action: 'pause', timeNano: 99 }));
    held.answer('c1');
    await eventually(() => expect(held.of('c1')).toBe(1));
    held.answer('c1');
    await Promise.all(done);
    expect(held.most('c1')).toBe(1);
    expect(events.filter((each) => each.endsWith('c1'))).toEqual([
      'create c1',
      'start c1',
      'pause c1',
    ]);
  });

  test('an event does not wait behind a list of hundreds', async () => {
    const { table, held } = directTable();
    const ids = Array.from({ length: 300 }, (_, index) => `c${String(index)}`);
    held.list(ids, 'running');
    await table.relist(held.inspector, true);
    await eventually(() => expect(held.of('c0')).toBe(1));
    expect(held.of('c299')).toBe(0);
    const told = table.apply(held.inspector, { id: 'c299', action: 'die', timeNano: 1 });
    await eventually(() => expect(held.of('c299')).toBe(1));
    held.answer('c299');
    await told;
  });

  test('what runs is inspected first, and of stopped ones there is what the list tells till then', async () => {
    const { table, held } = directTable();
    const stopped = Array.from({ length: 300 }, (_, index) => `s${String(index)}`);
    held.list(stopped, 'exited');
    held.list(['r0', 'r1'], 'running');
    const { inspected } = await table.relist(held.inspector, true);
    await eventually(() => expect([held.of('r0'), held.of('r1')]).toEqual([1, 1]));
    expect(stopped.some((id) => held.of(id) > 0)).toBe(false);
    expect(table.all()).toHaveLength(300);
    expect(table.all()[0]).toMatchObject({ state: 'exited', unreadable: { command: 'EAGAIN' } });
    held.answerAll();
    await inspected;
    expect(table.all()).toHaveLength(302);
    expect(table.all().every(({ unreadable }) => unreadable['command'] === undefined)).toBe(true);
    // What is told is told of many at once.
    expect(held.changes()).toBeLessThan(20);
  });

  test('fault 12: one container that cannot be inspected: shown from the list, the others whole', async () => {
    const engine = await rig.listen('a', 'b');
    engine.misbehaves.set('/containers/b/', misbehaviours.hangs);
    const watch = rig.watch({ deadlines: SHORT_DEADLINES });
    await eventually(() => expect(names(watch)).toEqual(['a', 'b']));
    expect(known(watch, 'a')).toMatchObject({ pid: 100, unreadable: {} });
    expect(known(watch, 'b')).toMatchObject({ pid: 0, unreadable: { pid: 'ETIMEDOUT' } });
    await reached(watch, 'connected');
    engine.misbehaves.clear();
    await eventually(() => expect(known(watch, 'b')).toMatchObject({ pid: 101, unreadable: {} }));
  });

  test('an event that was lost is made up for by the next listing', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch({ rhythm: { ...RHYTHM, relist: 50 } });
    await reached(watch, 'connected');
    engine.containers.delete('a');
    engine.add('b', 'running', 5);
    await eventually(() => expect(names(watch)).toEqual(['b']));
  });

  test('fault 12: a thousand containers come and go and leave nothing', async () => {
    const engine = await rig.listen();
    const watch = rig.watch();
    await reached(watch, 'connected');
    for (let index = 0; index < 1000; index += 1) {
      const id = `c${index}`;
      engine.add(id, 'running', 1000 + index);
      engine.emit('create', id);
      engine.emit('start', id);
      if (index % 50 === 49) await eventually(() => expect(known(watch, id)).toBeDefined());
      engine.containers.delete(id);
      engine.emit('die', id);
      engine.emit('destroy', id);
    }
    await eventually(() =>
      expect(rig.told.filter((line) => line.endsWith('gone'))).not.toHaveLength(0),
    );
    await eventually(() => {
      expect(rig.told).toHaveLength(4000);
      expect(names(watch)).toEqual([]);
    });
    await eventually(() => expect(engine.sockets.size).toBeLessThanOrEqual(2));
  }, 60_000);
});
