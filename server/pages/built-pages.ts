import accepts from 'accepts';
import { once } from 'node:events';
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import send from 'send';
import { z } from 'zod';
import { documentAttributes } from '@lib/document/attributes';
import { ROOT } from '../root';
import type { PageContext, Pages } from './pages';
import { filled, parseTemplate, type Template } from './template';

/** What `npm run build:package` makes. */
export const BUILT_PAGE = join(ROOT, 'dist/page');

/** The fonts of the page and of figures. */
export const FONTS = join(ROOT, 'app/fonts');

const FILES = join(BUILT_PAGE, 'files');
const PUBLIC = join(ROOT, 'public');

/** For a file whose name changes with what is in it: as Next says it. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** As Next says it of a file of `public`. */
const ASKED_AGAIN = 'public, max-age=0';

/** As Next says it of a page that is made anew for each request. */
const NEVER_KEPT = 'private, no-cache, no-store, max-age=0, must-revalidate';

/** Ends the name of a file that lies there packed, and only so: unpacked beside it, it made what is installed larger. */
const PACKED = '.gz';

/** Of what is packed: what it is, whatever it is packed in. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page that Next made when nsview was built: what is installed as a package has no Next. @throws where it was not built */
export function builtPages(): Pages {
  const page = templateIn('index.html');
  const missing = templateIn('404.html');
  const fonts = fontNamesIn('fonts.json');
  const files = namesIn(FILES);
  const others = namesIn(PUBLIC);
  return {
    answer: (request, response, context) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const font = fonts.get(pathname);
      if (pathname === '/') sendPage(request, response, 200, page, context);
      else if (font !== undefined) return sendFile(request, response, FONTS, font, FOR_GOOD);
      else if (files.has(pathname + PACKED)) return sendPacked(request, response, pathname);
      else if (files.has(pathname)) return sendFile(request, response, FILES, pathname, FOR_GOOD);
      else if (others.has(pathname))
        return sendFile(request, response, PUBLIC, pathname, ASKED_AGAIN);
      else sendPage(request, response, 404, missing, context);
      return Promise.resolve();
    },
    handleUpgrade: () => false,
    close: () => Promise.resolve(),
  };
}

function templateIn(file: string): Template {
  return parseTemplate(readFileSync(join(BUILT_PAGE, file), 'utf8'));
}

/** By the name that the page asks for: that of the file in {@link FONTS}. */
function fontNamesIn(file: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(BUILT_PAGE, file), 'utf8');
  return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(text))));
}

/** All files below a folder, as they are asked for. */
function namesIn(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile());
  return new Set(paths.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name))}`));
}

function sendPage(
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

/**
 * A file of the page: packed as it lies there where who asks takes that, else unpacked while it is sent.
 *
 * @throws as {@link sendFile} does
 */
async function sendPacked(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
): Promise<void> {
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Content-Type', TYPES[extname(pathname)] ?? 'application/octet-stream');
  if (accepts(request).encodings(['gzip']) !== false) {
    response.setHeader('Content-Encoding', 'gzip');
    return sendFile(request, response, FILES, pathname + PACKED, FOR_GOOD);
  }
  const file = createReadStream(join(FILES, pathname + PACKED));
  await once(file, 'open');
  response.setHeader('Cache-Control', FOR_GOOD);
  if (request.method === 'HEAD') {
    file.destroy();
    response.end();
    return;
  }
  await pipeline(file, createGunzip(), response).catch((error: unknown) => {
    // Whoever asked has hung up.
    if (!response.destroyed) throw error;
  });
}

/** @throws where the file can be read no more: another version was installed over this one, say */
function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  pathname: string,
  kept: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    response.once('close', resolve);
    response.setHeader('Cache-Control', kept);
    send(request, pathname, { root, index: false, acceptRanges: false, cacheControl: false })
      .once('error', (error) => {
        // What is said of it is not packed.
        response.removeHeader('Content-Encoding');
        reject(error);
      })
      .pipe(response);
  });
}
