import { expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import type { Container } from '../model/container';
import type { Engine } from '../model/host';
import { clientOf } from './engine-client';
import * as proof from './proof';

const engineAt = (kind: Engine['kind'], endpoint: string): Engine => {
  const [engine] = sampleSnapshot([]).engines;
  return engine === undefined ? expect.fail('no engine') : { ...engine, kind, endpoint };
};

it.each<[Engine['kind'], string, string | undefined, string]>([
  ['docker', 'unix:///run/docker.sock', undefined, 'docker'],
  ['docker', 'unix:///var/run/docker.sock', undefined, 'docker'],
  ['docker', 'unix:///x.sock', undefined, 'docker -H unix:///x.sock'],
  ['podman', 'unix:///run/podman.sock', undefined, 'podman --url unix:///run/podman.sock'],
  ['containerd', 'unix:///run/containerd/containerd.sock', undefined, 'sudo nerdctl'],
  [
    'containerd',
    'unix:///x.sock',
    'k8s.io',
    'sudo nerdctl --address unix:///x.sock --namespace k8s.io',
  ],
  ['cri-o', 'unix:///run/crio/crio.sock', undefined, 'sudo crictl'],
  ['cri-o', 'unix:///x.sock', undefined, 'sudo crictl --runtime-endpoint unix:///x.sock'],
])('the client of %s at %s, in %s', (kind, endpoint, within, line) => {
  expect(clientOf(engineAt(kind, endpoint), within).join(' ')).toBe(line);
});

it('asks the docker command alone for an engine that its environment names, and Podman’s with its place', () => {
  const named = (kind: Engine['kind']) =>
    clientOf({ ...engineAt(kind, 'unix:///x.sock'), byEnvironment: true }).join(' ');
  expect(named('docker')).toBe('docker');
  expect(named('podman')).toBe('podman --url unix:///x.sock');
});

it('of containerd’s a container goes by the id in its namespace, and is told as containerd has it', () => {
  const snapshot = sampleSnapshot([{ name: 'web' }]);
  const engine = engineAt('containerd', 'unix:///run/containerd/containerd.sock');
  const [first] = snapshot.containers;
  if (first === undefined) expect.fail('no container');
  const container: Container = { ...first, engine: engine.id, id: 'x/web-1', within: 'x' };
  const line = 'sudo nerdctl --namespace x inspect --mode native web-1';
  const of = { ...snapshot, engines: [engine] };
  expect(proof.inspectContainer(of, container)).toBe(line);
  expect(proof.inspectJoins(of, container)).toBe(line);
  expect(proof.processesInside(of, container)).toBe('sudo nerdctl --namespace x exec web-1 ps');
});

it('of CRI-O’s a container goes by its id, and what holds a pod is asked about in another word', () => {
  const snapshot = sampleSnapshot([{ name: 'till' }]);
  const engine = engineAt('cri-o', 'unix:///run/crio/crio.sock');
  const [first] = snapshot.containers;
  if (first === undefined) expect.fail('no container');
  const container: Container = { ...first, engine: engine.id, id: 'a1b2' };
  const of = { ...snapshot, engines: [engine] };
  expect(proof.inspectContainer(of, container)).toBe('sudo crictl inspect a1b2');
  expect(proof.inspectJoins(of, container)).toBe('sudo crictl inspect a1b2');
  expect(proof.processesInside(of, container)).toBe('sudo crictl exec a1b2 ps');
  const pause: Container = { ...container, role: 'pause' };
  expect(proof.inspectContainer(of, pause)).toBe('sudo crictl inspectp a1b2');
});
