import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Server,
  ServerCredentials,
  status,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ContainerEvent } from '@lib/docker/reading';
import { EngineError } from '../engine/engine-error';
import type { EngineFacade } from '../engine/engine-facade';
import { CALLS, type Call } from './calls';
import { createContainerdFacade } from './facade';
import { decode, encode } from './protos';

/* The facade at the end of a line at which what would be containerd's is answered. */

type Answer = { [field: string]: unknown } | 'hangs' | 'missing' | 'refused' | 'odd';

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
};
const PROCESS = { container_id: 'web', pid: 7, status: 2, exit_status: 0 };
const WHOLE: Record<Call, Answer> = {
  version: { version: '1.6.20' },
  namespaces: { namespaces: [{ name: 'x' }, { name: 'moby' }] },
  containers: { containers: [CONTAINER] },
  container: { container: CONTAINER },
  tasks: { tasks: [PROCESS] },
  task: { process: PROCESS },
  events: {
    ...{ namespace: 'x', topic: '/tasks/start', timestamp: { seconds: 5, nanos: 7 } },
    event: { value: encode('Subject', { id: 'web' }) },
  },
};

let folder: string;
let server: Server;
let facade: EngineFacade;
let answers: Record<Call, Answer>;
let asked: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  [answers, asked] = [{ ...WHOLE }, []];
  server = new Server();
  for (const call of Object.keys(CALLS)) if (isCall(call)) serve(call);
  const socket = join(folder, 'c.sock');
  await new Promise<void>((resolve, reject) =>
    server.bindAsync(`unix://${socket}`, ServerCredentials.createInsecure(), (error) =>
      error === null ? resolve() : reject(error),
    ),
  );
  facade = createContainerdFacade({ kind: 'unix', path: socket }, 400);
});
afterEach(() => {
  facade.close();
  server.forceShutdown();
  rmSync(folder, { recursive: true });
});

function isCall(name: string): name is Call {
  return Object.hasOwn(CALLS, name);
}

function serve(call: Call): void {
  const [path, question, answer] = CALLS[call];
  const definition: ServiceDefinition = {
    [call]: {
      path: `/${path}`,
      requestStream: false,
      responseStream: call === 'events',
      requestSerialize: (value: Record<string, unknown>) => encode(question, value),
      requestDeserialize: (bytes) => decode(question, bytes),
      responseSerialize: (value: Exclude<Answer, string> | Uint8Array) =>
        value instanceof Uint8Array ? Buffer.from(value) : encode(answer, value),
      responseDeserialize: (bytes) => decode(answer, bytes),
    },
  };
  const unary: handleUnaryCall<unknown, unknown> = ({ metadata }, done) => {
    asked.push([path, ...metadata.get('containerd-namespace')].join(' '));
    const told = answers[call];
    if (told === 'missing') done({ code: status.NOT_FOUND, details: 'no such thing' });
    else if (told === 'refused') done({ code: status.PERMISSION_DENIED, details: 'not for you' });
    else if (told === 'odd') done(null, Buffer.from([0xff, 0xff]));
    else if (told !== 'hangs') done(null, told);
  };
  const streamed: handleServerStreamingCall<unknown, unknown> = (stream) => {
    asked.push(path);
    if (answers[call] !== 'refused') stream.write(answers[call]);
    else stream.emit('error', { code: status.PERMISSION_DENIED, details: 'not for you' });
  };
  server.addService(definition, { [call]: call === 'events' ? streamed : unary });
}

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
  const stream = await facade.events(
    (event) => events.push(event),
    () => undefined,
  );
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
  await facade.events(
    () => undefined,
    () => undefined,
  );
  expect(asked[0]).toBe(CALLS.events[0]);
});

it('tells of a container what it and its task tell', async () => {
  const [listed] = await facade.list();
  expect(listed).toEqual({
    ...{ id: 'x/web', name: 'web', image: 'busybox', state: 'running' },
    ...{ labels: { a: 'b' }, imageId: null },
  });
  expect(await facade.inspect('x/web')).toMatchObject({
    ...{ id: 'x/web', within: 'x', pid: 7, command: ['httpd'], cgroup: '/x/web' },
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
    expect((await failureOf(facade.list())).kind).toBe(kind);
  });

  it('it may not be listened to', async () => {
    answers.events = 'refused';
    const told = facade.events(
      () => undefined,
      () => undefined,
    );
    expect(await failureOf(told)).toMatchObject({ kind: 'http', refused: true });
  });

  it('nobody listens', async () => {
    const nobody = createContainerdFacade({ kind: 'unix', path: join(folder, 'none.sock') }, 400);
    const { kind } = await failureOf(nobody.ping());
    nobody.close();
    expect(kind).toBe('absent');
  });

  it('what it knows of the machine: nothing, as it has no such call', async () => {
    expect(await facade.info()).toBeNull();
  });
});
