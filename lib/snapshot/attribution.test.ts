import { describe, expect, it } from 'vitest';
import type { ProcessReading } from '../proc/reading';
import { attribute } from './attribution';
import { CgroupNames } from './cgroup-names';
import { findLeaders } from './leaders';
import { sampleKey as keyOf, sampleReading as reading } from './sample-reading';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const OTHER = 'c'.repeat(64);

function attributed(readings: ProcessReading[], leaders: Record<string, number>) {
  const processes = new Map(readings.map((each) => [each.pid, each]));
  const containers = Object.entries(leaders).map(([id, pid]) => ({ key: keyOf(id), id, pid }));
  const names = new CgroupNames([A, B].map((id) => ({ key: keyOf(id), id })));
  return attribute(processes, names, findLeaders(containers, processes, names));
}

describe('attribute', () => {
  it('goes by the cgroup path, so that an exec is not its shim’s', () => {
    const readings = [
      reading(10, 1, '/'),
      reading(11, 10, `/docker/${A}`),
      reading(12, 10, `/docker/${A}`),
    ];
    expect([...attributed(readings, { [A]: 11 })]).toEqual([
      [11, keyOf(A)],
      [12, keyOf(A)],
    ]);
  });

  it('does not go by PID namespace or parent: a guest in another’s namespace keeps its own', () => {
    const readings = [reading(11, 1, `/docker/${A}`), reading(12, 11, `/docker/${B}`)];
    expect(attributed(readings, { [A]: 11 }).get(12)).toBe(keyOf(B));
  });

  it('takes the innermost known container of Docker in Docker', () => {
    const inner = `/docker/${A}/docker/${OTHER}`;
    const readings = [reading(11, 1, `/docker/${A}`), reading(12, 11, inner)];
    expect(attributed(readings, { [A]: 11 }).get(12)).toBe(keyOf(A));
  });

  it('goes by descent where the path names nothing', () => {
    const shim = { ...reading(10, 1, '/'), comm: 'containerd-shim', args: ['shim', '-id', A] };
    const readings = [shim, reading(11, 10, '/'), reading(12, 11, null), reading(13, 12, '/')];
    const found = attributed(readings, { [A]: 11 });
    expect([found.get(11), found.get(12), found.get(13)]).toEqual([A, A, A].map(keyOf));
  });

  it('lets a process that left its container’s cgroup go', () => {
    const readings = [reading(11, 1, `/docker/${A}`), reading(12, 11, '/')];
    expect(attributed(readings, { [A]: 11 }).get(12)).toBeUndefined();
  });

  it('fault 9: a leader’s PID used again by another container’s process is not the leader', () => {
    expect(attributed([reading(11, 1, `/docker/${B}`)], { [A]: 11 }).get(11)).toBe(keyOf(B));
    expect(attributed([reading(11, 1, `/docker/${OTHER}`)], { [A]: 11 }).size).toBe(0);
  });

  it('survives a cycle of parents', () => {
    const readings = [reading(11, 12, '/'), reading(12, 11, '/')];
    expect(attributed(readings, {}).size).toBe(0);
  });
});
