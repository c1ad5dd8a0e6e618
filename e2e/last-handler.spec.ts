import { expect, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { ask } from './harness/raw-http';
import { until } from './harness/until';

const NO_DAEMON = 'unix:///nsv-no-daemon-here.sock';

/**
 * A node in which something goes wrong that nobody catches, when the test says so: what is the
 * matter with nsview cannot be known, so it comes from beside it.
 */
function nodeThat(fails: string): string[] {
  const script = `process.on('SIGUSR2', () => { ${fails} })`;
  return [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(script)}`];
}

const FAILURES = [
  ['an exception', 'throw new Error("nobody\\u001b[2J caught this");'],
  ['a rejection', 'Promise.reject(new Error("nobody\\u001b[2J caught this"));'],
  ['what is no error', 'throw "nobody\\u001b[2J caught this";'],
] as const;

for (const [name, fails] of FAILURES) {
  test(`${name} that nobody caught ends the server with one line`, async ({ ownNsview }) => {
    const nsview = await ownNsview({ docker: NO_DAEMON, build: { node: nodeThat(fails) } });
    // Next has handlers of its own, which are there once it has answered.
    expect((await ask(nsview.url, {})).status).toBe(200);
    const before = nsview.stderr;
    process.kill(nsview.pid, 'SIGUSR2');
    expect(await ended(nsview)).toBe(1);
    const told = nsview.stderr.slice(before.length);
    expect(told).toMatch(/^[^\n]*nobody[^\n]* caught this[^\n]*\n$/);
    expect(told).not.toContain('\u001b');
  });
}

test('what nobody caught leaves no reader behind', async ({ dockerd, ownNsview }) => {
  const readers = async () =>
    (await dockerd.cli('ps', '-aq', '--filter', 'label=nsview.role=reader')).stdout.trim();
  const nsview = await ownNsview({
    docker: dockerd.endpoint,
    args: ['--reader', 'container'],
    build: { node: nodeThat(FAILURES[0][1]) },
  });
  await until('a reader runs', async () => (await readers()) !== '', 20_000, 100);
  process.kill(nsview.pid, 'SIGUSR2');
  expect(await ended(nsview)).toBe(1);
  expect(await readers()).toBe('');
});

/** The exit code of a server that ends by itself. */
async function ended(nsview: Nsview): Promise<number | null> {
  await until('the server ends', () => nsview.exitCode !== null, 10_000);
  return nsview.ended();
}
