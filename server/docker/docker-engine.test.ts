import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { pipeline } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import { statusBefore } from './docker-engine';
import { misbehaviours, type Misbehaviour } from './test-engine';
import { eventually, names, reached, RHYTHM, SHORT_DEADLINES, watchRig } from './test-watch';

const rig = watchRig();

describe('finding an engine', () => {
  test('connects, and knows version and containers', async () => {
    await rig.listen('b', 'a');
    const watch = rig.watch();
    expect(watch.status()).toMatchObject({ state: 'connecting', id: `docker:unix://${rig.path}` });
    await reached(watch, 'connected');
    expect(watch.status()).toEqual({
      id: `docker:unix://${rig.path}`,
      kind: 'docker',
      endpoint: `unix://${rig.path}`,
      version: '1.2.3',
      apiVersion: '1.41',
      minApiVersion: null,
      state: 'connected',
      message: null,
      tried: [],
    });
    expect(names(watch)).toEqual(['a', 'b']);
    expect(watch.containers()).toBe(watch.containers());
    expect(watch.dockerApi()).toMatchObject({ kind: 'unix', path: rig.path, from: 'option' });
  });

  test.each([
    ['DOCKER_HOST', true],
    ['currentContext', true],
    ['option', undefined],
    ['default', undefined],
  ] as const)('says whether the docker command finds it: %s', (from, byEnvironment) => {
    const endpoint = { kind: 'unix', path: '/x.sock', url: 'unix:///x.sock', from } as const;
    expect(statusBefore(endpoint).byEnvironment).toBe(byEnvironment);
  });

  test('none there: absent, with what was tried; found when it comes', async () => {
    const watch = rig.watch();
    await reached(watch, 'absent');
    expect(watch.status().message).toBe(`unix://${rig.path} (option): no such socket (ENOENT)`);
    await rig.listen('a');
    await reached(watch, 'connected');
    expect(names(watch)).toEqual(['a']);
    expect(rig.states).toEqual(['absent', 'connected']);
  });

  test.skipIf(process.geteuid?.() === undefined)('not allowed: denied, until it is', async () => {
    await rig.listen();
    chmodSync(rig.path, 0);
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      const watch = rig.watch();
      await reached(watch, 'denied');
      if (root) process.seteuid?.(0);
      chmodSync(rig.path, 0o600);
      await reached(watch, 'connected');
    } finally {
      if (root) process.seteuid?.(0);
    }
  });

  const wrong: [keyof typeof misbehaviours, string][] = [
    ['hangs', '/_ping'],
    ['closesAtOnce', '/_ping'],
    ['notHttp', '/_ping'],
    ['redirects', '/_ping'],
    ['notJson', '/containers/json'],
    ['halfAnAnswerThenNothing', '/containers/json'],
    ['serverError', '/containers/json'],
    ['hangs', '/events'],
    ['serverError', '/events'],
  ];
  test.each(wrong)('one that %s at %s: disconnected, until it mends', async (odd, where) => {
    const engine = await rig.listen('a');
    engine.misbehaves.set(where, misbehaviours[odd]);
    const watch = rig.watch({ deadlines: SHORT_DEADLINES });
    await reached(watch, 'disconnected');
    expect(watch.status().message).toContain(`unix://${rig.path} (option): `);
    engine.misbehaves.clear();
    await reached(watch, 'connected');
    expect(names(watch)).toEqual(['a']);
  });
});

describe('what it says of itself', () => {
  test('is known when it counts as connected, and asked anew of the next daemon', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch();
    expect(watch.info()).toEqual({ info: null, problem: null });
    await reached(watch, 'connected');
    expect(watch.info()).toMatchObject({ info: { rootless: false }, problem: null });
    await rig.stop(engine);
    await reached(watch, 'disconnected');
    const next = await rig.listen('a');
    next.misbehaves.set('/info', misbehaviours.serverError);
    await eventually(() => expect(watch.info().info).toBeNull());
    await reached(watch, 'connected');
    expect(watch.info().problem).toBe('HTTP 500: the disk is on fire');
  });

  test.each<keyof typeof misbehaviours>(['hangs', 'notJson', 'halfAnAnswer', 'closesAtOnce'])(
    'one that %s there is connected all the same',
    async (odd) => {
      const engine = await rig.listen('a');
      engine.misbehaves.set('/info', misbehaviours[odd]);
      const watch = rig.watch({ deadlines: SHORT_DEADLINES });
      await reached(watch, 'connected');
      expect(names(watch)).toEqual(['a']);
      await eventually(() => expect(watch.info().problem).not.toBeNull());
      expect(rig.states).toEqual(['connecting', 'connected']);
    },
  );
});

describe('fault 13: losing it', () => {
  test('stopped: disconnected at once, the containers stay; back: listed anew', async () => {
    const engine = await rig.listen('a', 'b');
    const watch = rig.watch();
    await reached(watch, 'connected');
    await rig.stop(engine);
    await reached(watch, 'disconnected');
    expect(names(watch)).toEqual(['a', 'b']);
    expect(watch.status().version).toBe('1.2.3');
    await rig.listen('b', 'c');
    await reached(watch, 'connected');
    expect(names(watch)).toEqual(['b', 'c']);
    expect(rig.states).toEqual(['connecting', 'connected', 'disconnected', 'connected']);
  });

  test('hanging: disconnected, though its event stream stays open', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch({ deadlines: SHORT_DEADLINES });
    await reached(watch, 'connected');
    engine.misbehaves.set('/_ping', misbehaviours.hangs);
    await reached(watch, 'disconnected');
    expect(watch.status().message).toContain('no answer within 200 ms');
    engine.misbehaves.clear();
    await reached(watch, 'connected');
  });

  test('one ping without an answer is no loss yet', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch({ deadlines: SHORT_DEADLINES });
    await reached(watch, 'connected');
    const hangOnce: Misbehaviour = () => engine.misbehaves.clear();
    engine.misbehaves.set('/_ping', hangOnce);
    const before = engine.requests.length;
    await eventually(() => {
      expect(engine.requests.slice(before)).toContain('GET /version');
    });
    expect(rig.states).not.toContain('disconnected');
  });

  test('the socket replaced while the old daemon still answers on its connections', async () => {
    const old = await rig.listen('a');
    const watch = rig.watch();
    await reached(watch, 'connected');
    await rig.listen('b');
    await eventually(() => expect(names(watch)).toEqual(['b']));
    expect(old.sockets.size).toBe(0);
    expect(watch.status().state).toBe('connected');
  });

  test('restarted in the middle of an event', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch();
    await reached(watch, 'connected');
    engine.send('{"Type":"container","Action":"sta');
    await rig.stop(engine);
    await rig.listen('a', 'b');
    await eventually(() => expect(names(watch)).toEqual(['a', 'b']));
    expect(rig.told).toEqual([]);
  });

  test('a stream that closes again and again is not asked for without a pause', async () => {
    const engine = await rig.listen('a');
    engine.misbehaves.set('/events', (_request, response) => response.end());
    const watch = rig.watch({ rhythm: { ...RHYTHM, retry: 100 } });
    await eventually(() => expect(names(watch)).toEqual(['a']));
    const begun = performance.now();
    await eventually(() => {
      expect(engine.requests.filter((request) => request === 'GET /version')).toHaveLength(4);
    });
    expect(performance.now() - begun).toBeGreaterThan(150);
  });
});

describe('nobody looks', () => {
  test('pings come slower; when somebody looks again, at once', async () => {
    const engine = await rig.listen('a');
    // Either end may break off: the other one is told by the end of its stream.
    const proxy = createServer((socket) => {
      pipeline(socket, connect(rig.path), socket, () => socket.destroy());
    });
    onTestFinished(() => void proxy.close());
    await once(proxy.listen(0, '127.0.0.1'), 'listening');
    const address = proxy.address();
    if (address === null || typeof address === 'string') expect.fail('no port');
    // Over TCP: there, only pings tell that a daemon has begun to stop.
    const option = `tcp://127.0.0.1:${String(address.port)}`;
    const watch = rig.watch(
      { rhythm: { ...RHYTHM, look: 1, pingOften: 1, ping: 120_000 } },
      option,
    );
    watch.setWatched(false);
    await reached(watch, 'connected');
    const pings = () => engine.requests.filter((request) => request === 'GET /_ping').length;
    for (let turn = 1; turn <= 20; turn += 1) {
      engine.emit('update', 'a');
      await eventually(() => expect(rig.told).toHaveLength(turn));
    }
    expect(pings()).toBe(1);
    watch.setWatched(true);
    await eventually(() => expect(pings()).toBeGreaterThan(10));
  });
});

describe('closing', () => {
  test.each(['connected', 'absent', 'connecting'])(
    'while %s: at once, leaving nothing open',
    async (state) => {
      const engine = state === 'absent' ? null : await rig.listen('a');
      if (state === 'connecting') engine?.misbehaves.set('/_ping', misbehaviours.hangs);
      const watch = rig.watch({
        rhythm: { ...RHYTHM, look: 5000, pingOften: 5000, ping: 5000, retry: 5000 },
      });
      await reached(watch, state);
      if (state === 'connecting') await eventually(() => expect(engine?.requests).toHaveLength(1));
      const timers = () =>
        process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
      const before = timers();
      const begun = performance.now();
      await watch.close();
      expect(performance.now() - begun).toBeLessThan(100);
      expect(timers()).toBeLessThanOrEqual(before);
      await eventually(() => expect(engine?.sockets.size ?? 0).toBe(0));
    },
  );
});
