import { createInterface } from 'node:readline';
import type { ReaderOptions, Request, Response } from '../proc/calls';
import { SILENCE } from './stdio-lines';
import { startThread } from './thread';

/*
 * The reader of /proc as a program of its own: the options, then requests come as lines of JSON on
 * standard input; answers go as lines of JSON to standard output. It ends when its input does, or
 * when nothing at all has come for too long: then whoever asked is gone.
 */

const lines = createInterface({ input: process.stdin });
const silence = setTimeout(() => process.exit(0), SILENCE);

let ask: ((request: Request) => void) | null = null;

lines.on('line', (line) => {
  silence.refresh();
  if (line === '') return;
  if (ask === null) ask = start(JSON.parse(line));
  else ask(JSON.parse(line));
});
lines.on('close', () => process.exit(0));

/** Starts the thread that reads, so that the end of our input is noticed while it does. */
function start(options: ReaderOptions): (request: Request) => void {
  const thread = startThread(options);
  thread.on('message', (response: Response) => {
    process.stdout.write(`${JSON.stringify(response)}\n`);
  });
  thread.on('exit', () => process.exit(1));
  return (request) => {
    thread.postMessage(request);
  };
}
