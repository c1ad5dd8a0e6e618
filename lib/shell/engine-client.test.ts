import { expect, it } from 'vitest';
import { sampleSnapshot } from '../layout/fixtures/sample-snapshot';
import type { Container } from '../model/container';
import type { Engine } from '../model/host';
import { clientOf } from './engine-client';
import { engineVersion, listContainers } from '../facts/engine-proof';
import * as proof from './proof';

const CONTAINERD = 'unix:///run/containerd/containerd.sock';
const CRIO = 'unix:///run/crio/crio.sock';

const engineAt = (kind: Engine['kind'], endpoint: string): Engine => {
  const [engine] = sampleSnapshot([]).engines;
  return engine === undefined ? expect.fail('no engine') : { ...engine, kind, endpoint };
};

it.each<[Engine['kind'], string, string | undefined, string]>([
  ['docker', 'unix:///run/docker.sock', undefined, 'docker'],
  ['docker', 'unix:///var/run/docker.sock', undefined, 'docker'],
  ['docker', 'unix:///x.sock', undefined, 'docker -H unix:///x.sock'],
  [
    'docker',
    'unix:///proc/7/root/run/docker.sock',
    undefined,
    'sudo docker -H unix:///proc/7/root/run/docker.sock',
  ],
  ['podman', 'unix:///x/p.sock', undefined, 'podman --url unix:///x/p.sock'],
  [
    'podman',
    'unix:///run/user/1000/podman/podman.sock',
    undefined,
    'podman --url unix:///run/user/1000/podman/podman.sock',
  ],
  [
    'podman',
    'unix:///run/podman/podman.sock',
    undefined,
    'sudo podman --url unix:///run/podman/podman.sock',
  ],
  [
    'podman',
    'unix:///proc/7/root/run/user/1000/podman/podman.sock',
    undefined,
    'sudo podman --url unix:///proc/7/root/run/user/1000/podman/podman.sock',
  ],
  ['containerd', CONTAINERD, undefined, 'sudo ctr'],
  ['containerd', CONTAINERD, 'x', 'sudo ctr --namespace x'],
  ['containerd', 'unix:///x.sock', 'x', 'sudo ctr --address /x.sock --namespace x'],
  ['containerd', CONTAINERD, 'k8s.io', `sudo crictl --runtime-endpoint ${CONTAINERD}`],
  ['containerd', 'unix:///x.sock', 'k8s.io', 'sudo crictl --runtime-endpoint unix:///x.sock'],
  ['cri-o', CRIO, undefined, `sudo crictl --runtime-endpoint ${CRIO}`],
  ['cri-o', 'unix:///x.sock', undefined, 'sudo crictl --runtime-endpoint unix:///x.sock'],
])('the client of %s at %s, in %s', (kind, endpoint, within, line) => {
  expect(clientOf(engineAt(kind, endpoint), within).words.join(' ')).toBe(line);
});

it('asks the docker command alone for an engine that its environment names, and Podman’s with its place', () => {
  const named = (kind: Engine['kind']) =>
    clientOf({ ...engineAt(kind, 'unix:///x.sock'), byEnvironment: true }).words.join(' ');
  expect(named('docker')).toBe('docker');
  expect(named('podman')).toBe('podman --url unix:///x.sock');
});

/** A container of an engine, as it tells of it, and what the client of that engine is told about it. */
const CLIENTS: [
  string,
  Engine['kind'],
  string,
  Partial<Container>,
  Record<string, string | null>,
][] = [
  [
    'of containerd’s goes by the id in its namespace, and is told as containerd has it',
    ...(['containerd', CONTAINERD] as const),
    { id: 'x/web-1', within: 'x' },
    {
      inspect: 'sudo ctr --namespace x containers info web-1',
      joins: 'sudo ctr --namespace x containers info web-1',
      inside: 'sudo ctr --namespace x task exec --exec-id nsview web-1 ps',
      start:
        'sudo ctr --namespace x task rm web-1; sudo ctr --namespace x task start --detach web-1',
      size: 'sudo ctr --namespace x snapshots usage web-1',
    },
  ],
  [
    'of containerd’s for Kubernetes is asked about by Kubernetes’ client',
    ...(['containerd', CONTAINERD] as const),
    { id: 'a1b2', within: 'k8s.io' },
    {
      inspect: `sudo crictl --runtime-endpoint ${CONTAINERD} inspect a1b2`,
      joins: `sudo crictl --runtime-endpoint ${CONTAINERD} inspect a1b2`,
      inside: `sudo crictl --runtime-endpoint ${CONTAINERD} exec a1b2 ps`,
      start: null,
      size: `sudo crictl --runtime-endpoint ${CONTAINERD} stats a1b2`,
    },
  ],
  [
    'of CRI-O’s that holds a pod is asked about in another word',
    ...(['cri-o', CRIO] as const),
    { id: 'a1b2', role: 'pause' },
    { inspect: `sudo crictl --runtime-endpoint ${CRIO} inspectp a1b2` },
  ],
  [
    'of root’s Podman is asked about with root’s rights',
    ...(['podman', 'unix:///run/podman/podman.sock'] as const),
    { id: 'a1b2' },
    {
      inspect: 'sudo podman --url unix:///run/podman/podman.sock inspect web',
      start: 'sudo podman --url unix:///run/podman/podman.sock start web',
      inside: 'sudo podman --url unix:///run/podman/podman.sock exec web ps',
    },
  ],
];

it.each(CLIENTS)('a container %s', (_, kind, endpoint, its, lines) => {
  const snapshot = sampleSnapshot([{ name: 'web' }]);
  const engine = engineAt(kind, endpoint);
  const [first] = snapshot.containers;
  if (first === undefined) expect.fail('no container');
  const container: Container = { ...first, engine: engine.id, ...its };
  const of = { ...snapshot, engines: [engine] };
  expect({
    inspect: proof.inspectContainer(of, container),
    joins: proof.inspectJoins(of, container),
    inside: proof.processesInside(of, container),
    start: proof.startContainer(of, container),
    size: proof.writtenSize(of, container),
  }).toMatchObject(lines);
});

it.each<[Engine['kind'], string, string, string]>([
  ['docker', 'unix:///run/docker.sock', 'docker version', 'docker ps --all'],
  [
    ...(['containerd', CONTAINERD, 'sudo ctr version'] as const),
    'for n in $(sudo ctr namespaces ls -q); do sudo ctr --namespace "$n" containers ls; done',
  ],
  [
    ...(['cri-o', CRIO, `sudo crictl --runtime-endpoint ${CRIO} version`] as const),
    `sudo crictl --runtime-endpoint ${CRIO} ps --all`,
  ],
])('what shows of %s at %s which it is, and its containers', (kind, endpoint, version, list) => {
  const engine = engineAt(kind, endpoint);
  expect([engineVersion(engine), listContainers(engine)]).toEqual([version, list]);
});
