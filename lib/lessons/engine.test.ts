import { expect, it } from 'vitest';
import type { Engine } from '../model/host';
import { engineForLessons, isForNobody, type LessonEngine } from './engine';

type Its = Pick<Engine, 'kind' | 'state' | 'endpoint'>;
const is = (kind: Engine['kind'], state: Engine['state'] = 'connected'): Its => ({
  ...{ kind, state },
  endpoint: `unix:///run/${kind}.sock`,
});
const dockerAt = (endpoint: string): Its => ({ ...is('docker'), endpoint });

it.each<[string, Its[], LessonEngine, boolean]>([
  ['Docker', [is('docker')], 'docker', false],
  ['Docker beside others', [is('containerd'), is('podman'), is('docker')], 'docker', false],
  ['Podman alone', [is('podman')], 'podman', false],
  [
    'Podman, and a Docker that does not answer',
    [is('docker', 'denied'), is('podman')],
    'podman',
    false,
  ],
  ['containerd alone', [is('containerd')], 'other', true],
  [
    'containerd, and a Docker that is lost',
    [is('docker', 'disconnected'), is('containerd')],
    'other',
    true,
  ],
  [
    'Podman, and a Docker in a container',
    [dockerAt('unix:///proc/7/root/run/docker.sock'), is('podman')],
    'podman',
    false,
  ],
  [
    'a Docker in a container alone',
    [dockerAt('unix:///proc/7/root/run/docker.sock')],
    'none',
    true,
  ],
  [
    'the machine’s Docker, seen from a container',
    [dockerAt('unix:///proc/1/root/run/docker.sock')],
    'docker',
    false,
  ],
  ['none that answers', [is('docker', 'absent')], 'none', true],
  ['none at all', [], 'none', true],
])('%s', (_, engines, expected, forNobody) => {
  expect(engineForLessons(engines)).toBe(expected);
  expect(isForNobody(expected)).toBe(forNobody);
});
