import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestEngine } from '../../docker/test-engine';
import { createReaderEngine, type ReaderEngine, type ReaderId } from './engine';
import { containerBody } from './spec';

const ID = 'c'.repeat(64);
const READER = { Id: ID, State: 'running', Labels: { 'nsview.role': 'reader' } };
const BODY = containerBody({
  ...{ name: 'n', image: 'i', command: ['node'], mounts: [], owner: 'o' },
  enters: false,
});

let folder: string;
let daemon: TestEngine;
let engine: ReaderEngine;
let id: ReaderId;

const says =
  (body: unknown, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-'));
  daemon = await TestEngine.listen(join(folder, 'd.sock'));
  engine = createReaderEngine({ kind: 'unix', path: daemon.path });
  const answers: [string, ReturnType<typeof says>][] = [
    ['/info', says({ OperatingSystem: 'Debian', SecurityOptions: ['name=rootless'] })],
    ['/images/json', says([{ RepoTags: ['node:22', 'node:latest'] }, { RepoTags: null }])],
    ['/images/create', says('{"status":"1"}\n{"status":"sha256:1"}\n')],
    ['/images/', says([])],
    ['/containers/json', says([READER, { ...READER, Labels: {} }])],
    ['/containers/create', says({ Id: ID, Warnings: [] }, 201)],
    [`/containers/${ID}/start`, says('', 204)],
    [`/containers/${ID}/wait`, says({ StatusCode: 0 })],
    [`/containers/${ID}/attach`, says({ message: 'no such container' }, 404)],
    [`/containers/${ID}`, says('', 204)],
  ];
  for (const [path, answer] of answers) daemon.misbehaves.set(path, answer);
  id = await engine.create('nsview-reader-00', BODY);
  daemon.requests.length = 0;
});

afterEach(async () => {
  await daemon.stop();
  rmSync(folder, { recursive: true });
});

/** All that can be asked for, and all that is sent for it. */
const CALLS: Record<keyof ReaderEngine, [(engine: ReaderEngine) => Promise<unknown>, string[]]> = {
  info: [(e) => e.info(), ['GET /info']],
  imageTags: [(e) => e.imageTags(), ['GET /images/json']],
  readers: [
    (e) => e.readers(),
    ['GET /containers/json?all=true&filters=%7B%22label%22%3A%5B%22nsview.role%3Dreader%22%5D%7D'],
  ],
  importEmpty: [
    (e) => e.importEmpty('nsview-reader:empty'),
    [
      'POST /images/create?fromSrc=-&repo=nsview-reader&tag=empty&changes=LABEL+nsview.role%3Dreader',
    ],
  ],
  create: [
    (e) => e.create('nsview-reader-00', BODY),
    ['POST /containers/create?name=nsview-reader-00'],
  ],
  attach: [
    (e) => e.attach(id).catch(() => null),
    [`POST /containers/${ID}/attach?stream=true&stdin=true&stdout=true&stderr=true`],
  ],
  start: [(e) => e.start(id), [`POST /containers/${ID}/start`]],
  gone: [(e) => e.gone(id), [`POST /containers/${ID}/wait?condition=removed`]],
  remove: [
    (e) => e.remove(id),
    [`DELETE /containers/${ID}?force=true&v=true`, `POST /containers/${ID}/wait?condition=removed`],
  ],
  removeImage: [
    (e) => e.removeImage('nsview-reader:empty'),
    ['DELETE /images/nsview-reader%3Aempty'],
  ],
};

describe('the calls that change something in Docker', () => {
  it('are these', () => {
    expect(Object.keys(engine).sort()).toEqual(Object.keys(CALLS).sort());
  });

  it.each(Object.entries(CALLS))('%s', async (_, [call, sent]) => {
    await call(engine);
    expect(daemon.requests).toEqual(sent);
  });

  it('only reach what carries our label', async () => {
    expect(await engine.readers()).toEqual([{ id: ID, state: 'running', labels: READER.Labels }]);
  });
});

describe('what the engine says', () => {
  it('of itself and of its images', async () => {
    expect(await engine.info()).toMatchObject({ operatingSystem: 'Debian', rootless: true });
    expect(await engine.imageTags()).toEqual(['node:22', 'node:latest']);
  });

  it.each([
    ['gone already', 404],
    ['being removed already', 409],
  ])('%s is as good as removed', async (_, status) => {
    daemon.misbehaves.set(`/containers/${ID}`, says({ message: 'no' }, status));
    daemon.misbehaves.set('/images/', says({ message: 'no' }, status));
    await expect(engine.remove(id)).resolves.toBeUndefined();
    await expect(engine.removeImage('nsview-reader:empty')).resolves.toBeUndefined();
  });

  it('is handed on when it refuses', async () => {
    daemon.misbehaves.set('/containers/create', says({ message: 'bind source path' }, 400));
    await expect(engine.create('n', BODY)).rejects.toMatchObject({
      kind: 'http',
      status: 400,
      message: 'bind source path',
    });
  });

  it('an import that fails says so after a good beginning', async () => {
    const failing = '{"status":"1"}\n{"error":"no space left"}\n';
    daemon.misbehaves.set('/images/create', says(failing));
    await expect(engine.importEmpty('a:b')).rejects.toThrow('no space left');
  });

  it.each([
    ['no JSON', '<html>'],
    ['no list', '{}'],
    ['an id that leads elsewhere', '[{"Id":"../../images"}]'],
  ])('%s is not taken', async (_, body) => {
    daemon.misbehaves.set('/containers/json', says(body));
    await expect(engine.readers()).rejects.toMatchObject({ kind: 'protocol' });
  });

  it('nothing at all: the daemon is not there', async () => {
    const nobody = createReaderEngine({ kind: 'unix', path: join(folder, 'none.sock') });
    await expect(nobody.info()).rejects.toMatchObject({ kind: 'absent' });
    await expect(nobody.attach(id)).rejects.toMatchObject({ kind: 'absent' });
  });
});
