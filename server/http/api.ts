import type { ServerResponse } from 'node:http';
import type { Hub } from '../hub/hub';

/** Answers what is asked of the API; false when the path is not one of its own. */
export async function answerApi(
  path: string,
  query: URLSearchParams,
  hub: Hub,
  response: ServerResponse,
): Promise<boolean> {
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
    case '/api/v1/snapshot':
      await answerSnapshot(query.get('heldBy'), hub, response);
      return true;
    case '/api/v1/usage':
      sendJson(response, 200, { processes: await hub.usage() });
      return true;
    default:
      return false;
  }
}

/** @param heldBy `now`: what holds namespaces besides processes is looked for first */
async function answerSnapshot(
  heldBy: string | null,
  hub: Hub,
  response: ServerResponse,
): Promise<void> {
  if (heldBy === null) sendJson(response, 200, await hub.fresh());
  else if (heldBy === 'now') sendJson(response, 200, await hub.searched());
  else refuse(response, 400, 'heldBy: only "now" can be asked for.');
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
