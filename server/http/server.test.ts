import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordedShow, Shows } from '../hub/show';
import { createSockets } from '../hub/sockets';
import { Lessons } from '../lessons/lessons';
import { allowedHosts } from '../security/doors';
import { readRecording } from '../source/recording-file';
import { createHttpServer, type HttpParts } from './server';
import { BROKEN_TARGETS, rawGet, sendRaw, WEBSOCKET } from './testing/raw-request';

const RECORDINGS = fileURLToPath(new URL('../../public/recordings', import.meta.url));

/** The server without Next, which would catch what we do not. */
describe('createHttpServer alone', () => {
  const reported: unknown[] = [];
  const asked: (string | undefined)[] = [];
  const ends: (() => Promise<void>)[] = [];
  let port = 0;
  let headers: Record<string, string> = {};

  beforeAll(async () => {
    const report = (error: unknown) => reported.push(error);
    const recording = await readRecording(`${RECORDINGS}/course.jsonl.gz`);
    const main = recordedShow(recording, { name: null, title: 'course', live: false }, report);
    const sockets = createSockets(new Shows(main, RECORDINGS, report), report);
    const pages: HttpParts['pages'] = {
      answer: (request, response) => {
        asked.push(request.url);
        response.end('a page');
        return Promise.resolve();
      },
      handleUpgrade: () => false,
      close: () => Promise.resolve(),
    };
    const allowed = new Set<string>();
    const { server, close } = createHttpServer({
      show: main,
      lessons: new Lessons(null),
      lab: null,
      presentation: null,
      pages,
      handleSocket: sockets.handleUpgrade,
      allowed,
      gate: () => null,
      dev: false,
      report,
    });
    ends.push(async () => {
      close();
      await Promise.all([sockets.close(), main.close()]);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
    for (const name of allowedHosts('127.0.0.1', port, [])) allowed.add(name);
    const host = `127.0.0.1:${String(port)}`;
    headers = { Host: host, Origin: `http://${host}` };
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });
  beforeEach(() => {
    reported.length = 0;
    asked.length = 0;
  });

  const get = (target: string, more: Record<string, string> = {}) =>
    sendRaw(port, rawGet(target, { Connection: 'close', ...headers, ...more }));

  it.each(BROKEN_TARGETS)('%s: 400, as a request and as an upgrade', async (_, target) => {
    expect(await get(target)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await get(target, WEBSOCKET)).toMatch(/^HTTP\/1\.1 400 /);
    // Also from a page elsewhere, and where no name was asked for: before any door.
    expect(await get(target, { Origin: 'http://evil.example' })).toMatch(/^HTTP\/1\.1 400 /);
    expect(await get(target, { ...WEBSOCKET, Host: '' })).toMatch(/^HTTP\/1\.1 400 /);
    expect({ reported, asked }).toEqual({ reported: [], asked: [] });
    expect(await get('/')).toContain('a page');
  });

  it.each([
    ['/?q=%', '/?q=%'],
    ['/?q=a\\b', '/?q=a\\b'],
    ['/a//b', '/a//b'],
    ['/a/%2F', '/a/%2F'],
    ['/a/../b', '/b'],
    ['/?next=//evil.example', '/?next=//evil.example'],
    ['/%E5%91%BD', '/%E5%91%BD'],
  ])('%s is a target, told the pages as it was checked', async (target, checked) => {
    expect(await get(target)).toContain('a page');
    expect(asked).toEqual([checked]);
  });

  it('/metrics: numbers of what is shown, behind the same doors', async () => {
    const answer = await get('/metrics');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('\nnsview_engine_connected{engine="');
    expect(await get('/metrics', { Host: 'evil.example' })).toMatch(/^HTTP\/1\.1 403 /);
    const posted = rawGet('/metrics', { Connection: 'close', ...headers }).replace('GET', 'POST');
    expect(await sendRaw(port, posted)).toMatch(/^HTTP\/1\.1 405 /);
    expect({ reported, asked }).toEqual({ reported: [], asked: [] });
  });

  it('headers too large, or with NUL: refused, and nothing thrown', async () => {
    expect(await get('/', { 'X-Large': 'a'.repeat(200 * 1024) })).toMatch(/^HTTP\/1\.1 431 /);
    expect(await get('/', { 'X-Nul': '\0' })).toMatch(/^HTTP\/1\.1 400 /);
    expect(await get('/', { ...WEBSOCKET, 'X-Nul': '\0' })).toMatch(/^HTTP\/1\.1 400 /);
    expect(reported).toEqual([]);
  });
});
