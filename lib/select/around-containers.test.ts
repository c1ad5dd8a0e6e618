import { expect, it } from 'vitest';
import { HOST } from '../model/host-word';
import type { Process } from '../model/process';
import { aroundContainers } from './around-containers';
import { container, courseMachine, process } from './course-machine';
import { findVantage, seenFrom } from './vantage';

const C1 = container({ name: 'c1' });
const ours = { container: C1.id, engine: C1.engine };

function around(processes: readonly Process[], spoken: readonly number[] = []): number[] {
  const snapshot = { ...courseMachine, containers: [C1], processes: [...processes] };
  const host = findVantage(snapshot, HOST);
  const seen = host === null ? null : seenFrom(snapshot, host);
  return aroundContainers(seen ?? [], snapshot, new Set(spoken)).map(({ process: { pid } }) => pid);
}

const INIT = process({ pid: 1, ppid: 0 });
const SHIM = process({ pid: 40, ppid: 1 });
const LEADER = process({ pid: 50, ppid: 40, ...ours });
const CHILD = process({ pid: 60, ppid: 50, ...ours });
const EDITOR = process({ pid: 70, ppid: 1 });

it.each([
  ['its processes, and who started it', [INIT, SHIM, LEADER, CHILD, EDITOR], [40, 50, 60]],
  [
    'all but the kernel’s own, where no container runs',
    [INIT, process({ pid: 2, ppid: 0, kernelThread: true }), EDITOR],
    [1, 70],
  ],
  [
    'nobody of an engine that is not known',
    [INIT, SHIM, LEADER, process({ pid: 80, ppid: 1, ...ours, engine: 'docker:unix:///other' })],
    [40, 50],
  ],
])('of a machine with a container: %s', (_, processes, pids) => {
  expect(around(processes)).toEqual(pids);
});

it('has who is spoken of', () => {
  expect(around([INIT, SHIM, LEADER, EDITOR], [1])).toEqual([1, 40, 50]);
});
