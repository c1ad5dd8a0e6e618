import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { z } from 'zod';
import { documentAttributes } from '@lib/document/attributes';
import { ROOT } from '../root';
import type { PageContext, Pages } from './pages';
import { filled, parseTemplate, type Template } from './template';

/** What `npm run build:package` makes. */
export const BUILT_PAGE = join(ROOT, 'dist/page');

/** The fonts of the page and of figures. */
export const FONTS = join(ROOT, 'app/fonts');

/** Seconds for which a file may be kept whose name changes with what is in it: as Next says it. */
const A_YEAR = 31_536_000;

/** As Next says it of a page that is made anew for each request. */
const NEVER_KEPT = 'private, no-cache, no-store, max-age=0, must-revalidate';

/** The page that Next made when nsview was built: what is installed as a package has no Next. @throws where it was not built */
export function builtPages(): Pages {
  const page = templateIn('index.html');
  const missing = templateIn('404.html');
  const kept = { immutable: true, maxAge: A_YEAR, etag: true };
  const scripts = sirv(join(BUILT_PAGE, 'files'), { ...kept, brotli: true, gzip: true });
  const fonts = sirv(FONTS, kept);
  const fontNames = new Map(Object.entries(fontNamesIn('fonts.json')));
  const others = sirv(join(ROOT, 'public'), { maxAge: 0, etag: true });
  return {
    answer: async (request, response, context) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/') return send(request, response, 200, page, context);
      const nobody = () => send(request, response, 404, missing, context);
      const font = fontNames.get(pathname);
      if (font === undefined) {
        scripts(request, response, () => others(request, response, nobody));
      } else {
        fonts(Object.assign(request, { url: font }), response, nobody);
      }
      return Promise.resolve();
    },
    handleUpgrade: () => false,
    close: () => Promise.resolve(),
  };
}

/** By the name that the page asks for: that of the file in {@link FONTS}. */
function fontNamesIn(file: string): Record<string, string> {
  const text = readFileSync(join(BUILT_PAGE, file), 'utf8');
  return z.record(z.string(), z.string()).parse(JSON.parse(text));
}

function templateIn(file: string): Template {
  return parseTemplate(readFileSync(join(BUILT_PAGE, file), 'utf8'));
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  template: Template,
  { nonce, search, role }: PageContext,
): void {
  const attributes = documentAttributes({
    search,
    acceptLanguage: request.headers['accept-language'],
    role,
  });
  const html = Buffer.from(filled(template, attributes, nonce));
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': html.length,
    'Cache-Control': NEVER_KEPT,
  });
  // To HEAD, Node sends what stands before the page alone.
  response.end(html);
}
