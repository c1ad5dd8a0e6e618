import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { commandMessagesFor, type CommandMessages } from '@lib/i18n/command-messages';
import { languageFor } from '@lib/i18n/language';
import { parseTarget, type Target } from '../security/target';
import { refuse } from './api';

export type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * Bytes of a request's headers: room for a target that is too long, so that it is refused here with
 * the same answer as any other that is none.
 */
const MAX_HEADERS = 80 * 1024;

interface Answers {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  upgrade: HandleUpgrade;
  report: (error: unknown) => void;
}

/** A server for HTTP whose every request and upgrade is answered, also where answering fails, and that can be closed at once. */
export function createListener({ answer, upgrade, report }: Answers): {
  server: Server;
  close: () => void;
} {
  const server = createServer({ maxHeaderSize: MAX_HEADERS }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      report(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, messagesTo(request).cli.refused.failed);
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on nobody else does: without a listener the error of a socket is an exception.
    socket.on('error', () => socket.destroy());
    try {
      upgrade(request, socket, head);
    } catch (error) {
      report(error);
      socket.destroy();
    }
  });
  // closeAllConnections forgets sockets that were upgraded.
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { server, close };
}

/** What is asked for; whoever answers it is told the same that is checked. */
export function targetOf(request: IncomingMessage): Target | null {
  const target = parseTarget(request.url);
  if (target !== null) request.url = target.pathname + target.search;
  return target;
}

/** What is said to who asks, in their language. */
export function messagesTo({ headers }: IncomingMessage): CommandMessages {
  return commandMessagesFor(languageFor(headers['accept-language']));
}

/** Says why, and hangs up: nobody else does, and the other end may never. */
export function refuseUpgrade(socket: Duplex, status: string): void {
  const said = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  socket.end(said, () => socket.destroy());
}
