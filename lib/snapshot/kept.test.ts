import { expect, test } from 'vitest';
import { keptProcesses } from './kept';
import { sampleReading } from './sample-reading';

const SANDBOX = ['/init', '--sandbox'];
const kept = (pid: number, ppid: number, args: string[] | null) => ({
  ...sampleReading(pid),
  ppid,
  args,
  unreadable: { 'namespaces.pid': 'EACCES' },
});
const FIRST = kept(1, 0, SANDBOX);
const READ = sampleReading(7);

test.each([
  ['nothing is kept', [sampleReading(1), READ], []],
  ['a process is', [sampleReading(1), kept(5, 1, ['sh'])], [5]],
  ['PID 1 alone is', [FIRST, READ], []],
  ['so is its fork, which runs no program of its own yet', [FIRST, kept(70, 1, SANDBOX)], []],
  ['so is a program that it started', [FIRST, kept(70, 1, ['/usr/bin/guarded'])], [70]],
  ['so is one that runs the same, below another', [FIRST, READ, kept(70, 7, SANDBOX)], [70]],
  ['what they run is not told', [kept(1, 0, null), kept(70, 1, null)], [70]],
  ['they have no arguments', [kept(1, 0, []), kept(70, 1, [])], [70]],
  ['only the fork is', [{ ...sampleReading(1), args: SANDBOX }, kept(70, 1, SANDBOX)], [70]],
])('kept from the reader: %s', (_, processes, pids) => {
  expect(keptProcesses(processes).map(({ pid }) => pid)).toEqual(pids);
});
