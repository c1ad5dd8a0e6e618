import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterEach, describe, expect, it } from 'vitest';
import { ALL_LINKS, linkQuestion, linksIn } from '@lib/netlink/link';
import { asleepIn, end, endAll, namespaceOf, saidIn } from '../inside/testing/places';
import { createEnter, startThread, type Enter } from './enter';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const isRoot = process.getuid?.() === 0;

const entered: Enter[] = [];
const enterBy = (...options: Parameters<typeof createEnter>): Enter => {
  const enter = createEnter(...options);
  entered.push(enter);
  return enter;
};
afterEach(async () => {
  await Promise.all(entered.splice(0).map((each) => each.close()));
  await endAll();
});

const doorOf = (pid: number, type: 'net' | 'uts' = 'net') => ({
  pid,
  namespace: namespaceOf(pid, type),
});
const namesIn = (bytes: Uint8Array | null | undefined): string[] =>
  linksIn(bytes ?? new Uint8Array()).map(({ name }) => name);

describe.skipIf(!isRoot)('the thread that enters (needs root)', () => {
  it('asks inside, while this thread stays where it is', async () => {
    const enter = enterBy('/proc');
    const { pid } = await asleepIn('--net');
    const home = readlinkSync('/proc/self/ns/net');
    const [there, loopback] = await enter.ask(doorOf(pid), [ALL_LINKS, linkQuestion(1)]);
    const [here] = await enter.ask(doorOf(process.pid), [ALL_LINKS]);
    expect(namesIn(there?.bytes)).toEqual(['lo']);
    expect(namesIn(loopback?.bytes)).toEqual(['lo']);
    expect(namesIn(here?.bytes)).toEqual(
      expect.arrayContaining(
        readFileSync('/proc/self/net/dev', 'latin1').match(/[^ \n]+(?=: *\d)/g) ?? [],
      ),
    );
    expect(readlinkSync('/proc/self/ns/net')).toBe(home);
  });

  it('reads files that go by who reads them', async () => {
    const enter = enterBy('/proc');
    const { pid } = await asleepIn('--uts');
    saidIn(pid, ['-u'], 'hostname', 'named-inside');
    const paths = ['/proc/sys/kernel/hostname', '/proc/no-such-file'];
    const [name, nothing] = await enter.read(doorOf(pid, 'uts'), paths);
    expect(Buffer.from(name?.bytes ?? []).toString()).toBe('named-inside\n');
    expect(readFileSync(paths[0] ?? '', 'utf8')).not.toBe('named-inside\n');
    expect(nothing).toEqual({ bytes: null, errno: 'ENOENT' });
  });

  it('says of each question why it is not told', async () => {
    const enter = enterBy('/proc');
    const child = await asleepIn('--net');
    const door = doorOf(child.pid);
    expect(await enter.ask(door, [linkQuestion(77), linkQuestion(1)])).toMatchObject([
      { errno: 'ENODEV' },
      { errno: null },
    ]);
    await end(child);
    const gone = { bytes: null, errno: 'ESRCH' };
    expect(await enter.ask(door, [ALL_LINKS, ALL_LINKS])).toEqual([gone, gone]);
  });

  it('leaves no file open', async () => {
    const enter = enterBy('/proc');
    const { pid } = await asleepIn('--net');
    const ask = () => enter.ask(doorOf(pid), [ALL_LINKS, linkQuestion(77)]);
    await ask();
    const before = readdirSync('/proc/self/fd').length;
    for (let times = 0; times < 100; times++) await ask();
    expect(readdirSync('/proc/self/fd').length).toBeLessThan(before + 10);
  });

  it('tells of a thread that ended, and makes a new one', async () => {
    let threads = 0;
    const dying = 'require("worker_threads").parentPort.on("message", () => process.exit(1))';
    const enter = enterBy('/proc', (data) =>
      ++threads === 1 ? new Worker(dying, { eval: true }) : startThread(data),
    );
    const door = doorOf(process.pid);
    const lost = { bytes: null, errno: 'ECANCELED' };
    expect(await enter.ask(door, [ALL_LINKS, ALL_LINKS])).toEqual([lost, lost]);
    expect(await enter.ask(door, [ALL_LINKS])).toMatchObject([{ errno: null }]);
    expect(threads).toBe(2);
  });

  it('is there before it is asked, once', async () => {
    const threads: Worker[] = [];
    const enter = enterBy('/proc', (data) => {
      const thread = startThread(data);
      threads.push(thread);
      return thread;
    });
    enter.prepare();
    enter.prepare();
    expect(threads).toHaveLength(1);
    const [told] = await enter.ask(doorOf(process.pid), [ALL_LINKS]);
    expect(namesIn(told?.bytes)).toContain('lo');
    expect(threads).toHaveLength(1);
    await enter.close();
    enter.prepare();
    expect(threads).toHaveLength(1);
  });

  it('answers when it was closed', async () => {
    const enter = enterBy('/proc');
    const asked = enter.ask(doorOf(process.pid), [ALL_LINKS]);
    await enter.close();
    expect(await asked).toMatchObject([{ errno: 'ECANCELED' }]);
    expect(await enter.ask(doorOf(process.pid), [ALL_LINKS])).toMatchObject([
      { errno: 'ECANCELED' },
    ]);
  });
});

it('works as a bundle, with entering.js beside it', async () => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  // Within the project, where koffi is found.
  const outdir = mkdtempSync(join(ROOT, '.cache', 'bundle-'));
  try {
    await build({
      entryPoints: ['enter.ts', 'entering.ts'].map((each) => join(ROOT, 'server/enter', each)),
      outdir,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      external: ['koffi'],
      logLevel: 'error',
    });
    writeFileSync(
      join(outdir, 'main.js'),
      `import { createEnter } from './enter.js';
      const door = ${JSON.stringify(doorOf(process.pid, 'uts'))};
      const [told] = await createEnter('/proc').read(door, ['/proc/sys/kernel/hostname']);
      console.log(told.errno, String(Buffer.from(told.bytes ?? [])));`,
    );
    // It ends though nobody closed: the thread keeps no program from its end.
    const said = execFileSync(process.execPath, [join(outdir, 'main.js')], { encoding: 'utf8' });
    expect(said).toBe(`null ${readFileSync('/proc/sys/kernel/hostname', 'utf8')}\n`);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});
