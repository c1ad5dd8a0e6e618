import type { ServerResponse } from 'node:http';
import { FIGURE } from '@lib/api/figure-path';
import { readFigureQuery, type AskedFigure } from '@lib/figure/figure-query';
import { MissingCharacter } from '@lib/figure/outlined';
import type { Show } from '../hub/show';
import { sendOutcome } from './api';

/** So many may wait while one is drawn: drawing takes all of a processor. */
const MOST_WAITING = 8;

let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/** Answers with what is shown as a picture; false when the path is not that of figures. */
export async function answerFigure(
  path: string,
  query: URLSearchParams,
  show: Pick<Show, 'hub' | 'desk'>,
  response: ServerResponse,
): Promise<boolean> {
  if (path !== FIGURE) return false;
  const asked = readFigureQuery(query);
  if (typeof asked === 'string') {
    sendOutcome(response, { error: { code: 'invalid', message: asked } });
  } else if (waiting >= MOST_WAITING) {
    const message = `${MOST_WAITING} other figures are being drawn`;
    sendOutcome(response, { error: { code: 'busy', message } });
  } else {
    await send(asked, show, response);
  }
  return true;
}

async function send(
  asked: AskedFigure,
  show: Pick<Show, 'hub' | 'desk'>,
  response: ServerResponse,
): Promise<void> {
  try {
    const svg = await inTurn(() => drawn(asked, show));
    response.writeHead(200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    response.end(svg);
  } catch (error) {
    if (!(error instanceof MissingCharacter)) throw error;
    const code = error.character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
    const message = `no font of nsview has U+${code ?? ''}, which stands in ${JSON.stringify(error.text)}: ask with text=fonts`;
    sendOutcome(response, { error: { code: 'failed', message } });
  }
}

async function drawn({ text, ...asked }: AskedFigure, { hub, desk }: Pick<Show, 'hub' | 'desk'>) {
  // Seldom asked for, and its libraries take a moment to load.
  const { drawSvg } = await import('../figure/draw');
  const snapshot = await hub.fresh();
  const moment = { snapshot, ask: desk.answer.bind(desk) };
  return drawSvg(moment, text, { ...asked, name: 'figure' });
}

/** One after another. */
async function inTurn<T>(draw: () => Promise<T>): Promise<T> {
  waiting += 1;
  const mine = last.then(draw);
  last = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}
