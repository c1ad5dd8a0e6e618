import { Part } from '@components/parts/part';
import { RequestWriter } from '@lib/layout/arrange-request';
import type { Arrangement } from '@lib/layout/arrangement';
import type { Size } from '@lib/layout/geometry';
import type { SharingGraph } from '@lib/sharing/graph';
import type { SharingLayout } from '@lib/layout/sharing-layout';
import type { Arranger } from './arranger-type';

/** What the other thread says. */
export type ArrangerReply =
  { is: 'ready' } | { is: 'found'; arrangement: Arrangement } | { is: 'failed'; message: string };

/** Finds them in a thread of its own, so that the page answers to its person meanwhile. */
class ArrangingThread implements Arranger {
  readonly #worker: Worker;
  readonly #writer = new RequestWriter();
  #before: Promise<unknown> = Promise.resolve();

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  arrange(graph: SharingGraph, size: Size, before: SharingLayout | null): Promise<Arrangement> {
    const found = this.#before.then(async () => {
      this.#worker.postMessage(this.#writer.write(graph, size, before));
      const reply = await nextReply(this.#worker);
      if (reply.is !== 'found') throw new Error(reply.is === 'failed' ? reply.message : reply.is);
      this.#writer.answered(reply.arrangement);
      return reply.arrangement;
    });
    this.#before = found.catch(() => undefined);
    return found;
  }
}

/** There is one for the page; it is fetched with the view that it is for. */
export const ARRANGER = new Part<Arranger>(async () => {
  const worker = new Worker(new URL('./arranger.worker.ts', import.meta.url), { type: 'module' });
  const said = await nextReply(worker);
  if (said.is !== 'ready') throw new Error(`the thread that arranges began with: ${said.is}`);
  return new ArrangingThread(worker);
});

function nextReply(worker: Worker): Promise<ArrangerReply> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const { signal } = listening;
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<ArrangerReply>) => {
        listening.abort();
        resolve(data);
      },
      { signal },
    );
    const fail = (message: string) => {
      listening.abort();
      reject(new Error(message));
    };
    worker.addEventListener(
      'error',
      ({ message }) => fail(message || 'the thread that arranges could not be had'),
      { signal },
    );
    worker.addEventListener('messageerror', () => fail('an arrangement could not be read'), {
      signal,
    });
  });
}
