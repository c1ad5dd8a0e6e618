import { describe, expect, it } from 'vitest';
import { courseMachine } from '../../select/course-machine';
import { machine } from '../fixtures/machine';
import { said, shown } from '../fixtures/sight';
import type { Predicate } from '../predicate';

const up = machine([{ name: 'c1', nth: 1 }]);
const silent = {
  ...up,
  engines: courseMachine.engines.map((each) => ({ ...each, state: 'disconnected' as const })),
};
const ended = (exitCode?: number, change: object = {}) =>
  machine([
    {
      ...{ name: 'c1', nth: 1 },
      container: { state: 'exited', ...(exitCode === undefined ? {} : { exitCode }), ...change },
    },
  ]);
const made = (state: 'created' | 'paused' | 'restarting') =>
  machine([{ name: 'c1', nth: 1, container: { state } }]);
const from = (image: string) => machine([{ name: 'c1', nth: 1, container: { image } }]);
const unread = (field: string) =>
  machine([{ name: 'c1', nth: 1, container: { unreadable: { [field]: 'EINVAL' } } }]);

it.each<[Predicate, string, ReturnType<typeof machine>, string]>([
  [{ exists: 'c1' }, 'one that runs', up, 'true'],
  [{ exists: 'c1' }, 'one that has ended', ended(0), 'true'],
  [{ exists: 'c1' }, 'none', machine([]), 'false'],
  [{ exists: 'c1' }, 'another', machine([{ name: 'c10', nth: 1 }]), 'false'],
  [{ exists: 'c1' }, 'its engine is silent', silent, 'not-answered'],

  [{ running: 'c1' }, 'one that runs', up, 'true'],
  [{ running: 'c1' }, 'one that has ended', ended(0), 'false'],
  [{ running: 'c1' }, 'one that was only made', made('created'), 'false'],
  [{ running: 'c1' }, 'one that is paused', made('paused'), 'false'],
  [{ running: 'c1' }, 'none', machine([]), 'false'],
  [{ running: 'c1' }, 'its engine is silent', silent, 'not-answered'],
  [{ running: 'c1' }, 'a state of which nobody has heard', unread('state'), 'EINVAL'],

  [{ exited: 'c1' }, 'one that has ended', ended(1), 'true'],
  [{ exited: 'c1' }, 'one that runs', up, 'false'],
  [{ exited: 'c1' }, 'one that was only made', made('created'), 'false'],
  [{ exited: 'c1' }, 'one that will start again', made('restarting'), 'false'],
  [{ exited: 'c1' }, 'one that was removed', machine([]), 'false'],
  [{ exited: 'c1' }, 'its engine is silent', silent, 'not-answered'],
  [{ exited: ['c1', 137] }, 'with that', ended(137), 'true'],
  [{ exited: ['c1', 137] }, 'with another', ended(0), 'false'],
  [{ exited: ['c1', 137] }, 'one that runs', up, 'false'],
  [{ exited: ['c1', 137] }, 'with what is not told', ended(), 'ENODATA'],
  [
    { exited: ['c1', 0] },
    'with what makes no sense',
    ended(undefined, { unreadable: { exitCode: 'EINVAL' } }),
    'EINVAL',
  ],

  [{ 'from-image': ['c1', 'ubuntu'] }, 'by its name', up, 'true'],
  [{ 'from-image': ['c1', 'ubuntu'] }, 'by its tag', from('ubuntu:latest'), 'true'],
  [{ 'from-image': ['c1', 'ubuntu'] }, 'in full', from('docker.io/library/ubuntu'), 'true'],
  [{ 'from-image': ['c1', 'ubuntu'] }, 'built by Podman', from('localhost/ubuntu:latest'), 'true'],
  [{ 'from-image': ['c1', 'ubuntu'] }, 'of somebody else', from('me/ubuntu'), 'false'],
  [
    { 'from-image': ['c1', 'ubuntu'] },
    'of another registry',
    from('localhost:5000/ubuntu'),
    'false',
  ],
  [{ 'from-image': ['c1', 'ubuntu'] }, 'of another tag', from('ubuntu:24.04'), 'false'],
  [{ 'from-image': ['c1', 'ubuntu'] }, 'none', machine([]), 'false'],
  [{ 'from-image': ['c1', 'ubuntu'] }, 'not told', unread('image'), 'EINVAL'],
])('%j: %s', (predicate, _what, snapshot, expected) => {
  expect(said(predicate, snapshot)).toBe(expected);
});

describe('what shows it', () => {
  it.each<[Predicate, ReturnType<typeof machine>, string | null, string | null]>([
    [{ running: 'c1' }, up, "docker inspect --format '{{.State.Status}}' c1", 'running'],
    [
      { exited: ['c1', 137] },
      ended(137),
      "docker inspect --format '{{.State.Status}} {{.State.ExitCode}}' c1",
      'exited 137',
    ],
    [{ exited: ['c1', 137] }, up, "docker inspect --format '{{.State.Status}}' c1", 'running'],
    [
      { 'from-image': ['c1', 'ubuntu'] },
      up,
      "docker inspect --format '{{.Config.Image}}' c1",
      'ubuntu',
    ],
    [{ running: 'c1' }, machine([]), null, null],
  ])('%j', (predicate, snapshot, command, value) => {
    expect(shown(predicate, snapshot)).toMatchObject({ command, value });
  });
});
