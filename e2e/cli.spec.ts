import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { namespaceId } from '@lib/model/ids';
import { namespaceTypeSchema } from '@lib/model/namespace-type-schema';
import { snapshotSchema } from '@lib/model/snapshot';
import { freshSnapshot } from './harness/api';
import { demand, mustRun, type Outcome, run } from './harness/command';
import { expect, test } from './harness/fixtures';
import { countsOf } from './harness/lsns';
import { PROGRAM } from './harness/program';
import { until } from './harness/until';

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const NOWHERE = 'unix:///nonexistent/d.sock';

const listing = z.object({
  namespaces: z.array(
    z.object({
      ns: z.int(),
      type: namespaceTypeSchema,
      nprocs: z.int(),
      pid: z.int().nullable(),
      uid: z.int().nullable(),
      containers: z.array(z.string()),
      sharing: z.string().nullable(),
      command: z.string().nullable(),
    }),
  ),
});

/** Run a command of nsview to its end. */
function nsview(...args: string[]): Promise<Outcome> {
  return run(process.execPath, [PROGRAM, ...args], { LC_ALL: 'C' });
}

async function list(...args: string[]) {
  const { code, stdout } = await nsview('ls', '--json', ...args);
  expect(code).toBe(0);
  return listing.parse(JSON.parse(stdout)).namespaces;
}

test('snapshot tells of containers what the API tells', async ({ dockerd, nsview: server }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--pid=container:c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c3', '--net=host', 'ubuntu', 'sleep', '1d');
  demand(await dockerd.cli('create', '--name', 'c4', 'ubuntu', 'true'), 'docker create');
  const { containers, host, engines } = await until(
    'the server knows all four',
    async () => {
      const snapshot = await freshSnapshot(server);
      return snapshot.containers.length === 4 && snapshot;
    },
    10_000,
  );

  const { code, stdout, stderr } = await nsview('snapshot', '--docker', dockerd.endpoint);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const told = snapshotSchema.parse(JSON.parse(stdout));
  expect(told.containers).toEqual(containers);
  expect(told.engines).toEqual(engines);
  expect(told.host).toEqual(host);
});

test('what only a mount holds is in the first answer that is asked to have it', async ({
  nsview: server,
}) => {
  const name = `nsv-held-${process.pid}`;
  await mustRun('ip', ['netns', 'add', name]);
  try {
    const mount = join('/run/netns', name);
    const id = `net:${statSync(mount).ino}`;
    const holder = expect.objectContaining({ kind: 'mount', path: mount });
    const expected = expect.objectContaining({
      id,
      processes: 0,
      heldBy: expect.arrayContaining([holder]),
    });
    const { stdout } = await nsview('snapshot', '--docker', NOWHERE);
    expect(snapshotSchema.parse(JSON.parse(stdout)).namespaces).toContainEqual(expected);
    expect((await list('-t', 'net', '--docker', NOWHERE)).map(({ ns }) => `net:${ns}`)).toContain(
      id,
    );
    const response = await fetch(`${server.url}/api/v1/snapshot?heldBy=now`);
    expect(snapshotSchema.parse(await response.json()).namespaces).toContainEqual(expected);
    expect((await fetch(`${server.url}/api/v1/snapshot?heldBy=then`)).status).toBe(400);
  } finally {
    await mustRun('ip', ['netns', 'delete', name]);
  }
});

test('ls agrees with lsns, and names containers', async ({ dockerd }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--pid=container:c1', 'ubuntu', 'sleep', '1d');
  // As any desktop has them: a PID namespace in another.
  const inner = ['unshare', '--pid', '--fork', '--kill-child', 'sleep', '1d'];
  const nested = spawn('unshare', ['-Urpf', '--kill-child', '--mount-proc', ...inner]);
  try {
    // Processes come and go between two commands: once in a while, both see the same.
    await expect(async () => {
      const lsns = countsOf(await mustRun('lsns', ['-J', '-t', 'pid']));
      const rows = await list('-t', 'pid', '--docker', dockerd.endpoint);
      const counted = new Map(
        rows.map(({ ns, nprocs }) => [namespaceId('pid', String(ns)), nprocs]),
      );
      expect([...counted.keys()].sort()).toEqual([...lsns.keys()].sort());
      for (const [id, nprocs] of lsns) {
        expect(Math.abs((counted.get(id) ?? 0) - nprocs), `of ${id}`).toBeLessThanOrEqual(3);
      }
      const shared = rows.find(({ containers }) => containers.includes('c1'));
      expect(shared).toMatchObject({ containers: ['c1', 'c2'], sharing: 'shared', nprocs: 2 });
    }).toPass({ timeout: 30_000 });
  } finally {
    nested.kill('SIGKILL');
  }

  const { stdout } = await nsview('ls', '-t', 'pid,net', '-t', 'uts', '--docker', dockerd.endpoint);
  const [titles, ...lines] = stdout.trimEnd().split('\n');
  expect(titles?.trim().split(/ +/)).toEqual([
    'NS',
    'TYPE',
    'NPROCS',
    'PID',
    'USER',
    'CONTAINERS',
    'SHARING',
    'COMMAND',
  ]);
  expect(new Set(lines.map((line) => line.trim().split(/ +/)[1]))).toEqual(
    new Set(['pid', 'net', 'uts']),
  );
  expect(stdout).toMatch(/ pid +2 +\d+ root +c1,c2 +shared +sleep 1d\n/);
});

test('hostile names print clean', async ({ dockerd }) => {
  const hostile = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202ereversed\nfake row';
  await dockerd.run('--name', 'c1', 'ubuntu', 'sh', '-c', 'sleep 1d; :', hostile);
  const table = await nsview('ls', '--docker', dockerd.endpoint);
  expect(table.stdout).toContain('c1');
  expect(table.stdout).toContain(']0;owned[2J31mreversed fake row\n');
  for (const line of table.stdout.split('\n')) expect(line).not.toMatch(UNPRINTABLE);

  for (const command of [['ls', '--json'], ['snapshot']]) {
    const { stdout } = await nsview(...command, '--docker', dockerd.endpoint);
    for (const line of stdout.split('\n')) expect(line).not.toMatch(UNPRINTABLE);
    expect(JSON.stringify(JSON.parse(stdout))).toContain(JSON.stringify(hostile).slice(1, -1));
  }
});

test('a wrong call is one line and exit code 2', async () => {
  for (const args of [
    ['ls', '-t', 'pod'],
    ['ls', '--port', '1'],
    ['ls', 'pid'],
    ['snapshot', '--docker', '/run/docker.sock'],
    ['snapshot', '--colour\u001b[2J\n'],
    ['lsns'],
  ]) {
    const { code, stdout, stderr } = await nsview(...args);
    expect({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^nsview: [^\n]+\n$/);
    expect(stderr.trimEnd()).not.toMatch(UNPRINTABLE);
  }
});

test('help is printed, and nothing is looked at', async () => {
  for (const command of ['serve', 'snapshot', 'ls', 'record', 'ask']) {
    const { code, stdout, stderr } = await nsview(command, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(new RegExp(`^Usage: nsview \\[?${command}`));
  }
});

test('without an engine, or with one that hangs, it says so and prints', async ({ dockerd }) => {
  const absent = await nsview('ls', '--docker', NOWHERE);
  expect(absent.code).toBe(0);
  expect(absent.stderr).toContain('/nonexistent/d.sock');
  expect(absent.stdout).toMatch(/^ *NS TYPE .*\n *\d+ pid /);

  dockerd.pause();
  try {
    const started = performance.now();
    const hanging = await nsview('snapshot', '--docker', dockerd.endpoint);
    expect(performance.now() - started).toBeLessThan(8000);
    expect(hanging.code).toBe(0);
    expect(hanging.stderr).toContain(dockerd.socket);
    expect(snapshotSchema.parse(JSON.parse(hanging.stdout)).processes.length).toBeGreaterThan(0);
  } finally {
    dockerd.resume();
  }
});

test('on a terminal, lines fit and have colours, unless NO_COLOR says no', async () => {
  const inTerminal = async (before: string) => {
    const line = `stty cols 80; ${before} '${process.execPath}' '${PROGRAM}' ls --docker ${NOWHERE}`;
    const { stdout } = await run('script', ['-qec', `${line} 2>/dev/null`, '/dev/null'], {
      LC_ALL: 'C',
      TERM: 'xterm',
      NO_COLOR: undefined,
    });
    return stdout.trimEnd().split('\r\n');
  };
  expect((await inTerminal(''))[0]).toContain('\u001b[1m');
  const lines = await inTerminal('NO_COLOR=1');
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) {
    expect(line).not.toMatch(UNPRINTABLE);
    expect(line.length).toBeLessThanOrEqual(80);
  }
});

test('a reader that stops reading is no failure', async () => {
  const line = `"$0" "$1" ls --docker ${NOWHERE} | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = await run('bash', ['-c', line, process.execPath, PROGRAM]);
  expect(stdout).toMatch(/^ *NS .*\n0\n$/);
  expect(stderr).not.toMatch(/EPIPE|Error/);

  const closed = spawn(process.execPath, [PROGRAM, 'snapshot', '--docker', NOWHERE], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  closed.stdout.destroy();
  await until('it has ended', () => closed.exitCode !== null, 10_000);
  expect(closed.exitCode).toBe(0);
});

test('through a link, from another folder, it is the command nsview', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-bin-'));
  try {
    const link = join(folder, 'nsview');
    symlinkSync(join(import.meta.dirname, '../server/start.mjs'), link);
    const script = 'cd "$1" && exec "$0" ls -t pid --json --docker "$2"';
    const { code, stdout } = await run('sh', ['-c', script, link, folder, NOWHERE]);
    expect(code).toBe(0);
    expect(listing.parse(JSON.parse(stdout)).namespaces.length).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
