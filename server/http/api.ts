import type { ServerResponse } from 'node:http';
import type { AskErrorCode, Outcome } from '@lib/protocol/ask';
import { questionFromText } from '@lib/questions/from-text';
import type { Show } from '../hub/show';

type Shown = Pick<Show, 'hub' | 'desk'>;

/** The images that containers run from, or one of them after a slash. */
const IMAGES = '/api/v1/images';
/** Questions have their names after it, their fields in the query. */
const ASK = '/api/v1/ask/';
/** What a namespace isolates, by its id. */
const INSIDE = '/api/v1/inside/';
/** What a process may do, by its PID. */
const PROCESSES = '/api/v1/processes/';
/** Whether one end gets through to another: the question in the query. */
const REACH = '/api/v1/reach';
/** What is told of one container: after its name or id the question. */
const OF_CONTAINER = /^\/api\/v1\/containers\/([^/]+)\/(config|use)$/;

const STATUS: Record<AskErrorCode, number> = {
  'unknown-question': 404,
  invalid: 400,
  gone: 404,
  deadline: 504,
  busy: 503,
  'not-in-recording': 409,
  'not-from-here': 409,
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
      sendJson(response, 200, {
        status: 'ok',
        engines: engines.map(({ id, state, message }) => ({ id, state, message })),
        lastScanMs: scanAge === null ? null : Math.round(scanAge),
        viewers,
      });
      return true;
    }
    case '/metrics': {
      // Seldom asked for, and its library takes a moment to load.
      const { exposeMetrics } = await import('./metrics');
      const { contentType, text } = await exposeMetrics(hub);
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
    default:
      if (path.startsWith(INSIDE)) {
        const namespace = decoded(path.slice(INSIDE.length));
        sendOutcome(response, await desk.answer({ name: 'inside', namespace }));
        return true;
      }
      if (path.startsWith(PROCESSES)) {
        const pid = decoded(path.slice(PROCESSES.length));
        sendOutcome(response, await desk.answer(questionFromText('process', [['pid', pid]])));
        return true;
      }
      if (path === IMAGES) {
        sendOutcome(response, await desk.answer({ name: 'images' }));
        return true;
      }
      if (path.startsWith(`${IMAGES}/`)) {
        const image = decoded(path.slice(IMAGES.length + 1));
        sendOutcome(response, await desk.answer({ name: 'image', image }));
        return true;
      }
      if (path === REACH) {
        sendOutcome(response, await desk.answer(questionFromText('reach', query)));
        return true;
      }
      if (OF_CONTAINER.test(path)) {
        const [, ref = '', name = ''] = OF_CONTAINER.exec(path) ?? [];
        sendOutcome(response, await desk.answer({ name, container: decoded(ref) }));
        return true;
      }
      if (!path.startsWith(ASK)) return false;
      sendOutcome(response, await desk.answer(questionFromText(path.slice(ASK.length), query)));
      return true;
  }
}

/** As who asked wrote it, where it is no such text. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
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
    refuse(response, 400, 'heldBy: only "now" can be asked for.');
  }
}

function isOfRecording(outcome: Outcome): boolean {
  return 'error' in outcome && outcome.error.code === 'not-in-recording';
}

/** The answer itself, or why there is none. */
function sendOutcome(response: ServerResponse, outcome: Outcome): void {
  if ('answer' in outcome) sendJson(response, 200, outcome.answer);
  else sendJson(response, STATUS[outcome.error.code], outcome);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
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
