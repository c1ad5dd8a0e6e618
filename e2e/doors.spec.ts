import { BROKEN_TARGETS, rawGet, sendRaw, WEBSOCKET } from '../server/http/testing/raw-request';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';
import { ask, askUpgrade } from './harness/raw-http';

const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';
const HOSTILE = '<img src=x onerror=alert(1)>';
/** The key of a label may have no spaces. */
const HOSTILE_KEY = '<img/src=x/onerror=alert(1)>';

function foreignOrigins(port: string): string[] {
  return [
    `http://127.0.0.1:${Number(port) + 1}`,
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1.evil.example:${port}`,
    `http://evil.example`,
    'null',
  ];
}

test('a foreign host is refused, on every path', async ({ nsview }) => {
  const { host, port } = new URL(nsview.url);
  for (const path of ['/', '/healthz', '/api/v1/snapshot']) {
    expect((await ask(nsview.url + path, { Host: host })).status, path).toBe(200);
    for (const foreign of [
      'evil.example',
      `127.0.0.1.evil.example:${port}`,
      `127.evil.example:${port}`,
      `127.0.0.1:${Number(port) + 1}`,
    ]) {
      expect((await ask(nsview.url + path, { Host: foreign })).status, foreign + path).toBe(403);
    }
  }
  const foreign = await askUpgrade(nsview.url, { Host: 'evil.example', Origin: nsview.url });
  expect(foreign.status).toBe(403);
});

test('a foreign origin is refused, on the websocket', async ({ nsview }) => {
  expect((await askUpgrade(nsview.url, { Origin: nsview.url })).status).toBe(101);
  for (const origin of foreignOrigins(new URL(nsview.url).port)) {
    expect((await askUpgrade(nsview.url, { Origin: origin })).status, origin).toBe(403);
  }
  expect((await askUpgrade(nsview.url, {})).status, 'no origin and no token').toBe(403);
});

test('a foreign origin is refused, on anything but GET', async ({ nsview }) => {
  const url = `${nsview.url}/api/v1/snapshot`;
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    expect((await ask(url, { Origin: nsview.url }, method)).status, method).not.toBe(403);
    for (const origin of foreignOrigins(new URL(nsview.url).port)) {
      const { status } = await ask(url, { Origin: origin }, method);
      expect(status, `${method} ${origin}`).toBe(403);
    }
  }
});

test('long polling is not served', async ({ nsview }) => {
  const polling = `${nsview.url}/socket.io/?EIO=4&transport=polling`;
  expect([400, 403, 404]).toContain((await ask(polling, { Origin: nsview.url })).status);
});

test('an upgrade on another path is answered and closed', async ({ nsview }) => {
  const elsewhere = await ask(`${nsview.url}/elsewhere`, {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    Origin: nsview.url,
  });
  expect([400, 403, 404]).toContain(elsewhere.status);
});

test('a target that is none is refused both ways, and leaves no mark', async ({ ownNsview }) => {
  const nsview = await ownNsview({ docker: NO_DAEMON });
  const { host, port } = new URL(nsview.url);
  const headers = { Host: host, Origin: nsview.url, Connection: 'close' };
  // Once it has shown a page: what of Next is loaded only then takes part as well.
  expect((await ask(nsview.url, {})).status).toBe(200);
  const { stdout, stderr } = nsview;
  for (const [name, target] of BROKEN_TARGETS) {
    for (const more of [{}, WEBSOCKET, { ...WEBSOCKET, Origin: 'http://evil.example' }]) {
      const answer = await sendRaw(Number(port), rawGet(target, { ...headers, ...more }));
      expect(answer, name).toMatch(/^HTTP\/1\.1 400 /);
    }
  }
  expect((await ask(nsview.url, {})).status).toBe(200);
  expect({ stdout: nsview.stdout, stderr: nsview.stderr }).toEqual({ stdout, stderr });
});

test('names of hostile text are shown as text', async ({ page, dockerd, nsview }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  // A process whose comm (cut at 15 bytes by the kernel) and arguments carry it.
  const script = 'printf "%s" "$0" > /proc/self/comm; sleep 1d; :';
  await dockerd.run(
    ...['--name', 'c1', '--label', `${HOSTILE_KEY}=${HOSTILE}`],
    ...['ubuntu', 'sh', '-c', script, HOSTILE],
  );

  await openNsview(page, nsview, 'view=processes&vantages=:host,c1&rows=all&select=container:c1');
  const commands = page.locator('[data-vantage="c1"] [data-column="command"]');
  await expect(commands.first()).toContainText(HOSTILE);
  await openNsview(page, nsview, 'view=sharing&select=container:c1');
  await expect(containerNode(page, 'c1')).toBeVisible();
  const inspector = page.getByRole('complementary');
  await expect(inspector).toContainText(HOSTILE);
  await expect(page.locator('img')).toHaveCount(0);
  for (const view of ['sharing', 'processes']) {
    const hostileState = `view=${view}&select=container:${encodeURIComponent(HOSTILE)}`;
    await openNsview(page, nsview, `${hostileState}&vantages=${encodeURIComponent(HOSTILE)}`);
    await expect(page.locator('img')).toHaveCount(0);
  }
  expect(dialogs).toEqual([]);

  const { body, headers } = await ask(`${nsview.url}/?select=${encodeURIComponent(HOSTILE)}`, {});
  expect(headers['content-type']).toContain('text/html');
  expect(body).not.toContain('<img src=x');
});

test('what is in public/ is served', async ({ nsview }) => {
  for (const [path, type] of [
    ['/icon.svg', 'image/svg+xml'],
    ['/robots.txt', 'text/plain'],
    ['/recordings/course.jsonl.gz', 'application/gzip'],
  ] as const) {
    const { status, headers } = await ask(nsview.url + path, {});
    expect(status, path).toBe(200);
    expect(headers['content-type'], path).toContain(type);
  }
});

test('headers: a policy with a nonce, and no way to be framed or sniffed', async ({ nsview }) => {
  const first = await ask(nsview.url, {});
  const policy = String(first.headers['content-security-policy']);
  const nonce = /script-src[^;]*'nonce-([^']+)'/.exec(policy)?.[1];
  expect(nonce).toBeTruthy();
  expect(/script-src[^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe-(inline|eval)|\*|http:/);
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
  const scripts = first.body.match(/<script[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  const second = await ask(nsview.url, {});
  expect(second.headers['content-security-policy']).not.toContain(String(nonce));
  for (const path of ['/', '/api/v1/snapshot', '/healthz', '/no-such-page']) {
    const { headers } = await ask(nsview.url + path, {});
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('x-powered-by');
  }
});
