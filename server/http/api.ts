import type { ServerResponse } from 'node:http';
import { openApi } from '@lib/api/description';
import type { Health } from '@lib/api/health';
import { questionAt } from '@lib/api/paths';
import { VERSION } from '@lib/model/version';
import type { AskErrorCode, Outcome } from '@lib/protocol/ask';
import type { Show } from '../hub/show';
import type { Presentation } from '../present/presentation';

type Shown = Pick<Show, 'hub' | 'desk'> & {
  /** Null: nothing is presented. */
  audience: Presentation['audience'] | null;
};

const STATUS: Record<AskErrorCode, number> = {
  'unknown-question': 404,
  invalid: 400,
  gone: 404,
  deadline: 504,
  busy: 503,
  'not-in-recording': 409,
  'not-from-here': 409,
  withheld: 403,
  failed: 500,
};

/** Answers what is asked of the API; false when the path is not one of its own. */
export async function answerApi(
  path: string,
  query: URLSearchParams,
  show: Shown,
  response: ServerResponse,
): Promise<boolean> {
  const { hub, desk } = show;
  switch (path) {
    case '/healthz': {
      const { engines } = await hub.fresh();
      const { scanAge, viewers } = hub;
      const health: Health = {
        status: 'ok',
        version: VERSION,
        engines: engines.map(({ id, state, message }) => ({ id, state, message })),
        lastScanMs: scanAge === null ? null : Math.round(scanAge),
        viewers,
      };
      sendJson(response, 200, health);
      return true;
    }
    case '/metrics': {
      // Seldom asked for, and its library takes a moment to load.
      const { exposeMetrics } = await import('./metrics');
      const { contentType, text } = await exposeMetrics(hub, show.audience);
      response.writeHead(200, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
      response.end(text);
      return true;
    }
    case '/api/v1/snapshot':
      await answerSnapshot(query.get('heldBy'), show, response);
      return true;
    case '/api/v1/usage': {
      const outcome = await desk.answer({ name: 'usage' });
      if ('answer' in outcome) {
        sendJson(response, 200, { processes: outcome.answer.processes });
      } else if (isOfRecording(outcome)) {
        sendJson(response, 200, { processes: [] });
      } else {
        sendOutcome(response, outcome);
      }
      return true;
    }
    case '/api/v1/openapi.json':
      sendJson(response, 200, openApi(VERSION));
      return true;
    default: {
      const question = questionAt(path, query);
      if (question === null) return false;
      sendOutcome(response, await desk.answer(question));
      return true;
    }
  }
}

/** @param heldBy `now`: what holds namespaces besides processes is looked for first */
async function answerSnapshot(
  heldBy: string | null,
  { hub, desk }: Shown,
  response: ServerResponse,
): Promise<void> {
  if (heldBy === 'now') {
    const searched = await desk.answer({ name: 'holders' });
    // In a recording is what was found when it was made, and no more can be.
    const failed = 'error' in searched && !isOfRecording(searched);
    if (failed) sendOutcome(response, searched);
    else sendJson(response, 200, await hub.fresh());
  } else if (heldBy === null) {
    sendJson(response, 200, await hub.fresh());
  } else {
    const message = 'heldBy: only "now" can be asked for';
    sendOutcome(response, { error: { code: 'invalid', message } });
  }
}

function isOfRecording(outcome: Outcome): boolean {
  return 'error' in outcome && outcome.error.code === 'not-in-recording';
}

/** The answer itself, or why there is none. */
export function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  if ('answer' in outcome) sendJson(response, 200, outcome.answer);
  else sendJson(response, STATUS[outcome.error.code], outcome);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** One line for the person or program that asked for what it does not get. */
export function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${reason}\n`);
}
