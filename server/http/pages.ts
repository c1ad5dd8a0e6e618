import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';

/** The headers in which the document finds what it must know before any script. */
const SEARCH_HEADER = 'x-nsview-search';
const NONCE_HEADER = 'x-nsview-nonce';
const ROLE_HEADER = 'x-nsview-role';

/** Whose page it is where something is presented; null: nothing is. */
type Role = 'presenter' | 'follower' | null;

export interface Pages {
  answer: (
    request: IncomingMessage,
    response: ServerResponse,
    context: { nonce: string; search: string; role: Role },
  ) => Promise<void>;
  /** In development, takes the websocket of hot reload. False: not one of its own. */
  handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  close: () => Promise<void>;
}

/** @param dir Next's project: the folder `app`, see next.config.js */
export async function createPages(dir: string, dev: boolean): Promise<Pages> {
  // Next attaches an upgrade listener of its own to the server it is given: here, to one that
  // listens nowhere, so that upgrades come to our dispatcher alone.
  const sink = createServer();
  const app = next({ dev, dir, httpServer: sink });
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
