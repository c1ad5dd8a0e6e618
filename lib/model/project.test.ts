import { expect, it } from 'vitest';
import { isPod, projectOf } from './project';

const pod = (name: string) => ({
  'io.kubernetes.pod.name': name,
  'io.kubernetes.pod.namespace': 'shop',
});

it.each<[string, Record<string, string>, string | null]>([
  ['neither', { a: 'b' }, null],
  ['of Docker Compose', { 'com.docker.compose.project': 'web' }, 'web'],
  ['of podman-compose', { 'io.podman.compose.project': 'web' }, 'web'],
  ['of one without a name', { 'com.docker.compose.project': '' }, null],
  ['in a pod', pod('till-0'), 'shop/till-0'],
  ['in a pod of which no namespace is told', { 'io.kubernetes.pod.name': 'till-0' }, '/till-0'],
  ['in a pod without a name', pod(''), null],
  ['of a pod and of a project', { ...pod('till-0'), 'com.docker.compose.project': 'web' }, 'web'],
])('%s', (_, labels, expected) => {
  expect(projectOf({ labels })).toBe(expected);
});

it.each<[string, Record<string, string>, string]>([
  ['Podman’s own', {}, 'podman/till'],
  ['one that Podman plays for Kubernetes', pod('till-0'), 'shop/till-0'],
  ['of podman-compose', { 'io.podman.compose.project': 'web' }, 'web'],
])('in a pod that Podman tells: %s', (_, labels, expected) => {
  expect(projectOf({ labels, pod: 'till' })).toBe(expected);
});

it('a pod is told from a project by its slash', () => {
  expect([isPod('shop/till-0'), isPod('/till-0'), isPod('web')]).toEqual([true, true, false]);
});
