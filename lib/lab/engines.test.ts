import { expect, it } from 'vitest';
import type { Engine } from '../model/host';
import { enginesForLab } from './engines';

it.each<[Engine['kind'], Engine['state'], string, boolean]>([
  ['docker', 'connected', 'unix:///run/docker.sock', true],
  ['podman', 'denied', 'unix:///run/podman/podman.sock', true],
  ['docker', 'connected', 'tcp://127.0.0.1:2375', true],
  ['docker', 'connected', 'unix:///srv/proc/7/root/run/docker.sock', true],
  ['docker', 'absent', 'unix:///run/docker.sock', false],
  ['containerd', 'connected', 'unix:///run/containerd/containerd.sock', false],
  ['docker', 'connected', 'unix:///proc/7/root/run/docker.sock', false],
  ['docker', 'connected', 'unix:///proc/1/root/run/docker.sock', false],
  ['podman', 'connected', 'unix:///proc/7/root/run/podman/podman.sock', false],
])('%s, %s, at %s: %s', (kind, state, endpoint, expected) => {
  expect(enginesForLab([{ kind, state, endpoint }])).toHaveLength(expected ? 1 : 0);
});
