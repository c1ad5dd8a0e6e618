import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { isAllowedHost, isAllowedOrigin } from '../security/doors';
import type { FollowGate } from '../security/follow-gate';
import { contentSecurityPolicy, setSecurityHeaders } from '../security/headers';
import { refuse } from './api';
import { createListener, messagesTo, refuseUpgrade, targetOf } from './listener';
import type { Pages } from '../pages/pages';

export interface FollowerParts {
  pages: Pick<Pages, 'answer'>;
  /** Takes the websockets that may pass, with the browser that each is of. */
  handleSocket: (request: IncomingMessage, socket: Duplex, head: Buffer, device: string) => void;
  /** The one `host:port` by which it is asked for, filled in when the port is known. */
  allowed: ReadonlySet<string>;
  gate: () => FollowGate;
  report: (error: unknown) => void;
}

/** Connections at once, also of those who do not follow: each takes a descriptor, of which the presenter needs some too. */
const MAX_CONNECTIONS = 1000;

/** What the page is made of. */
const STATIC = '/_next/static/';

/** The HTTP server of those who follow: the page, its parts, one websocket, and nothing else. */
export function createFollowersServer(parts: FollowerParts): { server: Server; close: () => void } {
  const listener = createListener({
    answer: (request, response) => answer(parts, request, response),
    upgrade: (request, socket, head) => upgrade(parts, request, socket, head),
    report: parts.report,
  });
  listener.server.maxConnections = MAX_CONNECTIONS;
  return listener;
}

async function answer(
  { pages, allowed, gate }: FollowerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = targetOf(request);
  const said = messagesTo(request).cli.refused;
  const nonce = randomBytes(16).toString('base64');
  setSecurityHeaders(response, contentSecurityPolicy(nonce, false));

  if (target === null) return refuse(response, 400, said.target);
  if (!isAllowedHost(request, allowed)) return refuse(response, 403, said.followersHost);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, said.method);
  }
  const { pathname, search } = target;
  const guard = gate();
  if (pathname === '/' && guard.redeem(target, request, response)) return;
  if (guard.admits(request) === null) return refuse(response, 401, said.follow);
  if (pathname !== '/' && pathname !== '/icon.svg' && !pathname.startsWith(STATIC)) {
    return refuse(response, 404, said.unknown);
  }
  await pages.answer(request, response, { nonce, search, role: 'follower' });
}

function upgrade(
  { allowed, gate, handleSocket }: FollowerParts,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const target = targetOf(request);
  const device = gate().admits(request);
  if (target === null) refuseUpgrade(socket, '400 Bad Request');
  else if (!isAllowedOrigin(request, allowed, false)) {
    // A page of the one name, which is what is asked for as well.
    refuseUpgrade(socket, '403 Forbidden');
  } else if (device === null) refuseUpgrade(socket, '401 Unauthorized');
  else if (target.pathname === '/socket.io/') handleSocket(request, socket, head, device);
  else refuseUpgrade(socket, '404 Not Found');
}
