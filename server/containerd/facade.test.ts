import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContainerEvent } from '@lib/docker/reading';
import type { UnixAddress } from '../engine/endpoint';
import { ContainerTable } from '../engine/container-table';
import { EngineError } from '../engine/engine-error';
import type { Message } from '../grpc/messages';
import { TestRuntime, type Answer } from '../grpc/test-runtime';
import { CALLS, type Call } from './calls';
import { createContainerdFacade } from './facade';
import { CONTAINERD } from './protos';

/* The facade at the end of a line at which what would be containerd's is answered. */

const spec = (value: unknown) => ({
  type_url: 'types.containerd.io/opencontainers/runtime-spec/1/Spec',
  value: Buffer.from(JSON.stringify(value)),
});
const CONTAINER = {
  id: 'web',
  labels: { a: 'b' },
  image: 'busybox',
  runtime: { name: 'io.containerd.runc.v2' },
  spec: spec({ process: { args: ['httpd'] }, linux: { cgroupsPath: '/x/web', namespaces: [] } }),
  updated_at: { seconds: 3, nanos: 1 },
};
const PROCESS = { id: 'web', pid: 7, status: 2, exit_status: 0 };
const EVENT = {
  ...{ namespace: 'x', topic: '/tasks/start', timestamp: { seconds: 5, nanos: 7 } },
  event: { value: CONTAINERD.encode('Subject', { id: 'web' }) },
};
const WHOLE: Record<Call, Answer> = {
  version: { version: '1.6.20' },
  namespaces: { namespaces: [{ name: 'x' }, { name: 'moby' }] },
  containers: { containers: [CONTAINER] },
  container: { container: CONTAINER },
  tasks: { tasks: [PROCESS] },
  task: { process: PROCESS },
  events: EVENT,
};

/** Milliseconds that a call may take: of what answers, and of what does not. */
const [PATIENCE, IMPATIENCE] = [10_000, 150];
const addressIn = (folder: string, name = 'c.sock'): UnixAddress => ({
  kind: 'unix',
  path: join(folder, name),
});

let folder: string;
let runtime: TestRuntime<Call>;
let facade: ReturnType<typeof createContainerdFacade>;
let answers: Record<Call, Answer>;
let asked: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  const options = { streamed: 'events', header: 'containerd-namespace' } as const;
  runtime = new TestRuntime<Call>(CALLS, CONTAINERD, { ...WHOLE }, options);
  ({ answers, asked } = runtime);
  await runtime.listen(addressIn(folder).path);
  facade = createContainerdFacade(addressIn(folder), { deadline: PATIENCE });
});
afterEach(() => {
  facade.close();
  runtime.close();
  rmSync(folder, { recursive: true });
});

const ignored = [() => undefined, () => undefined] as const;
const failureOf = async (asking: Promise<unknown>): Promise<EngineError> => {
  const error: unknown = await asking.then(
    (value) => expect.fail(`answered ${JSON.stringify(value)}`),
    (cause: unknown) => cause,
  );
  return error instanceof EngineError ? error : expect.fail(String(error));
};

it('asks what reads and nothing else, and nothing in the namespace that is Docker’s', async () => {
  const events: ContainerEvent[] = [];
  await facade.ping();
  const stream = await facade.events((event) => events.push(event), ignored[1]);
  await facade.list();
  await facade.inspect('x/web');
  await expect
    .poll(() => events)
    .toEqual([{ id: 'x/web', action: 'tasks-start', timeNano: 5_000_000_007 }]);
  stream.close();
  await stream.closed;
  const paths = Object.values(CALLS).map(([path]) => path);
  expect(new Set(asked.map((each) => each.split(' ')[0]))).toEqual(new Set(paths));
  expect(paths.filter((path) => !/\/(List|Get|Version|Subscribe)$/.test(path))).toEqual([]);
  expect(asked.filter((each) => each.includes(' ') && !each.endsWith(' x'))).toEqual([]);
});

it('listens when it says that it does: what is listed afterwards misses nothing that happens', async () => {
  await facade.events(...ignored);
  expect(asked[0]).toBe(CALLS.events[0]);
});

it('says of an event that nobody can read that there was one, and goes on', async () => {
  answers.events = { ...EVENT, event: { value: Buffer.from([0x0a, 0xff]) } };
  let unread = 0;
  const onEvent = () => expect.fail('told');
  const { close, closed } = await facade.events(onEvent, () => (unread += 1));
  await expect.poll(() => unread).toBe(1);
  expect(await facade.list()).toHaveLength(1);
  close();
  await closed;
});

it('does not go on to listen where nobody answers to it', async () => {
  answers.version = 'refused';
  expect(await failureOf(facade.events(...ignored))).toMatchObject({ kind: 'http' });
  await expect.poll(() => runtime.cancelled).toContain(CALLS.events[0]);
});

it('tells of a container what it and its task tell', async () => {
  const [listed] = await facade.list();
  const told = await facade.inspect('x/web');
  expect(told).toMatchObject({
    ...{ id: 'x/web', within: 'x', pid: 7, command: ['httpd'], cgroup: '/x/web' },
  });
  expect(listed).toEqual({
    ...{ id: 'x/web', name: 'web', image: 'busybox', state: 'running' },
    ...{ labels: { a: 'b' }, within: 'x', role: null, imageId: null, reading: told },
  });
});

describe('what was read before', () => {
  const OTHER = { ...CONTAINER, spec: spec({ process: { args: ['sh'] } }) };
  const readings = async () => (await facade.list()).map(({ reading }) => reading);

  it('stands as long as nothing has changed', async () => {
    const [first] = await readings();
    expect(await readings()).toEqual([first]);
    expect((await readings())[0]).toBe(first);
    expect(await facade.inspect('x/web')).toBe(first);
  });

  it.each<[string, Partial<Record<Call, Answer>>, object]>([
    [
      'it was updated',
      { containers: { containers: [{ ...OTHER, updated_at: { seconds: 3, nanos: 2 } }] } },
      { command: ['sh'], pid: 7 },
    ],
    [
      'another process runs',
      { tasks: { tasks: [{ ...PROCESS, pid: 8 }] } },
      { command: ['httpd'], pid: 8 },
    ],
    [
      'it has ended',
      { tasks: { tasks: [{ ...PROCESS, status: 3, exit_status: 2 }] } },
      { state: 'exited', exitCode: 2 },
    ],
  ])('is read again: %s', async (_, changes, expected) => {
    await readings();
    Object.assign(answers, changes);
    expect(await readings()).toMatchObject([expected]);
  });

  it('is read again where it is not told when it was updated', async () => {
    answers.containers = { containers: [{ ...CONTAINER, updated_at: null }] };
    await readings();
    answers.containers = { containers: [{ ...OTHER, updated_at: null }] };
    expect(await readings()).toMatchObject([{ command: ['sh'] }]);
  });

  it('is forgotten with its container', async () => {
    const [first] = await readings();
    answers.containers = { containers: [] };
    expect(await readings()).toEqual([]);
    answers.containers = { containers: [CONTAINER] };
    const [again] = await readings();
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });
});

describe('where a container is', () => {
  it('is forgotten with the container', async () => {
    await facade.list();
    answers.containers = { containers: [] };
    await facade.list();
    expect(await facade.inspect('x/web')).toBeNull();
    expect(asked).not.toContain(`${CALLS.container[0]} x`);
  });

  it('is known of one that an event told of while a list was under way that does not have it', async () => {
    let answer: (message: Message) => void = () => expect.fail('nobody was asked');
    answers.containers = new Promise((resolve) => (answer = resolve));
    const list = facade.list();
    const events: ContainerEvent[] = [];
    const stream = await facade.events((event) => events.push(event), ignored[1]);
    await expect.poll(() => events).toHaveLength(1);
    answer({ containers: [] });
    expect(await list).toEqual([]);
    expect(await facade.inspect('x/web')).toMatchObject({ state: 'running', pid: 7 });
    stream.close();
    await stream.closed;
  });
});

describe('a task that the list does not tell of, for its shim may not have answered', () => {
  const NONE = { tasks: [] };
  const UNKNOWN = { ...PROCESS, pid: 0, status: 0 };
  const GET = `${CALLS.task[0]} x`;
  const listed = async () => {
    const all = await facade.list();
    return all.map(({ state, reading }) => [state, reading?.state]);
  };

  it.each<[string, Answer, Answer]>([
    ['it is left out, and asked for not to be had', NONE, 'unavailable'],
    ['it is left out, and asked for of no state', NONE, { process: UNKNOWN }],
    ['it is of no state, and asked for as well', { tasks: [UNKNOWN] }, { process: UNKNOWN }],
    ['it is of no state, and asked for not to be had', { tasks: [UNKNOWN] }, 'unavailable'],
  ])('is not known to have ended: %s', async (_, tasks, task) => {
    expect(await listed()).toEqual([['running', 'running']]);
    Object.assign(answers, { tasks, task });
    expect(await listed()).toEqual([[null, undefined]]);
    await failureOf(facade.inspect('x/web'));
    expect(await listed()).toEqual([[null, undefined]]);
    answers.task = WHOLE.task;
    expect(await facade.inspect('x/web')).toMatchObject({ state: 'running', pid: 7 });
  });

  it('has ended where there is none when it is asked for, and is not asked for again', async () => {
    await facade.list();
    Object.assign(answers, { tasks: NONE, task: 'missing' });
    expect(await listed()).toEqual([[null, undefined]]);
    expect(await facade.inspect('x/web')).toMatchObject({ state: 'exited', pid: 0 });
    expect(await listed()).toEqual([['exited', 'exited']]);
  });

  it('is in doubt again after it has begun anew, even where nobody could be asked about that', async () => {
    Object.assign(answers, { tasks: NONE, task: 'missing' });
    await facade.list();
    await facade.inspect('x/web');
    answers.task = 'unavailable';
    await failureOf(facade.inspect('x/web'));
    expect(await listed()).toEqual([[null, undefined]]);
  });

  it('is in doubt again after the list has told of one', async () => {
    Object.assign(answers, { tasks: NONE, task: 'missing' });
    await facade.list();
    await facade.inspect('x/web');
    answers.tasks = WHOLE.tasks;
    expect(await listed()).toEqual([['running', 'running']]);
    answers.tasks = NONE;
    expect(await listed()).toEqual([[null, undefined]]);
  });

  it('does not cost what is known of the others where the list waits for it', async () => {
    const containers = ['web', 'db'].map((id) => ({ ...CONTAINER, id }));
    answers.containers = { containers };
    Object.assign(answers, { tasks: 'hangs' });
    const untold = [null, undefined];
    expect(await listed()).toEqual([untold, untold]);
    expect(await facade.inspect('x/db')).toMatchObject({ state: 'running', pid: 7 });
    answers.task = { process: UNKNOWN };
    expect(await failureOf(facade.inspect('x/web'))).toMatchObject({ errno: 'ETIMEDOUT' });
  });

  it('has not ended where the list waits for another, be it that it had no task before', async () => {
    Object.assign(answers, { tasks: NONE, task: 'missing' });
    await facade.list();
    await facade.inspect('x/web');
    expect(await listed()).toEqual([['exited', 'exited']]);
    Object.assign(answers, { tasks: 'hangs', task: WHOLE.task });
    expect(await listed()).toEqual([[null, undefined]]);
    expect(await facade.inspect('x/web')).toMatchObject({ state: 'running', pid: 7 });
  });

  it('is not read anew where nothing of it is another, in doubt or not', async () => {
    await facade.list();
    const before = await facade.inspect('x/web');
    answers.tasks = NONE;
    expect(await listed()).toEqual([[null, undefined]]);
    expect(await facade.inspect('x/web')).toBe(before);
  });

  it.each([
    ['x', null],
    ['k8s.io', 'pause'],
  ])(
    'is a pause container by its labels in Kubernetes’ namespace alone: in %s',
    async (name, role) => {
      const labels = {
        ...{ 'io.cri-containerd.kind': 'sandbox', 'io.kubernetes.pod.name': 'till-0' },
        'io.kubernetes.pod.namespace': 'shop',
      };
      answers.namespaces = { namespaces: [{ name }] };
      answers.containers = { containers: [{ ...CONTAINER, labels }] };
      Object.assign(answers, { tasks: NONE, task: 'unavailable' });
      const table = new ContainerTable(ignored[0], ignored[1]);
      const { inspected } = await table.relist(facade, true);
      await inspected;
      expect(table.all()).toMatchObject([{ within: name, role, unreadable: { state: 'EPROTO' } }]);
    },
  );

  it('is asked for where the list does not tell of it alone', async () => {
    const table = new ContainerTable(ignored[0], ignored[1]);
    const relist = async () => {
      await (
        await table.relist(facade, true)
      ).inspected;
      return table.all().map(({ state, pid }) => `${state} ${pid}`);
    };
    expect(await relist()).toEqual(['running 7']);
    expect(asked).not.toContain(GET);
    Object.assign(answers, { tasks: NONE, task: 'unavailable' });
    expect(await relist()).toEqual(['running 7']);
    answers.task = 'missing';
    expect(await relist()).toEqual(['exited 0']);
    expect(asked.filter((each) => each === GET)).toHaveLength(2);
    expect(await relist()).toEqual(['exited 0']);
    expect(asked.filter((each) => each === GET)).toHaveLength(2);
  });
});

describe('what it cannot tell', () => {
  it('a container that nobody told of, one that is gone, one whose task is gone', async () => {
    expect(await facade.inspect('x/web')).toBeNull();
    await facade.list();
    answers.task = 'missing';
    expect(await facade.inspect('x/web')).toMatchObject({ state: 'exited', pid: 0 });
    answers.container = 'missing';
    expect(await facade.inspect('x/web')).toBeNull();
  });

  it.each<[string, Answer, string]>([
    ['it hangs', 'hangs', 'hanging'],
    ['it may not be asked', 'refused', 'http'],
    ['its answer is none', 'odd', 'protocol'],
    ['its answer is another’s', { containers: [{ labels: { a: 'b' } }] }, 'protocol'],
  ])('%s', async (_, answer, kind) => {
    answers.containers = answer;
    if (answer === 'hangs') {
      facade.close();
      facade = createContainerdFacade(addressIn(folder), { deadline: IMPATIENCE });
    }
    expect((await failureOf(facade.list())).kind).toBe(kind);
  });

  it('it may not be listened to', async () => {
    answers.events = 'refused';
    const told = facade.events(...ignored);
    expect(await failureOf(told)).toMatchObject({ kind: 'http', refused: true });
  });

  it('nobody listens', async () => {
    const nobody = createContainerdFacade(addressIn(folder, 'none.sock'), { deadline: PATIENCE });
    const { kind } = await failureOf(nobody.ping());
    nobody.close();
    expect(kind).toBe('absent');
  });

  it('what it knows of the machine: nothing, as it has no such call', async () => {
    expect(await facade.info()).toBeNull();
  });
});
