import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readUnits } from './host';
import { ProcessReader } from './process';
import { ProcRoot } from './read';
import { oneByOne, withSecondThread } from './second-thread';
import { startThread } from '../reader/thread';

const options = { procRoot: '/proc', args: true };
const proc = new ProcRoot(options.procRoot);

/** Every number a process of ours could have, so that the list is long on any machine. */
const PIDS = [
  ...new Set([...proc.numbers('.'), ...Array.from({ length: 2000 }, (_, at) => at + 1)]),
];

const threads: Worker[] = [];
afterEach(async () => {
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()));
});

function reader(): ProcessReader {
  return new ProcessReader(proc, readUnits(proc), options);
}

/** What became of each, but for processes that came or went between two readings. */
function kinds(outcomes: ReturnType<ReturnType<typeof oneByOne>>): Map<number, string> {
  return new Map([...outcomes].map(([pid, { kind }]) => [pid, kind]));
}

describe('withSecondThread', () => {
  it('reads what one thread reads, each once, and the second thread takes its turns', async () => {
    const own = reader();
    const read = vi.spyOn(own, 'read');
    const readMany = withSecondThread(own, (port) => {
      const thread = startThread(options, port);
      threads.push(thread);
      return thread;
    });
    await vi.waitFor(
      () => {
        read.mockClear();
        const outcomes = readMany(PIDS);
        expect([...outcomes.keys()].sort((a, b) => a - b)).toEqual(PIDS.sort((a, b) => a - b));
        expect(read.mock.calls.length).toBeLessThan(PIDS.length);
      },
      { timeout: 10_000 },
    );
    const before = kinds(oneByOne(reader())(PIDS));
    const outcomes = kinds(readMany(PIDS));
    const after = kinds(oneByOne(reader())(PIDS));
    for (const pid of PIDS) {
      if (before.get(pid) === after.get(pid)) expect(outcomes.get(pid)).toBe(before.get(pid));
    }
  });

  it('reads everything by itself when the second thread never comes up', () => {
    const readMany = withSecondThread(reader(), () => {
      const thread = new Worker('process.exit()', { eval: true });
      threads.push(thread);
      return thread;
    });
    expect(readMany(PIDS).size).toBe(PIDS.length);
    expect(readMany(PIDS).get(process.pid)?.kind).toBe('process');
  });

  it('does not start a second thread for a few', () => {
    const start = vi.fn<() => Worker>();
    expect(withSecondThread(reader(), start)([process.pid]).size).toBe(1);
    expect(start).not.toHaveBeenCalled();
  });
});
