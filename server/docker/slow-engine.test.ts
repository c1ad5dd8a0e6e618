import { describe, expect, test } from 'vitest';
import { isStopped } from '@lib/model/is-stopped';
import { misbehaviours, type TestEngine } from './test-engine';
import { eventually, known, names, reached, RHYTHM, watchRig } from './test-watch';

/* Engines that answer late, or not everything. */

const rig = watchRig();

const DEADLINES = { call: 300, ping: 1000, patient: 20_000 };

/** What begins like `path` is answered when that is asked for, and what is held then. */
function hold(engine: TestEngine, path: string): { release: () => void; held: () => number } {
  const held: (() => void)[] = [];
  engine.misbehaves.set(path, (request, response) => {
    held.push(() => engine.answerWell(request, response));
  });
  return {
    held: () => held.length,
    release: () => {
      engine.misbehaves.delete(path);
      for (const answer of held.splice(0)) answer();
    },
  };
}

describe('an engine that takes its time', () => {
  test('to tell its version: connected without, and it is known when it comes', async () => {
    const engine = await rig.listen('a');
    const version = hold(engine, '/version');
    const watch = rig.watch({ deadlines: DEADLINES });
    await reached(watch, 'connected');
    expect(names(watch)).toEqual(['a']);
    expect(watch.status()).toMatchObject({ version: null, kind: 'docker' });
    version.release();
    await eventually(() => expect(watch.status().version).toBe('1.2.3'));
    expect(rig.states).toEqual(['connecting', 'connected']);
  });

  test('and said with its ping that it is a Podman: it is one from the first', async () => {
    const engine = await rig.listen('a');
    engine.podman = new Map();
    hold(engine, '/version');
    const watch = rig.watch({ deadlines: DEADLINES });
    await reached(watch, 'connected');
    const { id, kind, version } = watch.status();
    expect({ kind, version, begins: id.split(':')[0] }).toEqual({
      ...{ kind: 'podman', version: null, begins: 'podman' },
    });
  });

  test('to list its containers: waited for and said to be slow, not asked again', async () => {
    const engine = await rig.listen('a');
    const list = hold(engine, '/containers/json');
    const watch = rig.watch({ deadlines: DEADLINES, rhythm: { ...RHYTHM, slow: 50 } });
    const pings = () => engine.requests.filter((each) => each === 'GET /_ping').length;
    await eventually(() => expect(pings()).toBeGreaterThan(8));
    expect(rig.states).toEqual(['connecting']);
    expect(list.held()).toBe(1);
    expect(watch.delays().list).toBe(true);
    list.release();
    await reached(watch, 'connected');
    expect(names(watch)).toEqual(['a']);
    expect(watch.delays().list).toBe(false);
  });

  test('to tell of each container: all that it lists are there, nothing more is known of them yet', async () => {
    const engine = await rig.listen();
    engine.misbehaves.set('/containers/json', (_request, response) => {
      const listed = [
        { Id: 'a', Names: ['/a'], Image: 'ubuntu', State: 'running' },
        { Id: 'b', Names: ['/b'], Image: 'ubuntu', State: 'in a state of its own' },
        ...Array.from({ length: 20 }, (_, nth) => ({ Id: `c${nth}`, State: 'running' })),
      ];
      response.end(JSON.stringify(listed));
    });
    const inspections = hold(engine, '/containers/');
    engine.add('a', 'running', 7);
    const watch = rig.watch({ deadlines: { ...DEADLINES, call: 20_000 } });
    await reached(watch, 'connected');
    expect(watch.containers()).toHaveLength(22);
    const [a, b] = watch.containers();
    expect(a).toMatchObject({ name: 'a', state: 'running', pid: 0, unreadable: { pid: 'EAGAIN' } });
    expect(b).toMatchObject({ name: 'b', unreadable: { state: 'EAGAIN', pid: 'EAGAIN' } });
    expect(watch.containers().filter(isStopped)).toEqual([]);
    inspections.release();
    await eventually(() => expect(known(watch, 'a')).toMatchObject({ pid: 7, unreadable: {} }));
    // What the others were is told now: there is no such container.
    await eventually(() => expect(names(watch)).toEqual(['a']));
  });

  test('and then answers no ping any more: lost', async () => {
    const engine = await rig.listen('a');
    hold(engine, '/containers/json');
    const watch = rig.watch({ deadlines: DEADLINES, rhythm: { ...RHYTHM, slow: 50 } });
    await eventually(() => expect(watch.delays().list).toBe(true));
    engine.misbehaves.set('/_ping', misbehaviours.closesAtOnce);
    await reached(watch, 'disconnected');
    expect(watch.delays().list).toBe(false);
  });

  test('one that fails again and again is asked less and less often', async () => {
    const engine = await rig.listen('a');
    const asked: number[] = [];
    engine.misbehaves.set('/containers/json', (request, response) => {
      asked.push(performance.now());
      misbehaviours.serverError(request, response);
    });
    rig.watch({ rhythm: { ...RHYTHM, retry: 30 } });
    await eventually(() => expect(asked.length).toBeGreaterThan(5));
    const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(Math.max(...pauses.slice(4))).toBeGreaterThan(30 * 8);
  });
});

describe('an engine that forbids', () => {
  test.each(['/version', '/events', '/info', '/_ping'])(
    '%s alone: its containers are shown',
    async (path) => {
      const engine = await rig.listen('a');
      engine.misbehaves.set(path, misbehaviours.forbids);
      const watch = rig.watch();
      await reached(watch, 'connected');
      expect(names(watch)).toEqual(['a']);
      expect(watch.delays()).toEqual({ list: false, events: path === '/events' });
    },
  );

  test('events: listed again now and then', async () => {
    const engine = await rig.listen('a');
    engine.misbehaves.set('/events', misbehaviours.forbids);
    const watch = rig.watch({ rhythm: { ...RHYTHM, relistOften: 50 } });
    await reached(watch, 'connected');
    engine.add('b', 'running', 7);
    await eventually(() => expect(names(watch)).toEqual(['a', 'b']));
    engine.containers.delete('a');
    await eventually(() => expect(names(watch)).toEqual(['b']));
    expect(rig.states).toEqual(['connecting', 'connected']);
  });

  test('lists: there is nothing to go by', async () => {
    const engine = await rig.listen('a');
    engine.misbehaves.set('/containers/json', misbehaviours.forbids);
    const watch = rig.watch();
    await reached(watch, 'disconnected');
    expect(watch.status().message).toContain('HTTP 403');
  });
});

describe('a line of events that is too long', () => {
  const line = (action: string, id: string) =>
    `${JSON.stringify({ Type: 'container', Action: action, Actor: { ID: id, Attributes: { label: 'x'.repeat(1.2 * 2 ** 20) } } })}\n`;

  test('asks for a listing at once, and the next line is read', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch();
    await reached(watch, 'connected');
    engine.add('b', 'running', 7);
    engine.send(line('start', 'b'));
    await eventually(() => expect(names(watch)).toEqual(['a', 'b']));
    engine.containers.delete('b');
    engine.send(line('destroy', 'b'));
    await eventually(() => expect(names(watch)).toEqual(['a']));
    engine.emit('update', 'a');
    await eventually(() => expect(rig.told).toEqual(['update a running']));
    expect(rig.states).toEqual(['connecting', 'connected']);
  });
});
