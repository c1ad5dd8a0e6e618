import type { ArrangeRequest } from '@lib/layout/arrange-request';
import { ArrangingDesk } from '@lib/layout/arranging-desk';
import type { ArrangerReply } from './arranger';

/* The thread that finds places and lines, so that the page answers to its person meanwhile. */

const desk = new ArrangingDesk();

function answer(request: ArrangeRequest): ArrangerReply {
  try {
    return { is: 'found', arrangement: desk.answer(request) };
  } catch (error) {
    return { is: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ArrangeRequest>) => {
  self.postMessage(answer(data));
});
self.postMessage({ is: 'ready' } satisfies ArrangerReply);
