import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import type { ReaderOptions } from '../proc/calls';
import type { Reader } from './reader';
import { builtProgram } from '../proc/testing/built';
import { createThreadReader } from './thread-reader';
import { startThread, type ThreadData } from './thread';

function startBuilt(options: ReaderOptions): Worker {
  const workerData: ThreadData = { options, second: null };
  return new Worker(builtProgram('worker'), { workerData });
}

const readers: Reader[] = [];
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
});

function create(procRoot = '/proc', start = startBuilt): Reader {
  const reader = createThreadReader({ procRoot, args: true }, start);
  readers.push(reader);
  return reader;
}

const REQUEST = { watchedPids: [], full: false };

/** More than any thread gets done before it is ended. */
async function manyScans(reader: Reader): Promise<void> {
  await Promise.all(Array.from({ length: 1000 }, () => reader.tick({ ...REQUEST, full: true })));
}

it('answers from a thread of its own, started from source', async () => {
  // Those of other tests were built (server/proc/testing/programs.ts).
  vi.stubEnv('NSVIEW_TEST_PROGRAMS', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const reader = create('/proc', startThread);
  const [host, first, usage, search] = await Promise.all([
    reader.host(),
    reader.tick(REQUEST),
    reader.usage([process.pid]),
    reader.findListener({ path: '/nowhere', real: '/nowhere', identity: null }),
  ]);
  expect(host.bootId).toMatch(/^[0-9a-f-]{36}$/);
  expect(first).toMatchObject({ full: true, gone: [] });
  expect(first?.put.find(({ pid }) => pid === process.pid)).toMatchObject({ ppid: process.ppid });
  expect(usage).toMatchObject([{ pid: process.pid }]);
  expect(search).toEqual({ listener: null, reason: 'not-listening' });
  expect((await reader.tick(REQUEST))?.full ?? false).toBe(false);
  expect(await reader.tick({ ...REQUEST, full: true })).toMatchObject({ full: true });
});

it('says why it cannot read, and goes on', async () => {
  const reader = create('/nowhere');
  await expect(reader.host()).rejects.toThrow(/ENOENT.*\/nowhere/);
  await expect(reader.tick(REQUEST)).rejects.toThrow(/ENOENT.*\/nowhere/);
});

it('when its thread ends: calls under way reject, and the next ones have a new thread', async () => {
  const workers: Worker[] = [];
  const reader = create('/proc', (options) => {
    const worker = startBuilt(options);
    workers.push(worker);
    return worker;
  });
  await reader.tick(REQUEST);
  const underWay = expect(manyScans(reader)).rejects.toThrow('ended');
  const exit = once(workers[0] ?? expect.fail('no thread'), 'exit');
  await workers[0]?.terminate();
  await Promise.all([underWay, exit]);
  expect(await reader.tick(REQUEST)).toMatchObject({ full: true });
  expect(workers).toHaveLength(2);
});

it('when it is closed: no call is left without an answer', async () => {
  const reader = create();
  await reader.host();
  const underWay = expect(manyScans(reader)).rejects.toThrow('ended');
  await reader.close();
  await underWay;
  await expect(reader.host()).rejects.toThrow('closed');
});

it('works as a bundle, with worker.js beside it', async () => {
  const outdir = mkdtempSync(join(tmpdir(), 'nsview-bundle-'));
  try {
    await build({
      entryPoints: ['server/reader/thread-reader.ts', 'server/reader/worker.ts'],
      outdir,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    writeFileSync(join(outdir, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(outdir, 'main.js'),
      `import { createThreadReader } from './thread-reader.js';
      const reader = createThreadReader({ procRoot: '/proc', args: true });
      console.log((await reader.host()).bootId);
      await reader.close();`,
    );
    const output = execFileSync(process.execPath, [join(outdir, 'main.js')], { encoding: 'utf8' });
    expect(output).toMatch(/^[0-9a-f-]{36}\n$/);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});

it('with patience: answers when there is news', async () => {
  const reader = create();
  await reader.tick({ ...REQUEST, full: true });
  const child = spawn('sleep', ['600'], { stdio: 'ignore' });
  try {
    const found = async () => {
      const change = await reader.tick({ ...REQUEST, patience: 20_000 });
      return change?.put.some(({ pid }) => pid === child.pid);
    };
    await expect.poll(found, { timeout: 20_000 }).toBe(true);
  } finally {
    child.kill('SIGKILL');
  }
});

it('with patience: any other call cuts the wait short', async () => {
  const reader = create();
  await reader.tick({ ...REQUEST, full: true });
  const cutShort = async () => {
    const waits = reader.tick({ ...REQUEST, patience: 600_000 });
    await reader.hurry();
    return waits;
  };
  // News would end it as well; that there is none is an answer only to who cannot wait.
  await expect.poll(cutShort, { timeout: 20_000 }).toBeNull();
});

/** The processes that read below roots for this one. */
function helpersNow(): string[] {
  const tasks = readdirSync('/proc/self/task');
  return tasks
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '))
    .filter((pid) => pid !== '')
    .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('helper-program'));
}

it('with patience: what reads inside is there before anybody asks, not before there is time, and no longer than it may be asked', async () => {
  const reader = create('/proc', startThread);
  await reader.tick({ ...REQUEST, full: true });
  expect(helpersNow()).toEqual([]);
  const helpersAfterWait = async () => {
    await reader.tick({ ...REQUEST, patience: 1000 });
    return helpersNow().length;
  };
  await expect.poll(helpersAfterWait, { timeout: 20_000 }).toBe(1);
  // And gone with who asked for it.
  await reader.close();
  expect(helpersNow()).toEqual([]);
});
