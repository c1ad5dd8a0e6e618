import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { run, type Outcome } from './harness/command';
import { expect, test } from './harness/fixtures';
import { until } from './harness/until';

/* How soon a start is over that has everything: the packages, and a build. */

const PROGRAM = new URL('../server/start.mjs', import.meta.url).pathname;

test('npm start serves within 3 s', async () => {
  const goes: number[] = [];
  for (let go = 0; go < 3; go += 1) {
    const serve = ['start', '--', '--port', '0', '--docker', 'unix:///nsv-no-daemon-here.sock'];
    const since = performance.now();
    const npm = spawn('npm', serve, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    npm.stdout.on('data', (part: Buffer) => (said += part.toString()));
    await until('npm start prints its address', () => /^nsview: http/m.test(said), 30_000);
    goes.push(performance.now() - since);
    const ended = once(npm, 'exit');
    npm.kill('SIGTERM');
    await ended;
  }
  // The best of three: a busy machine makes any of them slow.
  expect(Math.min(...goes), goes.join(', ')).toBeLessThanOrEqual(3000);
});

/** The shortest of several goes, milliseconds. */
async function quickest(args: string[]): Promise<{ took: number; outcome: Outcome }> {
  const goes: { took: number; outcome: Outcome }[] = [];
  for (let go = 0; go < 5; go += 1) {
    const since = performance.now();
    const outcome = await run(process.execPath, [PROGRAM, ...args]);
    goes.push({ took: performance.now() - since, outcome });
  }
  const [best] = goes.sort((a, b) => a.took - b.took);
  if (best === undefined) throw new Error('no go');
  return best;
}

for (const args of [['--help'], ['ls', '--help'], ['snapshot', '--help']]) {
  test(`help is there within half a second: ${args.join(' ')}`, async () => {
    const { took, outcome } = await quickest(args);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain('--docker');
    expect(took).toBeLessThanOrEqual(500);
  });
}

test('a wrong argument is told within a second', async () => {
  const { took, outcome } = await quickest(['--nonsense']);
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  expect(outcome.stderr).toContain('--nonsense');
  expect(took).toBeLessThanOrEqual(1000);
});
