import { join } from 'node:path';
import { expect, test } from './harness/fixtures';
import { settled } from './harness/pages';
import { ask } from './harness/raw-http';

/* Next draws the page in a clone; in what is installed it was made beforehand. Both must answer alike. */

const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';
const DIST = join(import.meta.dirname, '../dist');

for (const [maker, program] of [
  ['Next', join(DIST, 'main.js')],
  ['the build', join(DIST, 'cli.js')],
] as const) {
  test.describe(`the page by ${maker}`, () => {
    test('says before any script what the link and the browser ask for', async ({ ownNsview }) => {
      const { url } = await ownNsview({ docker: NO_DAEMON, build: { program } });
      for (const [path, language, wanted] of [
        ['/', 'en-GB', /<html lang="en" data-state="connecting" [^>]*data-settled="false">/],
        ['/', 'zh-CN,zh;q=0.9', /<html lang="zh-CN" /],
        ['/?lang=en&theme=light', 'zh-CN', /<html lang="en" [^>]*data-theme="light">/],
        ['/?theme=contrast&projector=1', 'en', /data-theme="contrast" data-projector="1">/],
        ['/?theme="><script>alert(1)</script>', 'en', /<html lang="en" [^>]*data-settled="false">/],
      ] as const) {
        const page = await fetch(url + path, { headers: { 'Accept-Language': language } });
        expect(page.status, path).toBe(200);
        expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
        expect(page.headers.get('cache-control')).toContain('no-store');
        expect(await page.text(), path).toMatch(wanted);
      }
    });

    test('has the nonce of its answer in every script, and another in the next', async ({
      ownNsview,
    }) => {
      const { url } = await ownNsview({ docker: NO_DAEMON, build: { program } });
      const seen = new Set<string>();
      for (const path of ['/', '/', '/no-page-has-this-name']) {
        const page = await fetch(url + path);
        const policy = page.headers.get('content-security-policy') ?? '';
        const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
        expect(nonce).toMatch(/^[\w+/]{22}==$/);
        seen.add(nonce);
        const html = await page.text();
        const scripts = html.match(/<script\b[^>]*>/g) ?? [];
        expect(scripts.length).toBeGreaterThan(4);
        expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
      }
      expect(seen.size).toBe(3);
    });

    test('keeps scripts and fonts for good, and nothing else', async ({ ownNsview }) => {
      const { url } = await ownNsview({ docker: NO_DAEMON, build: { program } });
      const html = await (await fetch(url)).text();
      const paths = [...html.matchAll(/(?:src|href)="(\/_next\/[^"]+)"/g)].map(([, path]) => path);
      expect(paths.length).toBeGreaterThan(8);
      for (const path of paths) {
        const file = await fetch(`${url}${path ?? ''}`, { headers: { 'Accept-Encoding': 'gzip' } });
        expect(file.status, path).toBe(200);
        expect(file.headers.get('cache-control')).toMatch(/max-age=31536000, ?immutable/);
        const packed = file.headers.get('content-encoding');
        const bytes = await file.arrayBuffer();
        const { byteLength } = bytes;
        expect(byteLength, path).toBeGreaterThan(50);
        // Fonts are packed, and what is small gains nothing.
        if (path?.endsWith('.woff2') === true) expect(packed, path).toBeNull();
        else if (byteLength > 2048) expect(packed, path).toBe('gzip');
        const plain = await fetch(`${url}${path ?? ''}`, {
          headers: { 'Accept-Encoding': 'identity' },
        });
        expect(plain.headers.get('content-encoding'), path).toBeNull();
        expect(Buffer.from(await plain.arrayBuffer()).equals(Buffer.from(bytes)), path).toBe(true);
      }
      const icon = await fetch(`${url}/icon.svg`);
      expect(icon.status).toBe(200);
      expect(icon.headers.get('content-type')).toBe('image/svg+xml');
      expect(icon.headers.get('cache-control')).toContain('max-age=0');
    });

    test('has a page for what is not there, and gives away no other file', async ({
      ownNsview,
    }) => {
      const { url } = await ownNsview({ docker: NO_DAEMON, build: { program } });
      const missing = await fetch(`${url}/no-page-has-this-name`);
      expect(missing.status).toBe(404);
      expect(await missing.text()).toContain('could not be found');
      for (const path of [
        '/package.json',
        '/_next/static/../../../package.json',
        '/_next/static/..%2f..%2f..%2fpackage.json',
        '/%2e%2e/package.json',
        '/index.html',
        '/fonts.json',
        '/_next/static',
      ]) {
        const { status, body } = await ask(url + path, {});
        expect([400, 404], path).toContain(status);
        expect(body).not.toContain('"devDependencies"');
      }
    });

    test('tells HEAD what it would send, and sends nothing', async ({ ownNsview }) => {
      const { url } = await ownNsview({ docker: NO_DAEMON, build: { program } });
      const head = await fetch(url, { method: 'HEAD' });
      expect(head.status).toBe(200);
      expect(Number(head.headers.get('content-length'))).toBeGreaterThan(2000);
      expect(await head.text()).toBe('');
    });

    test('goes live, with every view, and complains of nothing', async ({
      page,
      dockerd,
      ownNsview,
    }) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'warning' || message.type() === 'error') {
          complaints.push(message.text());
        }
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      const { url } = await ownNsview({ docker: dockerd.endpoint, build: { program } });
      await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
      for (const view of ['sharing', 'matrix', 'processes', 'lens', 'kernel']) {
        await page.goto(`${url}/?view=${view}&select=container:c1`);
        await settled(page);
        await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
        await expect(page.locator('main')).toContainText('c1');
      }
      expect(complaints).toEqual([]);
    });
  });
}
