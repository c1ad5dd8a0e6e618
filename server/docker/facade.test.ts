import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContainerEvent } from '@lib/docker/reading';
import type { EngineError } from '../engine/engine-error';
import { createDockerFacade, type DockerFacade } from './facade';
import { misbehaviours, TestEngine } from './test-engine';
import { eventually } from './test-watch';

const DEADLINES = { call: 10_000, ping: 10_000, patient: 10_000 };
/** For engines that are meant to hang. */
const SHORT_DEADLINES = { call: 150, ping: 150, patient: 150 };

const IGNORED = () => undefined;

let folder: string;
let engine: TestEngine;
let docker: DockerFacade;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  engine = await TestEngine.listen(join(folder, 'd.sock'));
  docker = createDockerFacade({ kind: 'unix', path: engine.path }, DEADLINES);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  docker.close();
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const CALLS: readonly (readonly [string, string, (docker: DockerFacade) => Promise<unknown>])[] = [
  ['ping', '/_ping', (docker) => docker.ping()],
  ['version', '/version', (docker) => docker.version()],
  ['info', '/info', (docker) => docker.info()],
  ['list', '/containers/json', (docker) => docker.list()],
  ['inspect', '/containers/c1/json', (docker) => docker.inspect('c1')],
  ['config', '/containers/c1/json', (docker) => docker.config('c1')],
  ['images', '/images/json', (docker) => docker.images()],
  ['image', '/images/i1/json', (docker) => docker.image('i1')],
  ['history', '/images/i1/history', (docker) => docker.history('i1')],
  ['volume', '/volumes/v1', (docker) => docker.volume('v1')],
  ['written', '/containers/c1/json', (docker) => docker.written('c1')],
  ['events', '/events', (docker) => docker.events(IGNORED, IGNORED)],
];

function impatient(): DockerFacade {
  docker.close();
  return createDockerFacade({ kind: 'unix', path: engine.path }, SHORT_DEADLINES);
}

async function failureOf(
  call: Promise<unknown>,
): Promise<Pick<EngineError, 'name' | 'kind' | 'status' | 'message'>> {
  return call.then(
    (value) => {
      throw new Error(`answered ${JSON.stringify(value)}`);
    },
    (error: EngineError) => error,
  );
}

describe('what is asked', () => {
  test('every method of the facade sends GET and pins no API version', async () => {
    engine.add('c1', 'running', 12);
    const asked = CALLS.map(([name]) => name);
    expect(Object.keys(docker).sort()).toEqual([...asked, 'close'].sort());
    for (const [, , call] of CALLS) await call(docker);
    expect(engine.requests).toEqual([
      'GET /_ping',
      'GET /version',
      'GET /info',
      'GET /containers/json?all=true',
      'GET /containers/c1/json',
      'GET /containers/c1/json',
      'GET /images/json',
      'GET /images/i1/json',
      'GET /images/i1/history',
      'GET /volumes/v1',
      'GET /containers/c1/json?size=true',
      'GET /events?filters=%7B%22type%22%3A%5B%22container%22%5D%7D',
    ]);
  });

  test('an id cannot lead to another path', async () => {
    await docker.inspect('../images/json?x#y');
    expect(engine.requests).toEqual(['GET /containers/..%2Fimages%2Fjson%3Fx%23y/json']);
  });

  test.each(['tcp://127.0.0.1:1', 'ssh://elsewhere', 'not an address'])(
    'DOCKER_HOST=%s changes nothing',
    async (value) => {
      vi.stubEnv('DOCKER_HOST', value);
      vi.stubEnv('DOCKER_TLS_VERIFY', '1');
      vi.stubEnv('DOCKER_CERT_PATH', '/nowhere');
      const other = createDockerFacade({ kind: 'unix', path: engine.path }, DEADLINES);
      await other.ping();
      other.close();
      expect(engine.requests).toEqual(['GET /_ping']);
    },
  );

  test('answers are read', async () => {
    engine.add('c1', 'running', 12);
    expect(await docker.version()).toMatchObject({ kind: 'docker', version: '1.2.3' });
    expect(await docker.info()).toMatchObject({ operatingSystem: 'Test', rootless: false });
    expect(await docker.list()).toMatchObject([{ id: 'c1', name: 'c1' }]);
    expect(await docker.inspect('c1')).toMatchObject({ name: 'c1', pid: 12 });
    expect(await docker.inspect('c2')).toBeNull();
  });
});

describe('an engine that says with its ping that it is a Podman', () => {
  const IN_POD = { PodName: 'shop', IsInfra: false };
  const LIST = 'GET /v4.0.0/libpod/containers/json?all=true';
  const asked = () => engine.requests.filter((each) => each.includes('libpod'));

  beforeEach(() => {
    engine.podman = new Map([
      ['c1', IN_POD],
      ['c2', { PodName: 'shop', IsInfra: true }],
      ['c3', { PodName: '', IsInfra: false }],
    ]);
    for (const id of engine.podman.keys()) engine.add(id, 'running', 12);
  });

  const connected = async () => {
    await docker.ping();
    await docker.list();
  };
  const inspected = async (id: string) => {
    const { pod, role, unreadable } = (await docker.inspect(id)) ?? expect.fail(`no ${id}`);
    return { pod, role, unreadable: unreadable['pod'] };
  };

  test('is asked once for the pods of all', async () => {
    await connected();
    expect(await inspected('c1')).toEqual({ pod: 'shop', role: null, unreadable: undefined });
    expect(await inspected('c2')).toMatchObject({ pod: 'shop', role: 'pause' });
    expect(await inspected('c3')).toMatchObject({ pod: undefined, role: null });
    expect(asked()).toEqual([LIST]);
  });

  test('and for that of one which has come since', async () => {
    await connected();
    engine.add('c4', 'running', 13);
    engine.podman?.set('c4', IN_POD);
    expect(await inspected('c4')).toMatchObject({ pod: 'shop' });
    expect(asked()).toEqual([LIST, `${LIST}&filters=%7B%22id%22%3A%5B%22c4%22%5D%7D`]);
    expect(await docker.inspect('c5')).toBeNull();
  });

  test.each<[keyof typeof misbehaviours, string]>([
    ['forbids', 'EACCES'],
    ['serverError', 'EPROTO'],
    ['otherJson', 'EPROTO'],
    ['closesAtOnce', 'EPROTO'],
    ['hangs', 'ETIMEDOUT'],
  ])('%s: all else is known, and of the pod that it is not: %s', async (odd, errno) => {
    if (errno === 'ETIMEDOUT') docker = impatient();
    engine.misbehaves.set('/v4.0.0', misbehaviours[odd]);
    await connected();
    expect(await inspected('c1')).toEqual({ pod: undefined, role: null, unreadable: errno });
    await inspected('c2');
    expect(asked()).toEqual([LIST]);
  });

  test('does not list: what it told before stands, and is not waited for as long as for all else', async () => {
    docker.close();
    const deadlines = { ...DEADLINES, call: 2000, patient: 600_000 };
    docker = createDockerFacade({ kind: 'unix', path: engine.path }, deadlines);
    await connected();
    expect(await inspected('c1')).toMatchObject({ pod: 'shop' });
    engine.misbehaves.set('/v4.0.0', misbehaviours.hangs);
    engine.add('c4', 'running', 13);
    await connected();
    expect(await inspected('c4')).toMatchObject({ unreadable: 'ETIMEDOUT' });
    expect(await inspected('c1')).toMatchObject({ pod: 'shop' });
  });

  describe('and lists again', () => {
    const RUN = { State: 'running', Pid: 12, StartedAt: 5, ExitedAt: 0, ExitCode: 0 };
    const run = (id: string, changes: object = {}) =>
      engine.podman?.set(id, { ...IN_POD, ...RUN, ...changes });
    const listed = async () => (await docker.list()).find(({ id }) => id === 'c1')?.reading;

    beforeEach(() => run('c1'));

    test('what was told before stands in the same run', async () => {
      await connected();
      expect(await listed()).toBeUndefined();
      const told = await docker.inspect('c1');
      expect(await listed()).toEqual(told);
      expect(told).toMatchObject({ pid: 12, pod: 'shop' });
    });

    test.each<[string, () => void]>([
      ['in another run', () => run('c1', { Pid: 13, StartedAt: 6 })],
      ['its run is not told', () => run('c1', { Pid: undefined })],
      ['the other list has another state', () => engine.add('c1', 'exited')],
      [
        'the list of runs is refused',
        () => engine.misbehaves.set('/v4.0.0', misbehaviours.forbids),
      ],
    ])('%s: it has to be inspected', async (_, change) => {
      await connected();
      await docker.inspect('c1');
      change();
      expect(await listed()).toBeUndefined();
    });

    test('what has started anew since its run was listed has to be inspected, whichever of both an inspection tells', async () => {
      await connected();
      const answers: (() => void)[] = [];
      engine.misbehaves.set('/containers/c1/', (request, response) => {
        const told = JSON.stringify(engine.containers.get('c1'));
        answers.push(() => response.end(told));
      });
      const inspection = docker.inspect('c1');
      await expect.poll(() => answers.length).toBe(1);
      // Told of the process before, and answered after the next list.
      run('c1', { Pid: 13, StartedAt: 6 });
      engine.add('c1', 'running', 13);
      await docker.list();
      answers[0]?.();
      expect(await inspection).toMatchObject({ pid: 12 });
      expect(await listed()).toBeUndefined();
    });
  });

  test('any other engine is asked nothing of it', async () => {
    engine.podman = null;
    await connected();
    expect(await inspected('c1')).toEqual({ pod: undefined, role: null, unreadable: undefined });
    expect(asked()).toEqual([]);
  });
});

describe('fault 13: an engine that misbehaves', () => {
  const answers = CALLS.filter(([name]) => name !== 'events');

  describe.each(answers)('%s', (_name, path, call) => {
    test.each<[keyof typeof misbehaviours, EngineError['kind']]>([
      ['hangs', 'hanging'],
      ['halfAnAnswerThenNothing', 'hanging'],
      ['halfAnAnswer', 'protocol'],
      ['closesAtOnce', 'protocol'],
      ['notJson', 'protocol'],
      ['emptyAnswer', 'protocol'],
      ['otherJson', 'protocol'],
      ['notHttp', 'protocol'],
      ['serverError', 'http'],
      ['redirects', 'http'],
    ])('%s: %s', async (odd, kind) => {
      engine.misbehaves.set(path, misbehaviours[odd]);
      if (kind === 'hanging') docker = impatient();
      expect(await failureOf(call(docker))).toMatchObject({ name: 'EngineError', kind });
      await eventually(() => expect(engine.sockets.size).toBe(0));
    });
  });

  test.each<[keyof typeof misbehaviours, EngineError['kind']]>([
    ['hangs', 'hanging'],
    ['closesAtOnce', 'protocol'],
    ['serverError', 'http'],
  ])('events: %s: %s', async (odd, kind) => {
    engine.misbehaves.set('/events', misbehaviours[odd]);
    if (kind === 'hanging') docker = impatient();
    expect(await failureOf(docker.events(IGNORED, IGNORED))).toMatchObject({ kind });
  });

  test('what a failing engine says is handed on, with the status', async () => {
    engine.misbehaves.set('/version', misbehaviours.serverError);
    expect(await failureOf(docker.version())).toMatchObject({
      status: 500,
      message: 'HTTP 500: the disk is on fire',
    });
  });

  test('an engine that dies in the middle of many answers lets none of them wait', async () => {
    engine.misbehaves.set('/containers', misbehaviours.halfAnAnswerThenNothing);
    const calls = Array.from({ length: 20 }, () => failureOf(docker.list()));
    await eventually(() => expect(engine.requests).toHaveLength(20));
    await engine.stop();
    const kinds = (await Promise.all(calls)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['protocol']));
    engine = await TestEngine.listen(engine.path);
  });

  test('closing ends what is under way', async () => {
    engine.misbehaves.set('/version', misbehaviours.hangs);
    const call = failureOf(docker.version());
    await eventually(() => expect(engine.requests).toHaveLength(1));
    docker.close();
    expect(await call).toMatchObject({ kind: 'protocol' });
    expect(await failureOf(docker.ping())).toMatchObject({ kind: 'absent' });
  });
});

describe('an engine that cannot be reached', () => {
  const ping = (path: string) =>
    failureOf(createDockerFacade({ kind: 'unix', path }, DEADLINES).ping());

  test('no such socket', async () => {
    expect(await ping(join(folder, 'none.sock'))).toMatchObject({
      kind: 'absent',
      message: 'no such socket (ENOENT)',
    });
  });

  test('a file that is no socket', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await ping(join(folder, 'file'))).toMatchObject({ kind: 'absent' });
  });

  test('a path that no socket can have', async () => {
    expect(await ping(`/${'x'.repeat(200)}`)).toMatchObject({ name: 'EngineError' });
  });

  test('nobody listens on the port', async () => {
    const tcp = createDockerFacade({ kind: 'tcp', host: '127.0.0.1', port: 1 }, DEADLINES);
    expect(await failureOf(tcp.ping())).toMatchObject({ kind: 'absent' });
  });

  test('a socket that we may not write to', async () => {
    chmodSync(folder, 0o755);
    chmodSync(engine.path, 0);
    const restore = asOrdinaryUser();
    try {
      expect(await ping(engine.path)).toMatchObject({
        kind: 'denied',
        message: 'permission denied (EACCES)',
      });
    } finally {
      restore();
    }
  });
});

/** Root may write to anything: for such a test it must be somebody else for a moment. */
function asOrdinaryUser(): () => void {
  if (process.geteuid?.() !== 0) return () => undefined;
  process.seteuid?.(65534);
  return () => process.seteuid?.(0);
}

describe('events', () => {
  test('split anywhere, with what is no event in between', async () => {
    const events: ContainerEvent[] = [];
    const stream = await docker.events((event) => events.push(event), IGNORED);
    const line = '{"Type":"container","Action":"start","Actor":{"ID":"ä1"},"timeNano":7}\n';
    const middle = Math.floor(line.length / 2);
    engine.send(line.slice(0, middle));
    engine.send(`${line.slice(middle)}no event\n\n`);
    engine.send(`{"Type":"image","Action":"tag","Actor":{"ID":"i"}}\n${line}{"half":`);
    await eventually(() => expect(events).toHaveLength(2));
    expect(events[1]).toEqual({ id: 'ä1', action: 'start', timeNano: 7 });
    expect(stream.ignored()).toBe(1);
    stream.close();
    await stream.closed;
  });

  test('the stream outlives the deadline for calls, and closes when the engine dies', async () => {
    docker = impatient();
    const stream = await docker.events(IGNORED, IGNORED);
    let closed = false;
    void stream.closed.then(() => (closed = true));
    engine.misbehaves.set('/version', misbehaviours.hangs);
    expect(await failureOf(docker.version())).toMatchObject({ kind: 'hanging' });
    expect(closed).toBe(false);
    await engine.stop();
    await stream.closed;
    engine = await TestEngine.listen(engine.path);
  });

  test('closing the facade closes the stream', async () => {
    const stream = await docker.events(IGNORED, IGNORED);
    docker.close();
    await expect(stream.closed).resolves.toBeUndefined();
  });
});
