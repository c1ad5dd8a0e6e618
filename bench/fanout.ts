import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Server as Engine } from 'engine.io';
import { Server } from 'socket.io';
import { GeneratedMachine } from '../e2e/harness/generated/machine';
import { STEP } from '../e2e/harness/generated/recording';
import { diff } from '../lib/diff/diff';
import { LOCAL_HOST } from '../lib/model/host';
import { formatLine, RECORDING_FORMAT, RECORDING_VERSION } from '../lib/recording/format';
import { parseRecording } from '../lib/recording/parse';
import { recordedShow, Shows } from '../server/hub/show';
import { createSockets } from '../server/hub/sockets';
import { median, type Report, type Wanted } from './report';

export const FANOUT_FIGURES = ['hub.fanout'] as const;

const VIEWERS = 200;
const RUNS = 40;
/** Containers that come at once, as of a large Compose project. */
const COMING = 20;

type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * `hub.fanout`: CPU time of the server for one change that 200 viewers look at: 20 containers come, or
 * go. Beside a server that writes the same message out for each viewer.
 */
export async function benchFanout(_isWanted: Wanted, report: Report): Promise<void> {
  const [before, after] = pictures();
  const once = await ofHub(before, after);
  const each = await ofEach(before, after);
  const name = `written out for each of ${VIEWERS}`;
  report({
    name: 'hub.fanout',
    value: median(once),
    unit: 'ms of CPU',
    baseline: { name, value: median(each), unit: 'ms of CPU' },
    n: once.length,
    more: { bytes: Buffer.byteLength(JSON.stringify(diff(before, after, ''))) },
  });
}

function pictures() {
  const machine = new GeneratedMachine(1);
  for (let nth = 0; nth < COMING; nth += 1) machine.run(planOf(`before-${nth}`));
  const before = machine.snapshot();
  for (let nth = 0; nth < COMING; nth += 1) machine.run(planOf(`coming-${nth}`));
  return [before, { ...machine.snapshot(), seq: before.seq + 1 }] as const;
}

function planOf(name: string) {
  return { name, image: 'ubuntu', project: 'shop', joins: {}, stopped: false };
}

type Pictures = ReturnType<typeof pictures>;

/** The hub, over a recording of the two pictures that is wound to and fro. */
async function ofHub(...[before, after]: Pictures): Promise<number[]> {
  const header = {
    format: RECORDING_FORMAT,
    version: RECORDING_VERSION,
    createdAt: before.takenAt,
    nsview: '0.1.0',
    anonymous: true,
  } as const;
  const recording = parseRecording(
    [
      header,
      { at: 0, snapshot: before },
      { at: STEP, snapshot: after },
      { at: 2 * STEP, end: true as const },
    ].map(formatLine),
  );
  const fail = (error: unknown) => {
    throw error;
  };
  const show = recordedShow(recording, { name: null, title: '', live: false }, fail);
  const player = show.recording?.player;
  player?.do({ do: 'pause' });
  const sockets = createSockets(new Shows(show, '', fail), fail);
  try {
    return await costs(sockets.handleUpgrade, (run) => {
      player?.do({ do: 'seek', to: run % 2 === 0 ? STEP : 0 });
    });
  } finally {
    await sockets.close();
    await show.close();
  }
}

/** The same messages, sent to each viewer by itself. */
async function ofEach(...[before, after]: Pictures): Promise<number[]> {
  const engine = new Engine({ transports: ['websocket'] });
  const io = new Server({ serveClient: false });
  io.bind(engine);
  const back = { ...before, seq: after.seq + 1 };
  const changes = [diff(before, after, 'epoch'), diff(after, back, 'epoch')];
  io.on('connection', (socket) => socket.on('hello', () => socket.emit('welcome')));
  try {
    return await costs(engine.handleUpgrade.bind(engine), (run) => {
      const message = { host: LOCAL_HOST, ...changes[run % 2] };
      for (const socket of io.sockets.sockets.values()) socket.emit('delta', message);
    });
  } finally {
    await io.close();
  }
}

/** Milliseconds of CPU time for each change until all viewers have heard of it. */
async function costs(handle: HandleUpgrade, change: (run: number) => void): Promise<number[]> {
  const server = createServer().on('upgrade', handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const program = fileURLToPath(new URL('./fanout-viewers.ts', import.meta.url));
  const viewers = fork(program, [`http://127.0.0.1:${port}`, String(VIEWERS)]);
  try {
    await told(viewers, 'come');
    const samples: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const heard = told(viewers, 'heard');
      const before = process.cpuUsage();
      change(run);
      await heard;
      const { user, system } = process.cpuUsage(before);
      samples.push((user + system) / 1000);
    }
    return samples;
  } finally {
    viewers.disconnect();
    await once(viewers, 'exit');
    server.close();
  }
}

/** Resolves when the viewers say the word. @throws when they end instead */
async function told(viewers: ChildProcess, word: string): Promise<void> {
  const heard = new AbortController();
  const { signal } = heard;
  const ended = once(viewers, 'exit', { signal }).then(() => {
    throw new Error('the viewers ended');
  });
  const message = once(viewers, 'message', { signal });
  try {
    const [said]: unknown[] = await Promise.race([message, ended]);
    if (said !== word) throw new Error(`the viewers said ${String(said)}`);
  } finally {
    heard.abort();
    await Promise.allSettled([ended, message]);
  }
}
