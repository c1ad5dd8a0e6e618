import { expect, it } from 'vitest';
import { courseMachine, process } from './course-machine';
import { pidVector } from './pid-vector';

const numbers = (pid: number) => {
  const found = courseMachine.processes.find((each) => each.pid === pid);
  if (found === undefined) throw new Error(`no process ${pid}`);
  return pidVector(courseMachine, found).map((place) => [
    place.pid,
    place.host ? 'host' : place.namespace,
    place.containers.map((each) => each.name).join(' '),
  ]);
};

it('tells the host’s number first, then that in the shared namespace', () => {
  expect(numbers(7186)).toEqual([
    [7186, 'host', ''],
    [18, 'pid:4026532183', 'c1 c2'],
  ]);
});

it('is one number for a process of the host', () => {
  expect(numbers(611)).toEqual([[611, 'host', '']]);
});

it('knows the outermost as the host’s even where the link could not be read', () => {
  const namespaces = { ...courseMachine.host.namespaces, pid: null };
  const hidden = process({ pid: 50, nsPids: [50, 2], namespaces });
  expect(pidVector(courseMachine, hidden)).toEqual([
    { namespace: 'pid:4026531836', pid: 50, host: true, containers: [] },
    { namespace: null, pid: 2, host: false, containers: [] },
  ]);
});

it('tells the one number that is known where NSpid could not be read', () => {
  const unread = process({ pid: 50, nsPids: null });
  expect(pidVector(courseMachine, unread).map((place) => place.pid)).toEqual([50]);
});
