import { setImmediate, setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { ScanChange } from '@lib/proc/reading';
import type {
  AnsweredCalls,
  CallName,
  InputOf,
  Request,
  Response,
  TickRequest,
  ValueOf,
} from '../proc/calls';
import { Below } from '../below/below';
import { createEnter } from '../enter/enter';
import { readPassage } from '../inside/passage';
import { readInside } from '../inside/read-inside';
import { findListener } from '../proc/find-listener';
import { listensAt } from '../proc/listens-at';
import { readHost, readUnits } from '../proc/host';
import { Scanner } from '../proc/incremental';
import { createNsIoctl } from '../proc/ns-ioctl';
import { readPrivileges } from '../proc/privileges';
import { ProcessReader } from '../proc/process';
import { ProcRoot } from '../proc/read';
import { helpAlong, withSecondThread } from '../proc/second-thread';
import { readLimits, readSamples, readUse } from '../use/read-use';
import { startThread, type ThreadData, type ToThread } from './thread';

/** Milliseconds from one look to the next, for whom waits for news. */
const LOOK_EVERY = 300;

/*
 * The thread in which /proc is read: synchronous reads are several times faster, and here they hold
 * nobody up.
 */

const { options, second }: ThreadData = workerData;
const proc = new ProcRoot(options.procRoot);
const reader = new ProcessReader(proc, readUnits(proc), { args: options.args });
const scanner = new Scanner(
  reader,
  // The second thread only reads processes.
  second === null ? createNsIoctl() : null,
  withSecondThread(reader, (port) => startThread(options, port)),
);

/* What is behind them starts when it is first asked, or while somebody looks on and there is nothing else to do. */
const enter = createEnter(options.procRoot);
const below = new Below(proc);
let prepared = false;

/** Starting them takes longer than any answer: who opens something first would wait for it. */
function prepare(): void {
  if (prepared) return;
  prepared = true;
  enter.prepare();
  below.prepare();
}

/** Ends the wait of the tick that waits for news. */
let waiting = new AbortController();

/** What does each call. */
const calls: AnsweredCalls = {
  host: () => readHost(reader),
  tick,
  // That it came ends the wait, as any call does.
  hurry: () => undefined,
  search,
  usage: (pids) => reader.usage(pids),
  inside: (request) => readInside({ enter, proc, below }, request),
  passage: (request) => readPassage(enter, request),
  privileges: (request) => readPrivileges(proc, request),
  use: (request) => readUse(proc, request),
  samples: (requests) => readSamples(proc, requests),
  limits: (requests) => readLimits(proc, requests),
  findListener: (file) => findListener(proc, file),
  listensAt: (pid) => listensAt(proc, pid),
};

function answer<N extends CallName>({ name, input }: Request<N>) {
  const call: (...input: InputOf<N>) => ValueOf<N> | Promise<ValueOf<N>> = calls[name];
  return call(...input);
}

/** Looks again and again until there is news, the patience is over, or another call came. */
async function tick({ patience = 0, ...input }: TickRequest): Promise<ScanChange | null> {
  const until = performance.now() + patience;
  const own = (waiting = new AbortController());
  let value = scanner.tick({ ...input, now: performance.now() });
  while (value === null && !own.signal.aborted && performance.now() < until) {
    const idle = setTimeout(LOOK_EVERY, true, { signal: own.signal });
    if (await idle.catch(() => false)) prepare();
    value = scanner.tick({ ...input, full: false, now: performance.now() });
  }
  return value;
}

/** Step by step, so that ticks have their turn. */
async function search(): Promise<void> {
  const since = performance.now();
  while (!scanner.search(since, performance.now())) await setImmediate();
}

async function respond(request: Request): Promise<Response> {
  const { id } = request;
  try {
    return { id, value: await answer(request) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Nobody else could wait for the process that reads below roots. */
async function end(id: number): Promise<Response> {
  await below.close();
  return { id, value: null };
}

if (second === null) {
  parentPort?.on('message', (request: ToThread) => {
    waiting.abort();
    const response = request.name === 'end' ? end(request.id) : respond(request);
    void response.then((told) => parentPort?.postMessage(told));
  });
} else {
  helpAlong(second, reader);
}
