import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import * as z from 'zod/mini';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import { PROTOCOL_VERSION } from '@lib/protocol/protocol';
import { answerBase, defineQuestion } from '@lib/questions/question';
import { Desk } from '../questions/desk';
import { handler } from '@lib/asking/handler';
import { HANDLERS } from '../questions/handlers';
import { readRecording } from '../source/recording-file';
import { recordedShow, Shows, type Show } from './show';
import { createSockets } from './sockets';

const RECORDINGS = new URL('../../public/recordings', import.meta.url).pathname;
const HELLO = { version: PROTOCOL_VERSION, host: LOCAL_HOST, recording: null, past: null };
const NEW = { ...HELLO, epoch: null, lastSeq: null };

interface Heard {
  event: string;
  message: { epoch: string; seq: number } & Record<string, unknown>;
}

const anything = defineQuestion({
  question: z.strictObject({}),
  answer: z.object(answerBase),
  texts: {},
});
const ofRecordings = { runs: ['recording'], fresh: 10_000 } as const;
const nothing = { through: null, unreadable: {} };

/** Questions that can be asked of a recording: one is never answered, of one the readings are counted. */
const never = handler(anything, {
  ...ofRecordings,
  deadline: 200,
  answer: () => new Promise(() => undefined),
});
let readings = 0;
const counted = handler(anything, {
  ...ofRecordings,
  deadline: 60_000,
  answer: () => {
    readings += 1;
    return Promise.resolve(nothing);
  },
});

/* A real server, and real viewers, before a recording that stands still: there is no news. */

let main: Show;
let url: string;
let endAll: (() => Promise<void>)[] = [];
const reported: unknown[] = [];

beforeEach(async () => {
  const recording = await readRecording(`${RECORDINGS}/course.jsonl.gz`);
  const report = (error: unknown) => reported.push(error);
  const shown = recordedShow(recording, { name: null, title: 'course', live: false }, report);
  main = { ...shown, desk: new Desk(shown.hub, { ...HANDLERS, never, counted }, report) };
  readings = 0;
  main.recording?.player.do({ do: 'pause' });
  const sockets = createSockets(new Shows(main, RECORDINGS, report), report);
  const server = createServer().on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  endAll = [() => sockets.close(), () => main.close(), async () => void server.close()];
});
afterEach(async () => {
  for (const end of endAll) await end();
  expect(reported.splice(0)).toEqual([]);
});

const come = (socket: Socket, event: 'connect' | 'disconnect') =>
  new Promise<void>((resolve) => socket.once(event, () => resolve()));

async function viewer(): Promise<{ socket: Socket; heard: Heard[] }> {
  const socket = io(url, { transports: ['websocket'], reconnection: false });
  const heard: Heard[] = [];
  socket.onAny((event: string, message: Heard['message']) => heard.push({ event, message }));
  endAll.unshift(async () => void socket.disconnect());
  await come(socket, 'connect');
  return { socket, heard };
}

const eventsOf = (heard: readonly Heard[]) => heard.map(({ event }) => event);

it('answers every hello: one who comes back and missed nothing is told so at once', async () => {
  const first = await viewer();
  first.socket.emit('hello', NEW);
  await expect.poll(() => eventsOf(first.heard)).toContain('snapshot');
  const welcome = () => first.heard.find(({ event }) => event === 'welcome')?.message;
  await expect.poll(welcome).toMatchObject({ host: 'local', version: PROTOCOL_VERSION });
  const { epoch, seq } = welcome() ?? expect.fail('no welcome');

  const again = await viewer();
  again.socket.emit('hello', { ...HELLO, epoch, lastSeq: seq });
  const answer = { host: 'local', version: PROTOCOL_VERSION, epoch, seq };
  await expect.poll(() => again.heard).toContainEqual({ event: 'welcome', message: answer });
  expect(eventsOf(again.heard)).not.toContain('snapshot');
  // The same on a connection that is open already.
  again.heard.length = 0;
  again.socket.emit('hello', { ...HELLO, epoch, lastSeq: seq });
  await expect.poll(() => again.heard).toEqual([{ event: 'welcome', message: answer }]);
});

it('names the host in every message', async () => {
  const { socket, heard } = await viewer();
  socket.emit('hello', NEW);
  await expect.poll(() => eventsOf(heard)).toContain('welcome');
  await expect.poll(() => eventsOf(heard)).toContain('snapshot');
  expect(heard.map(({ message }) => message.host)).toEqual(heard.map(() => 'local'));
  expect(eventsOf(heard).sort()).toEqual(['playback', 'recording', 'snapshot', 'welcome']);
});

it('tells with where the playing is which wish was heard before: the highest, whatever comes late', async () => {
  const { socket, heard } = await viewer();
  socket.emit('hello', NEW);
  const told = () =>
    heard.flatMap(({ event, message }) => (event === 'playback' ? [message.wish] : []));
  await expect.poll(told).toEqual([0]);
  for (const wish of [1, 3, 2]) socket.emit('playback', { host: LOCAL_HOST, wish, do: 'pause' });
  await expect.poll(told).toEqual([0, 1, 3, 3]);
});

it('tells a page of another version, whatever else it says, that it must be loaded anew', async () => {
  const { socket, heard } = await viewer();
  socket.emit('hello', { version: 3, epoch: null, lastSeq: null, recording: null });
  const message = { version: PROTOCOL_VERSION };
  await expect.poll(() => heard).toEqual([{ event: 'incompatible', message }]);
});

it.each<[string, string, unknown]>([
  ['a hello without a version', 'hello', { ...NEW, version: undefined }],
  ['a hello to another host', 'hello', { ...NEW, host: 'elsewhere' }],
  ['a message without a host', 'watch', { containers: [], rows: [] }],
  ['one about another host', 'watch', { host: 'elsewhere', containers: [], rows: [] }],
  ['a host that is no name', 'reader', { host: '../etc', agree: true }],
  ['neither yes nor no to a reader that enters', 'enter', { host: LOCAL_HOST }],
  ['something that is no message', 'playback', 'play'],
  ['a question without a name', 'ask', { host: LOCAL_HOST, id: 1, question: {} }],
  ['a question that is none', 'ask', { host: LOCAL_HOST, id: 1, question: 'usage' }],
  ['a question with an odd id', 'ask', { host: LOCAL_HOST, id: -1, question: { name: 'usage' } }],
])('ends the connection on %s', async (_case, event, message) => {
  const { socket } = await viewer();
  const ended = come(socket, 'disconnect');
  socket.emit(event, message);
  await ended;
  expect(socket.connected).toBe(false);
});

it('says why to one for whom the machine cannot be read', async () => {
  vi.spyOn(main.hub, 'join').mockRejectedValue(new Error('/proc uptime: expected seconds'));
  const { socket, heard } = await viewer();
  const ended = come(socket, 'disconnect');
  socket.emit('hello', NEW);
  await ended;
  const message = { host: 'local', reason: '/proc uptime: expected seconds' };
  expect(heard.at(-1)).toEqual({ event: 'unreadable', message });
  expect(reported.splice(0).map(String)).toEqual(['Error: /proc uptime: expected seconds']);
});

it('writes one change out once, however many look on', async () => {
  const viewers = await Promise.all(Array.from({ length: 12 }, () => viewer()));
  for (const { socket } of viewers) socket.emit('hello', NEW);
  const all = (event: string) => viewers.every(({ heard }) => eventsOf(heard).includes(event));
  await expect.poll(() => all('snapshot') && all('welcome')).toBe(true);
  const stringify = vi.spyOn(JSON, 'stringify');
  try {
    main.recording?.player.do({ do: 'seek', to: 60_000 });
    await expect.poll(() => all('delta')).toBe(true);
    const written = stringify.mock.calls.filter(
      ([value]) => Array.isArray(value) && value[0] === 'delta',
    );
    const deltas = viewers[0]?.heard.filter(({ event }) => event === 'delta') ?? [];
    expect(written).toHaveLength(deltas.length);
  } finally {
    stringify.mockRestore();
  }
});

it('answers what takes too long with that, and says that a recording has no details', async () => {
  const { socket, heard } = await viewer();
  socket.emit('ask', { host: LOCAL_HOST, id: 7, question: { name: 'never' } });
  socket.emit('ask', { host: LOCAL_HOST, id: 8, question: { name: 'usage' } });
  const outcomes = () =>
    Object.fromEntries(heard.map(({ message: { id, error } }) => [String(id), error]));
  await expect.poll(outcomes).toEqual({
    7: { code: 'deadline', message: 'no answer within 200 ms' },
    8: { code: 'not-in-recording', message: expect.any(String) },
  });
  expect(heard.map(({ event }) => event)).toEqual(['answer', 'answer']);
});

it('100 equal questions of many viewers cost one reading', async () => {
  const viewers = await Promise.all(Array.from({ length: 20 }, () => viewer()));
  for (const { socket } of viewers) {
    for (let id = 1; id <= 5; id += 1) {
      socket.emit('ask', { host: LOCAL_HOST, id, question: { name: 'counted' } });
    }
  }
  const answers = () => viewers.flatMap(({ heard }) => heard.map(({ message }) => message.answer));
  await expect.poll(() => answers().length).toBe(100);
  expect(new Set(answers().map((each) => JSON.stringify(each))).size).toBe(1);
  expect(readings).toBe(1);
});
