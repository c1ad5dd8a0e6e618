import { describe, expect, it } from 'vitest';
import type { ProcessReading } from '../proc/reading';
import { CgroupNames } from './cgroup-names';
import { findLeaders } from './leaders';
import { sampleKey, sampleReading as reading } from './sample-reading';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const OUTER = 'c'.repeat(64);

/** The PID here of the leader of A, which the engine numbers `pid`; null when it is not told. */
function leaderOfA(pid: number, readings: ProcessReading[]): number | null {
  const processes = new Map(readings.map((each) => [each.pid, each]));
  const containers = [{ key: sampleKey(A), id: A, pid }];
  const found = findLeaders(containers, processes, new CgroupNames(containers));
  return found.get(sampleKey(A))?.pid ?? null;
}

const shim = (pid: number, args: string[] | null, comm = 'containerd-shim'): ProcessReading => ({
  ...reading(pid, 1, '/'),
  comm,
  args,
});
const numbered = (nsPids: number[], ppid: number, cgroup: string): ProcessReading => ({
  ...reading(nsPids[0] ?? 0, ppid, cgroup),
  nsPids,
});

describe('the process that has the number', () => {
  it.each<[string, ProcessReading[], number | null]>([
    ['its cgroup names the container', [reading(11, 10, `/docker/${A}`)], 11],
    ['nobody has it', [reading(12, 10, `/docker/${A}`)], null],
    ['fault 9: its cgroup names another', [reading(11, 10, `/docker/${B}`)], null],
    ['its cgroup names none: it could be anybody’s', [reading(11, 1, '/')], null],
    ['its cgroup could not be read', [reading(11, 1, null)], null],
    [
      'its cgroup names none, its parent is the container’s shim',
      [shim(10, ['shim', '-namespace', 'moby', '-id', A]), reading(11, 10, '/')],
      11,
    ],
    [
      'its cgroup names none, its parent is Podman’s monitor',
      [shim(10, ['conmon', '-c', A], 'conmon'), reading(11, 10, '/')],
      11,
    ],
    [
      'its cgroup names none, its parent is another container’s shim',
      [shim(10, ['shim', '-id', B]), reading(11, 10, '/')],
      null,
    ],
    [
      'its cgroup names none, its parent only speaks of the container',
      [shim(10, ['sh', '-c', 'docker logs', A], 'sh'), reading(11, 10, '/')],
      null,
    ],
    [
      'its parent is a shim whose arguments are not read',
      [shim(10, null), reading(11, 10, '/')],
      11,
    ],
    ['no arguments are read', [shim(10, null, 'sshd'), reading(11, 10, '/')], null],
    [
      'a child within the container that has the number by chance',
      [reading(9, 1, `/docker/${A}`), reading(11, 9, `/docker/${A}`)],
      null,
    ],
  ])('%s', (_, readings, expected) => {
    expect(leaderOfA(11, readings)).toBe(expected);
  });
});

describe('a daemon in a container numbers as its own PID namespace does', () => {
  const nested = `/docker/${OUTER}/docker/${A}`;
  it('the leader is the one that has the number in there', () => {
    const readings = [
      reading(11, 1, '/user.slice'),
      numbered([5011, 10], 5001, `/docker/${OUTER}`),
      numbered([5012, 11, 1], 5011, nested),
      numbered([5013, 12, 2], 5012, nested),
    ];
    expect(leaderOfA(11, readings)).toBe(5012);
  });

  it('a guest whose number inside is the same is not mistaken for it: then it is not told', () => {
    const readings = [
      numbered([5012, 11, 1], 5011, nested),
      numbered([5020, 19, 11], 5011, nested),
    ];
    expect(leaderOfA(11, readings)).toBeNull();
  });

  it('the outer container’s leader is not that of one inside', () => {
    expect(leaderOfA(11, [numbered([5012, 11, 1], 5011, `/docker/${A}/docker/${B}`)])).toBeNull();
  });
});

it('a container without a process has no leader', () => {
  expect(leaderOfA(0, [reading(0, 0, `/docker/${A}`)])).toBeNull();
});
