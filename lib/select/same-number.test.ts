import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { HOST } from '../model/host-word';
import { courseMachine, courseMachineWith, process } from './course-machine';
import { sameNumber } from './same-number';

const found = (number: number, snapshot = courseMachine) =>
  sameNumber(snapshot, number).namesakes.map((each) => [each.vantage, each.process.pid]);

describe('sameNumber', () => {
  it('finds PID 1 once in each PID namespace, the host’s first', () => {
    expect(found(1)).toEqual([
      [HOST, 1],
      ['c1', 6897],
      ['metrics', 8000],
      ['vault', 9000],
    ]);
  });

  it('looks from the container that a process belongs to, where several share a namespace', () => {
    expect(found(18)).toEqual([['c2', 7186]]);
  });

  it('finds a number of the host, and nothing for one that nobody has', () => {
    expect(found(611)).toEqual([[HOST, 611]]);
    expect(found(4242)).toEqual([]);
  });

  it('does not depend on the order of processes', () => {
    const shuffled = { ...courseMachine, processes: courseMachine.processes.toReversed() };
    expect(found(1, shuffled)).toEqual(found(1));
  });

  it('shows one of no container from the host, last', () => {
    const namespaces = {
      ...courseMachine.host.namespaces,
      pid: namespaceId('pid', '4026539999'),
    };
    const unshared = process({ pid: 9200, nsPids: [9200, 1], namespaces });
    expect(found(1, courseMachineWith({ processes: [unshared] })).at(-1)).toEqual([HOST, 9200]);
  });

  it('counts those whose numbers could not be read', () => {
    const hidden = process({ pid: 9300, nsPids: null, unreadable: { nsPids: 'EACCES' } });
    const snapshot = courseMachineWith({ processes: [hidden] });
    expect(sameNumber(snapshot, 1).unknown).toBe(1);
    expect(found(9300, snapshot)).toEqual([[HOST, 9300]]);
  });
});
