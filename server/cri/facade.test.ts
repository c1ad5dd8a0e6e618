import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { UnixAddress } from '../engine/endpoint';
import { EngineError } from '../engine/engine-error';
import type { EngineFacade } from '../engine/engine-facade';
import { TestRuntime, type Answer } from '../grpc/test-runtime';
import { CALLS, type Call } from './calls';
import { createCriFacade } from './facade';
import { CRI } from './protos';

/* The facade at the end of a line at which what a runtime would be answers. */

const SANDBOX = {
  id: 'pod',
  metadata: { name: 'till-0' },
  created_at: 5e9,
  runtime_handler: 'kata',
};
const CONTAINER = {
  ...{ id: 'c1', pod_sandbox_id: 'pod', metadata: { name: 'till' }, image: { image: 'sha256:1' } },
  ...{ state: 1, labels: { 'io.kubernetes.pod.name': 'till-0' } },
};
const info = (told: object) => ({ info: JSON.stringify(told) });
const WHOLE: Record<Call, Answer> = {
  version: { runtime_name: 'cri-o', runtime_version: '1.31.0' },
  sandboxes: { items: [SANDBOX] },
  containers: { containers: [CONTAINER] },
  sandbox: { info: info({ pid: 5, image: 'pause:3' }) },
  container: {
    status: { started_at: 6e9, image: { image: 'registry/till:1' } },
    info: info({ pid: 7, runtimeSpec: { process: { args: ['httpd'] } } }),
  },
};
const paths = (...calls: Call[]) => calls.map((call) => CALLS[call][0]);

/** Milliseconds that a call may take: of what answers, and of what does not. */
const [PATIENCE, IMPATIENCE] = [10_000, 150];
const addressIn = (folder: string, name = 'r.sock'): UnixAddress => ({
  kind: 'unix',
  path: join(folder, name),
});

let folder: string;
let runtime: TestRuntime<Call>;
let facade: EngineFacade;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  runtime = new TestRuntime(CALLS, CRI, { ...WHOLE });
  await runtime.listen(addressIn(folder).path);
  facade = createCriFacade(addressIn(folder), PATIENCE);
});
afterEach(() => {
  facade.close();
  runtime.close();
  rmSync(folder, { recursive: true });
});

const failureOf = async (asking: Promise<unknown>): Promise<EngineError> => {
  const error: unknown = await asking.then(
    (value) => expect.fail(`answered ${JSON.stringify(value)}`),
    (cause: unknown) => cause,
  );
  return error instanceof EngineError ? error : expect.fail(String(error));
};

it('asks what reads and nothing else', async () => {
  await facade.ping();
  await facade.list();
  for (const id of ['pod', 'c1']) await facade.inspect(id);
  expect(await facade.info()).toBeNull();
  expect(facade.events).toBeNull();
  const all = Object.values(CALLS).map(([path]) => path);
  expect(new Set(runtime.asked)).toEqual(new Set(all));
  expect(all.filter((path) => !/\/(Version|List\w+|\w+Status)$/.test(path))).toEqual([]);
  expect(runtime.questions.slice(-2)).toEqual([
    { pod_sandbox_id: 'pod', verbose: true },
    { container_id: 'c1', verbose: true },
  ]);
});

it('tells what holds a pod, and of what is in it what it is told', async () => {
  expect(await facade.list()).toEqual([
    {
      id: 'pod',
      name: 'till-0',
      image: '',
      state: 'running',
      labels: {},
      role: 'pause',
      imageId: null,
    },
    {
      ...{ id: 'c1', name: 'till', image: 'sha256:1', state: 'running', role: null, imageId: null },
      labels: CONTAINER.labels,
    },
  ]);
  expect(await facade.inspect('pod')).toMatchObject({ role: 'pause', pid: 5, image: 'pause:3' });
  expect(await facade.inspect('c1')).toMatchObject({
    ...{ pid: 7, image: 'registry/till:1', command: ['httpd'], runtime: 'kata' },
    startedAt: '1970-01-01T00:00:06.000Z',
  });
});

it.each([
  ['cri-o', 'cri-o'],
  ['containerd', 'containerd'],
  ['another', 'cri-o'],
])('what calls itself %s is a %s', async (runtime_name, kind) => {
  runtime.answers.version = { runtime_name, runtime_version: '1.2' };
  expect(await facade.version()).toMatchObject({ kind, version: '1.2' });
});

describe('what it asks about again', () => {
  const statuses = () => runtime.asked.filter((path) => path.endsWith('Status'));

  it('nothing, as long as the list tells the same state', async () => {
    await facade.list();
    const first = await facade.inspect('c1');
    await facade.list();
    expect(await facade.inspect('c1')).toBe(first);
    expect(statuses()).toEqual(paths('container'));
  });

  it('what is in another state', async () => {
    await facade.list();
    await facade.inspect('c1');
    runtime.answers.containers = { containers: [{ ...CONTAINER, state: 2 }] };
    await facade.list();
    expect(await facade.inspect('c1')).toMatchObject({ state: 'exited', pid: 0, exitCode: 0 });
    expect(statuses()).toEqual(paths('container', 'container'));
  });

  it('nothing that is not listed any more', async () => {
    await facade.list();
    await facade.inspect('c1');
    runtime.answers.containers = { containers: [] };
    await facade.list();
    expect(await facade.inspect('c1')).toBeNull();
    expect(statuses()).toEqual(paths('container'));
  });
});

describe('what it cannot tell', () => {
  it('a container that nobody told of, one that is gone by now', async () => {
    expect(await facade.inspect('c1')).toBeNull();
    await facade.list();
    runtime.answers.container = 'missing';
    expect(await facade.inspect('c1')).toBeNull();
  });

  it('one that could not be asked about: it is asked again', async () => {
    await facade.list();
    runtime.answers.container = 'refused';
    expect((await failureOf(facade.inspect('c1'))).refused).toBe(true);
    runtime.answers.container = WHOLE.container;
    expect(await facade.inspect('c1')).toMatchObject({ pid: 7 });
  });

  it.each<[string, Answer, string]>([
    ['it hangs', 'hangs', 'hanging'],
    ['it may not be asked', 'refused', 'http'],
    ['its answer is none', 'odd', 'protocol'],
    ['its answer is another’s', { containers: [{ labels: { a: 'b' } }] }, 'protocol'],
  ])('%s', async (_, answer, kind) => {
    runtime.answers.containers = answer;
    if (answer === 'hangs') {
      facade.close();
      facade = createCriFacade(addressIn(folder), IMPATIENCE);
    }
    expect((await failureOf(facade.list())).kind).toBe(kind);
  });

  it('nobody listens', async () => {
    const nobody = createCriFacade(addressIn(folder, 'none.sock'), PATIENCE);
    const { kind } = await failureOf(nobody.ping());
    nobody.close();
    expect(kind).toBe('absent');
  });
});
