import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readHost, readUnits } from './host';
import { Scanner } from './incremental';
import { ProcessReader } from './process';
import { ProcRoot } from './read';

/* Files about the machine that make no sense, or cannot be read: lxcfs, and a dead lxcfs. */

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Real processes; of the machine what is given, null for a file that cannot be read (a folder). */
function procWith(files: Record<string, string | null>): string {
  const root = mkdtempSync(join(tmpdir(), 'nsview-odd-'));
  folders.push(root);
  for (const name of ['self', 'sys', String(process.pid)]) {
    symlinkSync(`/proc/${name}`, join(root, name));
  }
  const usual = { stat: 'btime 1795453838\n', uptime: '9.00 9.00\n', loadavg: '0 0 0 1/84 5193\n' };
  for (const [name, text] of Object.entries({ ...usual, ...files })) {
    if (text === null) mkdirSync(join(root, name));
    else writeFileSync(join(root, name), text);
  }
  return root;
}

describe('fault 16: one odd file about the machine costs what it tells, and no more', () => {
  it.each([
    ['an uptime of lxcfs', { uptime: '41.0 41.0\n' }],
    ['an uptime of lxcfs just begun', { uptime: '0.0 0.0\n' }],
    ['an uptime in whole seconds', { uptime: '16186 0\n' }],
    ['an uptime of nothing', { uptime: '' }],
    ['no uptime to be read', { uptime: null }],
    ['no loadavg to be read', { loadavg: null }],
    ['a loadavg of nothing', { loadavg: '' }],
    ['no boot time', { stat: 'cpu 1 2 3\n' }],
    ['nothing to be read at all', { uptime: null, loadavg: null, stat: null }],
  ])('%s', async (_, files) => {
    const root = procWith(files);
    const proc = new ProcRoot(root);
    const reader = new ProcessReader(proc, readUnits(proc), { args: true });
    expect(readHost(reader).bootId).toMatch(/^[0-9a-f-]{36}$/);

    const scanner = new Scanner(reader, null);
    const first = scanner.tick({ now: 1000, watchedPids: [], full: true });
    expect(first?.put.map(({ pid }) => pid)).toEqual([process.pid]);

    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    await once(child, 'spawn');
    const pid = child.pid ?? 0;
    symlinkSync(`/proc/${String(pid)}`, join(root, String(pid)));
    const next = scanner.tick({ now: 7000, watchedPids: [], full: false });
    expect(next?.put.map((reading) => reading.pid)).toContain(pid);
    child.kill();
    await once(child, 'exit');
  });
});
