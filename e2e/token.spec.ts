import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from './harness/fixtures';
import { type Nsview, spawnNsview } from './harness/nsview';
import { settled } from './harness/pages';
import { ask, askUpgrade } from './harness/raw-http';
import { until } from './harness/until';

const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';

interface Gated {
  nsview: Nsview;
  /** Its address on this machine. */
  url: string;
  tokenFile: string;
}

/** A server that listens beyond this machine, and so asks for a token. */
const test = base.extend<{ gated: Gated }>({
  gated: async ({ ownNsview }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nsv-token-'));
    const tokenFile = join(folder, 'token');
    const args = ['--host', '0.0.0.0', '--token-file', tokenFile];
    try {
      const nsview = await ownNsview({ docker: NO_DAEMON, args });
      await use({ nsview, url: `http://127.0.0.1:${new URL(nsview.url).port}`, tokenFile });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});

/** The query of the newest one-time address that the server has printed, but not this one. */
function ticket(nsview: Nsview, used = ''): Promise<string> {
  return until(
    'a one-time address is printed',
    () => {
      const newest = nsview.stdout.match(/\?ticket=[0-9a-f]{64}/g)?.at(-1);
      return newest !== used && newest;
    },
    5000,
  );
}

test('nothing is told without the token', async ({ gated: { url } }) => {
  for (const path of ['/', '/api/v1/snapshot', '/?ticket=', `/?ticket=${'0'.repeat(64)}`]) {
    expect((await ask(url + path, {})).status, path).toBe(401);
  }
  const wrong = { Authorization: `Bearer ${'0'.repeat(64)}` };
  expect((await ask(`${url}/api/v1/snapshot`, wrong)).status).toBe(401);
  expect((await askUpgrade(url, { Origin: url })).status).toBe(401);
});

test('the one-time address gives a cookie, once', async ({ gated: { nsview, url } }) => {
  const query = await ticket(nsview);
  // A redirect to what a browser takes for another server would give the visit away.
  expect((await ask(`${url}/.//evil.example/${query}`, {})).status).toBe(400);
  const entered = await ask(`${url}/${query}&view=processes`, {});
  expect(entered.status).toBe(303);
  expect(entered.headers.location).toBe('/?view=processes');
  const [cookie = ''] = entered.headers['set-cookie'] ?? [];
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Strict/i);
  const [pair = ''] = cookie.split(';');
  expect(pair.split('=')[0]).toContain(new URL(url).port);

  expect((await ask(`${url}/${query}`, {})).status, 'a second time').toBe(401);
  expect((await ask(url, { Cookie: pair })).status).toBe(200);
  expect((await askUpgrade(url, { Origin: url, Cookie: pair })).status).toBe(101);
  const foreign = { Origin: 'http://evil.example', Cookie: pair };
  expect((await askUpgrade(url, foreign)).status).toBe(403);
  expect((await ask(url, { Host: 'evil.example', Cookie: pair })).status).toBe(403);
  await ticket(nsview, query);
});

test('a program shows the token itself, which is private and never printed', async ({
  gated: { nsview, url, tokenFile },
}) => {
  const token = readFileSync(tokenFile, 'utf8').trim();
  expect(token).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(tokenFile).mode & 0o777).toBe(0o600);
  const shown = { Authorization: `Bearer ${token}` };
  expect((await ask(`${url}/api/v1/snapshot`, shown)).status).toBe(200);
  expect((await askUpgrade(url, shown)).status, 'no origin, but the token').toBe(101);
  expect(nsview.stdout + nsview.stderr).not.toContain(token);

  chmodSync(tokenFile, 0o644);
  const args = ['--port', '0', '--host', '0.0.0.0', '--token-file', tokenFile];
  const careless = spawnNsview([...args, '--docker', NO_DAEMON]);
  expect(await careless.ended()).toBe(2);
  expect(careless.stderr).toContain(tokenFile);
});

test('a browser signs in by the one-time address and goes live', async ({
  page,
  gated: { nsview, url },
}) => {
  await page.goto(`${url}/${await ticket(nsview)}`);
  await settled(page);
  await expect(page.locator('html')).toHaveAttribute('data-state', 'live');
  expect(page.url()).not.toContain('ticket');
});
