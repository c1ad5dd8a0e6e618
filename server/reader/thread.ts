import { Worker, type MessagePort } from 'node:worker_threads';
import type { ReaderOptions, Request } from '../proc/calls';

/** What a thread that runs worker.ts is told: with a port it is the second thread of another. */
export interface ThreadData {
  options: ReaderOptions;
  second: MessagePort | null;
}

/** The last thing that the thread is asked: it ends what it has started, and answers when that is gone. */
export const END = { name: 'end' } as const;

/** What it is sent: calls, and at last the end. */
export type ToThread = Request | (typeof END & { id: number });

/** Starts worker.ts: worker.js lies beside us in the production bundle, worker.ts in the source tree. */
export function startThread(options: ReaderOptions, second: MessagePort | null = null): Worker {
  const file = import.meta.url.endsWith('.ts')
    ? new URL('./worker.dev.mjs', import.meta.url)
    : new URL('./worker.js', import.meta.url);
  const workerData: ThreadData = { options, second };
  return new Worker(file, { workerData, transferList: second === null ? [] : [second] });
}
