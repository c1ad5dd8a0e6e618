import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordedShow, type Show } from '../hub/show';
import { ROOT } from '../root';
import { readRecording } from '../source/recording-file';
import { answerFigure } from './figure';

let show: Show;
let url = '';
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  answerFigure(pathname, searchParams, show, response).then(
    (isAnswered) => {
      if (!isAnswered) response.writeHead(418).end();
    },
    () => response.destroy(),
  );
});
beforeAll(async () => {
  const recording = await readRecording(join(ROOT, 'public/recordings/course.jsonl.gz'));
  show = recordedShow(recording, { name: null, title: '', live: false }, () => undefined);
  show.recording?.player.do({ do: 'seek', to: recording.duration });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await show.close();
});

const ask = (query: string) => fetch(`${url}/api/v1/figure.svg${query}`);

it('what is shown is drawn, the same each time', async () => {
  const response = await ask('?view=matrix&theme=dark&size=800x500&text=fonts');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
  const svg = await response.text();
  expect(svg).toMatch(/^<svg [^>]*width="800"/);
  expect(svg).toContain('>c1</text>');
  expect(await (await ask('')).text()).toBe(await (await ask('')).text());
});

it.each([
  ['?view=lense', /^view: expected sharing, lens/],
  ['?size=1x1', /^size: expected WIDTHxHEIGHT/],
  ['?colour=red', 'no figure has colour'],
])('%s is refused, and what is wrong is said', async (query, message) => {
  const response = await ask(query);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    error: {
      code: 'invalid',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    },
  });
});

it('more at once than can wait are told so, and the others are drawn', async () => {
  const responses = Array.from(
    { length: 12 },
    () => new ServerResponse(new IncomingMessage(new Socket())),
  );
  await Promise.all(
    responses.map((response) =>
      answerFigure('/api/v1/figure.svg', new URLSearchParams(), show, response),
    ),
  );
  const statuses = responses.map(({ statusCode }) => statusCode);
  expect(statuses).toEqual([...Array(8).fill(200), ...Array(4).fill(503)]);
});

it('nothing else is answered', async () => {
  expect((await fetch(`${url}/api/v1/figure.png`)).status).toBe(418);
});
