import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { commandMessagesFor } from '@lib/i18n/command-messages';
import { languageFor } from '@lib/i18n/language';
import type { Show } from '../hub/show';
import type { Presentation } from '../present/presentation';
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
import {
  createListener,
  messagesTo,
  refuseUpgrade,
  targetOf,
  type HandleUpgrade,
} from './listener';
import type { Pages } from '../pages/pages';

export interface HttpParts {
  /** What the API tells of. */
  show: Pick<Show, 'hub' | 'desk'>;
  lessons: Lessons;
  /** Null: nothing is run here. */
  lab: Lab | null;
  /** Null: nothing is presented. */
  presentation: Pick<Presentation, 'audience'> | null;
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

/** The one HTTP server of the presenter, and the one dispatcher of upgrades: every request passes the same doors. */
export function createHttpServer(parts: HttpParts): { server: Server; close: () => void } {
  return createListener({
    answer: (request, response) => answer(parts, request, response),
    upgrade: (request, socket, head) => upgrade(parts, request, socket, head),
    report: parts.report,
  });
}

async function answer(
  { show, lessons, lab, presentation, pages, allowed, gate, dev }: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = targetOf(request);
  const messages = messagesTo(request);
  const said = messages.cli.refused;
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
    return answerLab(lab, { ...asked, messages });
  }
  if (!reading) {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(response, 405, said.method);
  }
  const audience = presentation?.audience ?? null;
  if (await answerApi(pathname, query, { ...show, audience }, response)) return;
  if (await answerFigure(pathname, query, show, response)) return;
  if (await answerLessons(pathname, lessons, response)) return;
  const preferred = languageFor(request.headers['accept-language']);
  const words = commandMessagesFor(preferred);
  if (await answerHandout(pathname, query, lessons, preferred, words, response)) return;
  if (pathname === DEBUGGER || pathname.startsWith('/socket.io')) {
    return refuse(response, 404, said.unknown);
  }
  const role = presentation === null ? null : 'presenter';
  await pages.answer(request, response, { nonce, search, role });
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
