import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { descendants } from './harness/descendants';
import { expect, test } from './harness/fixtures';
import { type Nsview, spawnNsview, startNsview } from './harness/nsview';
import { openNsview } from './harness/pages';
import { until } from './harness/until';

const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';

async function expectRefused(nsview: Nsview, line: RegExp, code: number): Promise<void> {
  expect(await nsview.ended(), nsview.stdout + nsview.stderr).toBe(code);
  expect(nsview.stderr.trim().split('\n')).toHaveLength(1);
  expect(nsview.stderr).toMatch(line);
  expect(nsview.stdout, 'no address').not.toContain('http');
}

/** The command line of a process. */
function programOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends the server within a second, with a page open`, async ({ browser }) => {
    const nsview = await startNsview({ docker: NO_DAEMON });
    // Outside the shared context: that this page's connection breaks is the point.
    const page = await browser.newPage();
    await openNsview(page, nsview, 'view=processes&vantages=:host');
    // What reads below roots is there a moment later; stopped, it would never find by itself that it is alone.
    // And it is not there before it is another program: one that is stopped before that holds still who started it.
    const children = await until(
      'what reads inside is there',
      () => {
        const all = descendants(nsview.pid);
        return (
          all.length > 0 && all.every((pid) => programOf(pid) !== programOf(nsview.pid)) && all
        );
      },
      10_000,
    );
    const family = [nsview.pid, ...children];
    for (const pid of children) process.kill(pid, 'SIGSTOP');

    expect(await nsview.stop(signal)).toBeLessThanOrEqual(1000);

    expect(nsview.exitCode).toBe(0);
    expect(
      family.filter((pid) => existsSync(`/proc/${pid}`)),
      'what it started is gone',
    ).toEqual([]);
    expect(nsview.stderr).toBe('');
    await expect(page.locator('html')).toHaveAttribute('data-state', /stale|connecting/);
    await page.close();
  });
}

const WRONG: [args: string[], line: RegExp][] = [
  [['--nonsense'], /--nonsense/],
  [['--port', 'banana'], /--port.*banana|banana.*--port/],
  [['--port', '70000'], /--port.*70000|70000.*--port/],
  [['--port'], /--port/],
  [['--docker', 'gopher://nowhere'], /--docker.*gopher|gopher.*--docker/],
  [['--host', '0.0.0.0'], /token/],
];

for (const [args, line] of WRONG) {
  test(`refused with one line and exit code 2: ${args.join(' ')}`, async () => {
    await expectRefused(spawnNsview(args), line, 2);
  });
}

test('a port in use is told in one line', async () => {
  const first = await startNsview({ docker: NO_DAEMON });
  const { port } = new URL(first.url);
  await expectRefused(spawnNsview(['--port', port, '--docker', NO_DAEMON]), new RegExp(port), 2);
  await first.stop();
});

test('npm start serves, and SIGTERM to npm leaves nothing', async () => {
  test.setTimeout(180_000);
  const npm = spawn('npm', ['start', '--', '--port', '0', '--docker', NO_DAEMON], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  npm.stdout.on('data', (part: Buffer) => (said += part.toString()));
  await until('npm start prints its address', () => /^nsview: http/m.test(said), 150_000);
  const family = [npm.pid ?? 0, ...descendants(npm.pid ?? 0)];
  expect(family.length).toBeGreaterThan(1);

  npm.kill('SIGTERM');

  await until('all are gone', () => !family.some((pid) => existsSync(`/proc/${pid}`)), 1000);
});
