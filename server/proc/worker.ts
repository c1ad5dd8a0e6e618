import { setImmediate, setTimeout } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { ReaderAnswer, ReaderCall, Request, Response, TickRequest } from './calls';
import { findListener } from './find-listener';
import { readHost, readUnits } from './host';
import { Scanner } from './incremental';
import { createNsIoctl } from './ns-ioctl';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { helpAlong, withSecondThread } from './second-thread';
import { startThread, type ThreadData } from './thread';

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

/** Ends the wait of the tick that waits for news. */
let waiting = new AbortController();

function answer(call: ReaderCall): ReaderAnswer | Promise<ReaderAnswer> {
  switch (call.name) {
    case 'host':
      return { name: 'host', value: readHost(reader) };
    case 'tick':
      return tick(call.input);
    case 'hurry':
      return call;
    case 'search':
      return search();
    case 'usage':
      return { name: 'usage', value: reader.usage(call.input) };
    case 'findListener':
      return { name: 'findListener', value: findListener(proc, call.input) };
  }
}

/** Looks again and again until there is news, the patience is over, or another call came. */
async function tick({ patience = 0, ...input }: TickRequest): Promise<ReaderAnswer> {
  const until = performance.now() + patience;
  const own = (waiting = new AbortController());
  let value = scanner.tick({ ...input, now: performance.now() });
  while (value === null && !own.signal.aborted && performance.now() < until) {
    await setTimeout(LOOK_EVERY, undefined, { signal: own.signal }).catch(() => undefined);
    value = scanner.tick({ ...input, full: false, now: performance.now() });
  }
  return { name: 'tick', value };
}

/** Step by step, so that ticks have their turn. */
async function search(): Promise<ReaderAnswer> {
  const since = performance.now();
  while (!scanner.search(since, performance.now())) await setImmediate();
  return { name: 'search' };
}

async function respond({ id, call }: Request): Promise<Response> {
  try {
    return { id, answer: await answer(call) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

if (second === null) {
  parentPort?.on('message', (request: Request) => {
    waiting.abort();
    void respond(request).then((response) => parentPort?.postMessage(response));
  });
} else {
  helpAlong(second, reader);
}
