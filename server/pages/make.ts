/**
 * `npm run build:package`: writes down the page that Next makes, and puts its files beside it, packed as
 * browsers take them, for what runs without Next. Fonts are there already, for figures: it is noted which
 * is which. After `npm run build`.
 */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../root';
import { BUILT_PAGE, FONTS } from './built-pages';
import { nextPages } from './next-pages';
import { NONCE_PLACE, parseTemplate } from './template';

/** What packing makes smaller; fonts are packed. */
const TEXT = /\.(?:js|css|json|svg)$/;

/** What is asked of Next, and where the answer goes. */
const PAGES = [
  ['/', 200, 'index.html'],
  ['/no-page-has-this-name', 404, '404.html'],
] as const;

function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

const pages = await nextPages(false);
const server = createServer((request, response) => {
  void pages.answer(request, response, { nonce: NONCE_PLACE, search: '', role: null });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

rmSync(BUILT_PAGE, { recursive: true, force: true });
const files = join(BUILT_PAGE, 'files/_next');
mkdirSync(files, { recursive: true });
for (const [path, status, file] of PAGES) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  if (answer.status !== status) throw new Error(`${path} was answered with ${answer.status}`);
  // What it brings for browsers of years ago, none of those that the page is for takes.
  const html = (await answer.text()).replace(/<script [^>]*noModule[^>]*><\/script>/, '');
  parseTemplate(html);
  writeFileSync(join(BUILT_PAGE, file), html);
}
cpSync(join(ROOT, '.next/static'), join(files, 'static'), { recursive: true });
for (const name of readdirSync(join(files, 'static/chunks'))) {
  if (name.startsWith('polyfills-')) rmSync(join(files, 'static/chunks', name));
}
const shipped = new Map(readdirSync(FONTS).map((name) => [digestOf(join(FONTS, name)), name]));
const fonts: Record<string, string> = {};
for (const name of readdirSync(join(files, 'static/media'))) {
  const path = join(files, 'static/media', name);
  const same = shipped.get(digestOf(path));
  if (same === undefined) continue;
  fonts[`/_next/static/media/${name}`] = `/${same}`;
  rmSync(path);
}
writeFileSync(join(BUILT_PAGE, 'fonts.json'), JSON.stringify(fonts));
for (const entry of readdirSync(files, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !TEXT.test(entry.name)) continue;
  const path = join(entry.parentPath, entry.name);
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  rmSync(path);
}
server.close();
server.closeAllConnections();
await pages.close();
