import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ForkWatch } from './fork-watch';
import { ProcRoot } from './read';

/* What loadavg says is the test's, written where a /proc would have it. */

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nsview-loadavg-'));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

function say(total: number, lastPid: number): void {
  writeFileSync(join(root, 'loadavg'), `0.10 0.24 0.17 1/${String(total)} ${String(lastPid)}\n`);
}

/** @param self the number that this /proc has for the asker; null: it is not in it */
function watch(self: number | null): ForkWatch {
  if (self !== null) {
    mkdirSync(join(root, String(self)));
    symlinkSync(String(self), join(root, 'self'));
  }
  return new ForkWatch(new ProcRoot(root));
}

describe('numbers given out', () => {
  it.each<[string, number, number[] | null]>([
    ['none', 500, []],
    ['one', 501, [501]],
    ['some', 503, [501, 502, 503]],
    ['too many', 565, null],
    ['from the beginning again', 301, null],
  ])('%s', (_, lastPid, given) => {
    const forks = watch(process.pid);
    say(100, 500);
    expect(forks.look()).toBeNull();
    say(100, lastPid);
    expect(forks.look()).toEqual(given);
    expect(forks.look()).toEqual([]);
  });

  it.each([
    ['of another PID namespace', 1],
    ['of one that we are not in', null],
  ])('%s: cannot be told', (_, self) => {
    const forks = watch(self);
    say(100, 500);
    forks.look();
    expect(forks.look()).toEqual([]);
    say(100, 501);
    expect(forks.look()).toBeNull();
    say(99, 501);
    expect(forks.look()).toBeNull();
    expect(forks.areMissing()).toBe(false);
  });
});

describe('threads that are missing', () => {
  /** After a listing with 100 threads. */
  function listed(): ForkWatch {
    const forks = watch(process.pid);
    say(100, 500);
    forks.look();
    forks.foundAll();
    return forks;
  }
  const missing = (forks: ForkWatch, total: number, found: number): boolean => {
    say(total, 500);
    forks.look();
    forks.found(found);
    return forks.areMissing();
  };

  it.each<[string, [total: number, found: number, missing: boolean][]]>([
    ['nothing happened', [[100, 0, false]]],
    ['one ended', [[99, 0, true]]],
    ['one ended, and was found to be gone', [[99, -1, false]]],
    ['one began', [[101, 1, false]]],
    ['one ended while another began', [[100, 1, true]]],
    [
      'one began and was not found yet',
      [
        [101, 0, false],
        [101, 1, false],
        [100, 0, true],
      ],
    ],
    [
      'what nobody finds is there to stay',
      [
        [103, 0, false],
        [103, 0, false],
        [102, 0, true],
      ],
    ],
    [
      'ended after loadavg was read',
      [
        [100, -1, false],
        [99, 0, false],
        [98, 0, true],
      ],
    ],
  ])('%s', (_, looks) => {
    const forks = listed();
    expect(looks.map(([total, found]) => missing(forks, total, found))).toEqual(
      looks.map(([, , expected]) => expected),
    );
  });

  it('listing makes up for them', () => {
    const forks = listed();
    expect(missing(forks, 90, 0)).toBe(true);
    forks.foundAll();
    expect(missing(forks, 90, 0)).toBe(false);
  });
});
