import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readUnits } from './host';
import { Scanner } from './incremental';
import { ProcessReader } from './process';
import { ProcRoot } from './read';

/*
 * Processes that are listed and not to be read, as with hidepid=1. Root is kept from nothing, so
 * here a folder stands where stat would be; e2e/environment.spec.ts has a real one.
 */

it('fault 8: counts the processes that are kept from the reader, and tells when they change', () => {
  const root = mkdtempSync(join(tmpdir(), 'nsview-hidden-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const hide = (pid: number) => mkdirSync(join(root, `${String(pid)}/stat`), { recursive: true });
  writeFileSync(join(root, 'loadavg'), '0.00 0.00 0.00 1/9 7\n');
  writeFileSync(join(root, 'uptime'), '100.00 100.00\n');
  hide(7);
  hide(8);
  const proc = new ProcRoot(root);
  const scanner = new Scanner(new ProcessReader(proc, readUnits(proc), { args: true }), null);
  const tick = (now: number) => scanner.tick({ now, watchedPids: [], full: false });

  expect(tick(0)).toMatchObject({ full: true, put: [], hidden: 2 });
  expect(tick(250)).toBeNull();
  hide(9);
  expect(tick(10_000)).toMatchObject({ full: false, put: [], gone: [], hidden: 3 });
  rmSync(join(root, '8'), { recursive: true });
  expect(tick(20_000)).toMatchObject({ gone: [], hidden: 2 });
  expect(tick(60_000)).toBeNull();
});
