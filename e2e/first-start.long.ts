import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun, run } from './harness/command';
import { descendants } from './harness/descendants';
import { expect, test } from './harness/fixtures';
import { until } from './harness/until';

/* A copy of what a clone has, and nothing besides: the packages and the build come with its first start. */

const CHECKOUT = new URL('..', import.meta.url).pathname;
const SERVE = ['start', '--', '--port', '0', '--docker', 'unix:///nsv-no-daemon-here.sock'];
const ADDRESS = /^nsview: (http:\S+)$/m;
/** Milliseconds: the packages come over the network, and the other tests' daemons are at work too. */
const FIRST_START = 420_000;

let clone = '';

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const npm = await run('npm', ['ping']);
  test.skip(npm.code !== 0, 'no package can be had: the registry of npm does not answer');
  clone = mkdtempSync(join(tmpdir(), 'nsv-clone-'));
  const copy =
    'git -C "$1" ls-files -coz --exclude-standard | tar -C "$1" --null -T - -c | tar -C "$2" -x';
  await mustRun('sh', ['-ec', copy, 'sh', CHECKOUT, clone]);
});
test.afterAll(() => {
  if (clone !== '') rmSync(clone, { recursive: true });
});

interface Started {
  child: ChildProcess;
  stdout: string;
  stderr: string;
}

/** Runs `command` in the clone until it prints an address. */
async function started(command: string[], within: number): Promise<Started> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: clone, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Started = { child, stdout: '', stderr: '' };
  child.stdout.on('data', (part: Buffer) => (said.stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said.stderr += part.toString()));
  const answered = () => ADDRESS.test(said.stdout) || child.exitCode !== null;
  await until(`${command.join(' ')} prints its address`, answered, within);
  expect(said.stdout, said.stderr).toMatch(ADDRESS);
  return said;
}

async function stop({ child }: Started): Promise<void> {
  const family = [child.pid ?? 0, ...descendants(child.pid ?? 0)];
  child.kill('SIGTERM');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  await until('all are gone', () => !family.some((pid) => existsSync(`/proc/${pid}`)), 5000);
}

test('the first start of a clone says what it does and how long, and npm warns of nothing', async () => {
  test.setTimeout(FIRST_START + 60_000);
  const first = await started(['npm', ...SERVE], FIRST_START);
  await stop(first);
  expect(
    first.stderr
      .replace(/\d+ s$/gm, 'N s')
      .trimEnd()
      .split('\n'),
  ).toEqual([
    'nsview: installing its packages; this takes about a minute, once',
    'nsview: installing its packages took N s',
    'nsview: building; this takes about a minute, once',
    'nsview: building took N s',
  ]);
});

test('every start after the first needs neither npm nor a network', async () => {
  // Anything npm could be asked for would fail: there is no way out, not even to this machine.
  const alone = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const second = await started([...alone, 'npm', ...SERVE], 30_000);
  const [, url = ''] = ADDRESS.exec(second.stdout) ?? [];
  const asked = `fetch(${JSON.stringify(url)}).then((page) => process.stdout.write(String(page.status)))`;
  const net = `--net=/proc/${String(second.child.pid)}/ns/net`;
  expect(await mustRun('nsenter', [net, process.execPath, '-e', asked])).toBe('200');
  await stop(second);
  expect(second.stderr).toBe('');
});
