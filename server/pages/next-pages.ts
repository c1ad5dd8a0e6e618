import { createServer } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { ROOT } from '../root';
import type { Pages } from './pages';

/** The headers in which the document finds what it must know before any script. */
const SEARCH_HEADER = 'x-nsview-search';
const NONCE_HEADER = 'x-nsview-nonce';
const ROLE_HEADER = 'x-nsview-role';

/** Next draws the page for each request: `npm start`, and development. */
export async function nextPages(dev: boolean): Promise<Pages> {
  // Next attaches an upgrade listener of its own to the server it is given: here, to one that
  // listens nowhere, so that upgrades come to our dispatcher alone.
  const sink = createServer();
  const app = next({ dev, dir: join(ROOT, 'app'), httpServer: sink });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    answer: async (request, response, { nonce, search, role }) => {
      request.headers[NONCE_HEADER] = nonce;
      request.headers[SEARCH_HEADER] = search;
      request.headers[ROLE_HEADER] = role ?? '';
      await handle(request, response);
    },
    handleUpgrade: (request, socket, head) =>
      dev &&
      request.url?.startsWith('/_next/') === true &&
      sink.emit('upgrade', request, socket, head),
    close: () => app.close(),
  };
}
