import { expect, it } from 'vitest';
import type { Attempt, EngineState } from '@lib/model/host';
import type { EngineStatus } from './engine';
import { firstStatus } from './first-status';
import { statusOfNone } from './none';

/* What is said where no place has an engine. */

const DOCKER = 'unix:///run/docker.sock';
const PODMAN = 'unix:///run/podman/podman.sock';
const CONTAINERD = 'unix:///run/containerd/containerd.sock';
const OF_K3S = 'unix:///run/k3s/containerd/containerd.sock';
const REASONS = { absent: 'no such socket (ENOENT)', denied: 'permission denied (EACCES)' };

interface Told {
  kind: EngineStatus['kind'];
  url: string;
  state: EngineState;
  problem?: Attempt['problem'];
  from?: string;
}

function asked({ kind, url, state, problem, from = kind }: Told) {
  const first = firstStatus(kind, url);
  const reason = problem === 'absent' || problem === 'denied' ? REASONS[problem] : '';
  const tried = problem === undefined ? [] : [{ url, from, problem, reason }];
  const ofDocker = url === CONTAINERD && from !== 'option';
  return { first, ofDocker, status: { ...first, state, tried } };
}

const docker = (problem: 'absent' | 'denied') =>
  asked({ kind: 'docker', url: DOCKER, state: problem, problem });
const podman = (problem: 'absent' | 'denied') =>
  asked({ kind: 'podman', url: PODMAN, state: problem, problem });
const containerd = (state: EngineState, problem?: Attempt['problem'], from?: string) =>
  asked({
    ...{ kind: 'containerd', url: CONTAINERD, state },
    ...(problem === undefined ? {} : { problem }),
    ...(from === undefined ? {} : { from }),
  });

it.each<[string, Parameters<typeof asked>[0]['state'], ReturnType<typeof asked>[]]>([
  ['nobody anywhere', 'absent', [docker('absent'), podman('absent'), containerd('absent')]],
  [
    'beside a containerd that is not for us',
    'absent',
    [docker('absent'), containerd('denied', 'denied')],
  ],
  ['beside a containerd without containers', 'absent', [docker('absent'), containerd('connected')]],
  ['beside one that was there', 'absent', [docker('absent'), containerd('disconnected', 'absent')]],
  [
    'beside one that does not answer',
    'absent',
    [docker('absent'), containerd('disconnected', 'hanging')],
  ],
  ['a containerd alone, not for us', 'absent', [containerd('denied', 'denied')]],
  [
    'that of k3s, not for us',
    'denied',
    [
      docker('absent'),
      asked({ kind: 'containerd', url: OF_K3S, state: 'denied', problem: 'denied' }),
    ],
  ],
  ['a containerd that was named', 'denied', [containerd('denied', 'denied', 'option')]],
  ['a named one that was there', 'disconnected', [containerd('disconnected', 'absent', 'option')]],
  ['a containerd that is being asked', 'connecting', [docker('absent'), containerd('connecting')]],
  ['a Docker that is not for us', 'denied', [docker('denied'), containerd('denied', 'denied')]],
])('%s: %s', (_, state, places) => {
  expect(statusOfNone(places, []).state).toBe(state);
});

it('tells of a containerd that answers without containers, and of one that is not for us', () => {
  const told = (place: ReturnType<typeof asked>) =>
    statusOfNone([docker('absent'), place], []).tried.map(({ url, problem }) => [url, problem]);
  const dockers = [DOCKER, 'absent'];
  expect(told(containerd('connected'))).toEqual([dockers, [CONTAINERD, 'empty']]);
  expect(told(containerd('denied', 'denied'))).toEqual([dockers, [CONTAINERD, 'denied']]);
});

it('is the one that says most: what is to be done about it goes by its kind', () => {
  const stands = (...places: ReturnType<typeof asked>[]) => statusOfNone(places, []).kind;
  expect(stands(docker('absent'), podman('denied'))).toBe('podman');
  expect(stands(docker('denied'), podman('denied'))).toBe('docker');
  expect(stands(docker('absent'), podman('absent'))).toBe('docker');
});
