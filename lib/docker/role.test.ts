import { expect, it } from 'vitest';
import { roleOf } from './role';

const POD = { 'io.kubernetes.pod.name': 'till-0', 'io.kubernetes.pod.namespace': 'shop' };

it.each<[string, Record<string, string>, string | null]>([
  ['none', {}, null],
  ['nsview’s own reader', { 'nsview.role': 'reader' }, 'reader'],
  ['another word of nsview’s', { 'nsview.role': 'x' }, null],
  ['the pause container of containerd’s', { ...POD, 'io.cri-containerd.kind': 'sandbox' }, 'pause'],
  ['another of its pod', { 'io.cri-containerd.kind': 'container' }, null],
  [
    'the pause container of cri-dockerd’s',
    { ...POD, 'io.kubernetes.docker.type': 'podsandbox' },
    'pause',
  ],
  ['another of its pod', { 'io.kubernetes.docker.type': 'container' }, null],
  ['an image with the mark, in no pod', { 'io.kubernetes.docker.type': 'podsandbox' }, null],
  [
    'the mark, in a pod of no namespace',
    { 'io.cri-containerd.kind': 'sandbox', 'io.kubernetes.pod.name': 'till-0' },
    null,
  ],
  ['in a pod alone', { 'io.kubernetes.pod.name': 'till-0' }, null],
])('what a container is there for: %s', (_, labels, role) => {
  expect(roleOf(labels)).toBe(role);
});
