import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { parseInfo } from '@lib/docker/info';
import type { EngineInfo } from '@lib/docker/reading';
import { EngineError, toEngineError } from '../../engine/engine-error';
import type { Address } from '../../engine/endpoint';
import { ROLE, ROLE_LABEL, type ContainerBody } from './spec';

/** Milliseconds until a call must have been answered. */
const QUICK = 5000;
/** The same for what makes the engine work. */
const PATIENT = 30_000;
const MAX_ANSWER = 16 * 1024 * 1024;

/** An archive without files: two blocks of zeros, tar(5). */
const EMPTY_TAR = Buffer.alloc(1024);

/** A container of ours: made here, or listed with our label. */
export type ReaderId = z.infer<typeof readerIdSchema>;
const readerIdSchema = z
  .string()
  .regex(/^[0-9a-f]{12,64}$/)
  .brand<'ReaderId'>();

/** A reader that is there, perhaps of another server. */
export interface ListedReader {
  id: ReaderId;
  state: string;
  labels: Record<string, string>;
}

const imagesSchema = z.array(z.object({ RepoTags: z.array(z.string()).nullish() }));
const createdSchema = z.object({ Id: readerIdSchema });
const listSchema = z.array(
  z.object({
    Id: readerIdSchema,
    State: z.string().catch(''),
    Labels: z.record(z.string(), z.string()).nullish(),
  }),
);
const importedSchema = z.object({ status: z.string() });

/**
 * What starting and removing a reader asks of Docker: these calls and no other, each of them settles.
 * Rejects with EngineError. Only `importEmpty`, `create`, `start`, `remove` and `removeImage` change
 * anything.
 */
export interface ReaderEngine {
  info: () => Promise<EngineInfo>;
  /** The tags of the images that are there. */
  imageTags: () => Promise<string[]>;
  /** All readers, running or not. */
  readers: () => Promise<ListedReader[]>;
  /** Makes an image without files. */
  importEmpty: (tag: string) => Promise<void>;
  create: (name: string, body: ContainerBody) => Promise<ReaderId>;
  /** Standard input, and the frames of standard output and standard error, of one that will start. */
  attach: (id: ReaderId) => Promise<Duplex>;
  start: (id: ReaderId) => Promise<void>;
  /** Resolves when it is gone, or the engine says that it has never been. */
  gone: (id: ReaderId) => Promise<void>;
  /** Also while it runs. Resolves when it is gone. */
  remove: (id: ReaderId) => Promise<void>;
  /** Only where no container is made of it. */
  removeImage: (tag: string) => Promise<void>;
}

interface Call {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: { type: string; bytes: Buffer | string };
  deadline?: number;
}

export function createReaderEngine(address: Address): ReaderEngine {
  const call = (what: Call) => send(address, what);
  const get = async <T>(what: Call, schema: z.ZodType<T>): Promise<T> =>
    read(await call(what), schema, what.path);
  return {
    async info() {
      const info = parseInfo(await get({ method: 'GET', path: '/info' }, z.unknown()));
      if (info === null) throw new EngineError('protocol', 'the answer to /info is not Docker’s');
      return info;
    },
    async imageTags() {
      const images = await get({ method: 'GET', path: '/images/json' }, imagesSchema);
      return images.flatMap(({ RepoTags }) => RepoTags ?? []);
    },
    async readers() {
      const filters = JSON.stringify({ label: [`${ROLE_LABEL}=${ROLE}`] });
      const query = { all: 'true', filters };
      const listed = await get({ method: 'GET', path: '/containers/json', query }, listSchema);
      return listed
        .map(({ Id, State, Labels }) => ({ id: Id, state: State, labels: Labels ?? {} }))
        .filter(({ labels }) => labels[ROLE_LABEL] === ROLE);
    },
    async importEmpty(tag) {
      const [repo = '', name = ''] = tag.split(':');
      const query = { fromSrc: '-', repo, tag: name, changes: `LABEL ${ROLE_LABEL}=${ROLE}` };
      const body = { type: 'application/x-tar', bytes: EMPTY_TAR };
      const path = '/images/create';
      const said = await call({ method: 'POST', path, query, body, deadline: PATIENT });
      // It answers 200 and then tells how it went.
      read(said.trim().split('\n').at(-1) ?? '', importedSchema, path);
    },
    async create(name, container) {
      const body = { type: 'application/json', bytes: JSON.stringify(container) };
      const path = '/containers/create';
      const what: Call = { method: 'POST', path, query: { name }, body, deadline: PATIENT };
      return (await get(what, createdSchema)).Id;
    },
    attach: (id) => attach(address, id),
    async start(id) {
      await call({ method: 'POST', path: `/containers/${id}/start`, deadline: PATIENT });
    },
    async gone(id) {
      const query = { condition: 'removed' };
      const path = `/containers/${id}/wait`;
      await unlessStatus([404], call({ method: 'POST', path, query, deadline: PATIENT }));
    },
    async remove(id) {
      const query = { force: 'true', v: 'true' };
      const path = `/containers/${id}`;
      const removal = call({ method: 'DELETE', path, query, deadline: PATIENT });
      // 409: the engine is removing it already, as it was told to when the container was made.
      await unlessStatus([404, 409], removal);
      await this.gone(id);
    },
    async removeImage(tag) {
      const path = `/images/${encodeURIComponent(tag)}`;
      await unlessStatus([404, 409], call({ method: 'DELETE', path }));
    },
  };
}

async function unlessStatus(expected: readonly number[], call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    const known = error instanceof EngineError && expected.includes(error.status ?? 0);
    if (!known) throw error;
  }
}

function read<T>(text: string, schema: z.ZodType<T>, path: string): T {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new EngineError('protocol', `the answer to ${path} is not Docker’s: ${text.slice(0, 200)}`);
}

/** @returns the body of an answer that tells of success */
function send(address: Address, { deadline = QUICK, ...call }: Call): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = open(address, call, deadline, reject);
    sent.on('response', (response) => {
      readBody(response, deadline).then((body) => {
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(body);
        else reject(refusal(status, body));
      }, reject);
    });
    sent.end(call.body?.bytes);
  });
}

/** The connection itself, once the engine has let go of HTTP on it. */
function attach(address: Address, id: ReaderId): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const query = { stream: 'true', stdin: 'true', stdout: 'true', stderr: 'true' };
    const path = `/containers/${id}/attach`;
    const sent = open(address, { method: 'POST', path, query }, QUICK, reject);
    sent.setHeader('Connection', 'Upgrade');
    sent.setHeader('Upgrade', 'tcp');
    sent.on('upgrade', (_response, stream, head) => {
      stream.setTimeout(0);
      if (head.length > 0) stream.unshift(head);
      resolve(stream);
    });
    sent.on('response', (response) => {
      readBody(response, QUICK).then(
        (body) => reject(refusal(response.statusCode ?? 0, body)),
        reject,
      );
    });
    sent.end();
  });
}

function open(
  address: Address,
  { method, path, query = {}, body }: Call,
  deadline: number,
  fail: (error: EngineError) => void,
): ClientRequest {
  const search = new URLSearchParams(query).toString();
  const sent = request({
    ...(address.kind === 'unix'
      ? { socketPath: address.path }
      : { host: address.host, port: address.port }),
    method,
    path: search === '' ? path : `${path}?${search}`,
    headers:
      body === undefined
        ? {}
        : { 'Content-Type': body.type, 'Content-Length': Buffer.byteLength(body.bytes) },
    agent: false,
  });
  sent.setTimeout(deadline, () => {
    fail(new EngineError('hanging', `no answer within ${String(deadline)} ms`));
    sent.destroy();
  });
  sent.on('error', (error) => fail(toEngineError(error)));
  sent.on('close', () => {
    fail(new EngineError('protocol', 'the connection was closed before an answer'));
  });
  return sent;
}

function readBody(response: IncomingMessage, deadline: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = '';
    const give = (message: string) => {
      reject(new EngineError('protocol', message));
      response.destroy();
    };
    const timer = setTimeout(() => give(`no whole answer within ${String(deadline)} ms`), deadline);
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      body += chunk;
      if (body.length > MAX_ANSWER) give('an answer without end');
    });
    response.on('error', (error) => reject(toEngineError(error)));
    response.on('close', () => {
      clearTimeout(timer);
      reject(new EngineError('protocol', 'the connection was closed in the middle of an answer'));
    });
    response.on('end', () => resolve(body));
  });
}

const messageSchema = z.object({ message: z.string() });

/** Docker's errors are `{"message": "…"}`. */
function refusal(status: number, body: string): EngineError {
  let said = body.trim();
  try {
    const parsed = messageSchema.safeParse(JSON.parse(body));
    if (parsed.success) said = parsed.data.message;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return new EngineError('http', said.slice(0, 500) || `HTTP ${String(status)}`, status);
}
