import { execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readlinkSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOCAL_HOST } from '@lib/model/host';
import { questionFromText } from '@lib/questions/from-text';
import { isQuestionName, QUESTIONS } from '@lib/questions/questions';
import { createHttpServer } from '../http/server';
import { Lessons } from '../lessons/lessons';
import { liveShow, Shows } from '../hub/show';
import { createSockets } from '../hub/sockets';
import { asleepIn, endAll } from '../inside/testing/places';
import { testMachine } from '../machine/test-machine';
import { builtProgram } from '../proc/testing/built';

/* This machine, asked over the websocket, over HTTP and on the command line. */

const PROGRAM = builtProgram('main');
const NOWHERE = 'unix:///nsview-nothing-here.sock';

const ends: (() => unknown)[] = [];
const reported: unknown[] = [];
let url: string;
let socket: Socket;
let sleeper: ChildProcess;
let lastId = 0;

beforeAll(async () => {
  // It has namespaces of its own, and of one of them a file is open here.
  sleeper = await asleepIn('-Urni');
  ends.push(endAll);
  const open = openSync(`/proc/${sleeper.pid}/ns/net`, 'r');
  ends.push(() => closeSync(open));

  const report = (error: unknown) => reported.push(error);
  const source = testMachine();
  const show = liveShow(source, report);
  const sockets = createSockets(new Shows(show, '/nowhere', report), report);
  const allowed = new Set<string>();
  const { server, close } = createHttpServer({
    show,
    lessons: new Lessons(null),
    lab: null,
    presentation: null,
    pages: {
      answer: () => Promise.resolve(),
      handleUpgrade: () => false,
      close: () => Promise.resolve(),
    },
    handleSocket: sockets.handleUpgrade,
    allowed,
    gate: () => null,
    dev: false,
    report,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const name = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  allowed.add(name);
  url = `http://${name}`;
  socket = io(url, { transports: ['websocket'], extraHeaders: { Origin: url } });
  ends.push(
    () => socket.disconnect(),
    () => sockets.close(),
    () => show.close(),
    close,
  );
});
afterAll(async () => {
  for (const end of ends) await end();
  expect(reported).toEqual([]);
});

const link = (type: string) => readlinkSync(`/proc/${sleeper.pid}/ns/${type}`);
const idOf = (type: string) => link(type).replace('[', '').replace(']', '');

type Fields = readonly (readonly [string, string])[];

function overSocket(name: string, fields: Fields): Promise<unknown> {
  lastId += 1;
  const id = lastId;
  socket.emit('ask', { host: LOCAL_HOST, id, question: questionFromText(name, fields) });
  return new Promise((resolve) => {
    socket.on(
      'answer',
      (message: { id: number; host: string; answer?: unknown; error?: unknown }) => {
        if (message.id !== id) return;
        expect(message.host).toBe(LOCAL_HOST);
        resolve(message.answer ?? { error: message.error });
      },
    );
  });
}

async function overHttp(name: string, fields: Fields): Promise<unknown> {
  const query = new URLSearchParams(fields.map(([field, text]) => [field, text]));
  const response = await fetch(`${url}/api/v1/ask/${name}?${query}`);
  return response.json();
}

function byCommand(name: string, fields: Fields): Promise<unknown> {
  const given = fields.map(([field, text]) => `${field}=${text}`);
  const args = [PROGRAM, 'ask', name, ...given, '--json', '--docker', NOWHERE];
  return new Promise((resolve, reject) => {
    // It ends with another code where there is no answer: what it printed says why.
    execFile(process.execPath, args, (_error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr));
      else resolve(JSON.parse(stdout));
    });
  });
}

const WAYS = [overSocket, overHttp, byCommand];

it.each<[string, () => Fields, object]>([
  ['usage', () => [['pids', String(sleeper.pid)]], { processes: [{ state: 'S' }] }],
  ['holders', () => [['namespace', idOf('net')]], { held: [{ heldBy: [{ kind: 'fd' }] }] }],
  ['holders', () => [['namespace', idOf('ipc')]], { held: [{ heldBy: [] }] }],
  ['holders', () => [['namespace', 'net:1']], { error: { code: 'gone' } }],
  ['usage', () => [['pids', 'all']], { error: { code: 'invalid' } }],
  ['usage', () => [['of', 'all']], { error: { code: 'invalid' } }],
  ['inside', () => [['namespace', idOf('user')]], { type: 'user', uidMap: [[0, 0, 1]] }],
  [
    'inside',
    () => [['namespace', idOf('net')]],
    { type: 'net', devices: [{ name: 'lo' }], listening: [], unreadable: {} },
  ],
  ['inside', () => [['namespace', idOf('ipc')]], { type: 'ipc', segments: [], unreadable: {} }],
  [
    'process',
    () => [['pid', String(sleeper.pid)]],
    {
      seccomp: 'off',
      noNewPrivileges: false,
      call: { name: 'clock_nanosleep' },
      lsm: null,
      namespaceFiles: [],
    },
  ],
  ['process', () => [['pid', '4194304']], { error: { code: 'gone' } }],
  ['process', () => [['pid', 'self']], { error: { code: 'invalid' } }],
  ['inside', () => [['namespace', 'pod:1']], { error: { code: 'invalid' } }],
  [
    'insides',
    () => [['namespaces', `${idOf('user')},ipc:1`]],
    {
      told: [
        { inside: { type: 'user', uidMap: [[0, 0, 1]] } },
        { namespace: 'ipc:1', refused: { code: 'gone' } },
      ],
    },
  ],
  ['insides', () => [['namespaces', 'ipc:1,pod:1']], { error: { code: 'invalid' } }],
  ['reboot', () => [], { error: { code: 'unknown-question' } }],
])('%s: the same answer three ways', async (name, fields, expected) => {
  const answers: object[] = [];
  for (const way of WAYS) {
    const answer = await way(name, fields());
    if (typeof answer !== 'object' || answer === null) throw new Error(String(answer));
    if (!('error' in answer) && isQuestionName(name)) {
      expect(QUESTIONS[name].answer.safeParse(answer).error).toBeUndefined();
      expect(
        Date.now() - Date.parse('takenAt' in answer ? String(answer.takenAt) : ''),
      ).toBeLessThan(60_000);
    }
    answers.push({ ...answer, takenAt: null });
  }
  const [first, ...others] = answers;
  expect(first).toMatchObject(expected);
  for (const other of others) expect(other).toEqual(first);
});

it('tells by its status why there is no answer, and asks for what came before as well', async () => {
  const status = async (path: string) => (await fetch(`${url}/api/v1/${path}`)).status;
  expect(await status('ask/usage')).toBe(200);
  expect(await status('ask/usage?pids=x')).toBe(400);
  expect(await status('ask/usage?pids=1&pids=2')).toBe(400);
  expect(await status('ask/')).toBe(404);
  expect(await status('ask/..%2fusage')).toBe(404);
  expect(await status('ask/holders?namespace=net:1')).toBe(404);
  expect(await status('snapshot?heldBy=now')).toBe(200);
  const usage: unknown = await (await fetch(`${url}/api/v1/usage`)).json();
  expect(usage).toEqual({
    processes: expect.arrayContaining([expect.objectContaining({ pid: 1 })]),
  });
});

it('one viewer may have so many questions open, and hears at once when there are more', async () => {
  const asked = Array.from({ length: 12 }, () => overSocket('holders', []));
  const answers = await Promise.all(asked);
  const busy = answers.filter((each) => JSON.stringify(each).includes('"busy"'));
  expect(busy).toHaveLength(4);
});
