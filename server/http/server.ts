import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { commandMessagesFor, type CommandMessages } from '@lib/i18n/command-messages';
import { languageFor } from '@lib/i18n/language';
import type { Show } from '../hub/show';
import { isAllowedHost, isAllowedOrigin } from '../security/doors';
import { contentSecurityPolicy, setSecurityHeaders } from '../security/headers';
import type { Gate } from '../security/token';
import type { Lessons } from '../lessons/lessons';
import { answerApi, refuse } from './api';
import { answerFigure } from './figure';
import { answerHandout } from './handouts';
import { answerLab, isOfLab } from './lab';
import type { Lab } from '../lab/lab';
import { answerLessons } from './lessons';
import type { Pages } from './pages';
import { parseTarget, type Target } from '../security/target';

type HandleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface HttpParts {
  /** What the API tells of. */
  show: Pick<Show, 'hub' | 'desk'>;
  lessons: Lessons;
  /** Null: nothing is run here. */
  lab: Lab | null;
  pages: Pages;
  /** Takes the websockets that may pass. */
  handleSocket: HandleUpgrade;
  /** `host:port` names, filled in when the port is known. */
  allowed: ReadonlySet<string>;
  /** Null when everybody may look who can reach the server. */
  gate: () => Gate | null;
  dev: boolean;
  report: (error: unknown) => void;
}

/** Would let anyone who can reach a development server open a debugger in it. */
const DEBUGGER = '/__nextjs_attach-nodejs-inspector';

/**
 * Bytes of a request's headers: room for a target that is too long, so that it is refused here with
 * the same answer as any other that is none.
 */
const MAX_HEADERS = 80 * 1024;

/** The one HTTP server, and the one dispatcher of upgrades: every request passes the same doors. */
export function createHttpServer(parts: HttpParts): { server: Server; close: () => void } {
  const server = createServer({ maxHeaderSize: MAX_HEADERS }, (request, response) => {
    answer(parts, request, response).catch((error: unknown) => {
      parts.report(error);
      if (response.headersSent) response.destroy();
      else refuse(response, 500, saidTo(request).failed);
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // From here on nobody else does: without a listener the error of a socket is an exception.
    socket.on('error', () => socket.destroy());
    try {
      upgrade(parts, request, socket, head);
    } catch (error) {
      parts.report(error);
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

async function answer(
  { show, lessons, lab, pages, allowed, gate, dev }: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = targetOf(request);
  const said = saidTo(request);
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy(nonce, dev);
  setSecurityHeaders(response, policy);

  if (target === null) return refuse(response, 400, said.target);
  if (!isAllowedHost(request, allowed)) {
    return refuse(response, 403, said.host);
  }
  const reading = request.method === 'GET' || request.method === 'HEAD';
  const guard = gate();
  const admission = guard?.admits(request) ?? null;
  if (!reading && !isAllowedOrigin(request, allowed, admission === 'token')) {
    return refuse(response, 403, said.origin);
  }
  if (guard !== null && admission === null) {
    if (reading && guard.redeem(target, response)) return;
    guard.turnAway(request);
    return refuse(response, 401, guard.accounts === null ? said.token : said.account);
  }
  const { pathname, search, query } = target;
  if (isOfLab(pathname)) {
    const asked = { path: pathname, query, request, response, lessons };
    return answerLab(lab, { ...asked, messages: messagesOf(request) });
  }
  if (!reading) {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, said.method);
  }
  if (await answerApi(pathname, query, show, response)) return;
  if (await answerFigure(pathname, query, show, response)) return;
  if (await answerLessons(pathname, lessons, response)) return;
  const preferred = languageFor(request.headers['accept-language']);
  const words = commandMessagesFor(preferred);
  if (await answerHandout(pathname, query, lessons, preferred, words, response)) return;
  if (pathname === DEBUGGER || pathname.startsWith('/socket.io')) {
    return refuse(response, 404, said.unknown);
  }
  await pages.answer(request, response, { nonce, search });
}

function upgrade(parts: HttpParts, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { allowed, gate, pages, handleSocket } = parts;
  const target = targetOf(request);
  if (target === null) return refuseUpgrade(socket, '400 Bad Request');
  const guard = gate();
  const admission = guard?.admits(request) ?? null;
  if (
    !isAllowedHost(request, allowed) ||
    !isAllowedOrigin(request, allowed, admission === 'token')
  ) {
    refuseUpgrade(socket, '403 Forbidden');
  } else if (guard !== null && admission === null) {
    guard.turnAway(request);
    refuseUpgrade(socket, '401 Unauthorized');
  } else if (target.pathname === '/socket.io/') {
    handleSocket(request, socket, head);
  } else if (!pages.handleUpgrade(request, socket, head)) {
    refuseUpgrade(socket, '404 Not Found');
  }
}

/** What is asked for; whoever answers it is told the same that is checked. */
function targetOf(request: IncomingMessage): Target | null {
  const target = parseTarget(request.url);
  if (target !== null) request.url = target.pathname + target.search;
  return target;
}

/** What is said to who asks, in their language. */
function saidTo(request: IncomingMessage): CommandMessages['cli']['refused'] {
  return messagesOf(request).cli.refused;
}

function messagesOf({ headers }: IncomingMessage): CommandMessages {
  return commandMessagesFor(languageFor(headers['accept-language']));
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
