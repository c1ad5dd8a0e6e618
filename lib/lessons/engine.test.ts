import { expect, it } from 'vitest';
import type { Engine } from '../model/host';
import { engineForLessons, isForNobody, type LessonEngine } from './engine';

type Its = Pick<Engine, 'kind' | 'state'>;
const is = (kind: Engine['kind'], state: Engine['state'] = 'connected'): Its => ({ kind, state });

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
  ['none that answers', [is('docker', 'absent')], 'none', true],
  ['none at all', [], 'none', true],
])('%s', (_, engines, expected, forNobody) => {
  expect(engineForLessons(engines)).toBe(expected);
  expect(isForNobody(expected)).toBe(forNobody);
});
