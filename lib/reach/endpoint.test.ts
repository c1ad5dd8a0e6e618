import { expect, it } from 'vitest';
import type { PublishedPort } from '../model/published-port';
import type { Snapshot } from '../model/snapshot';
import { container, courseMachine } from '../select/course-machine';
import { endpointOf, OUTSIDE } from './endpoint';

const PORTS: PublishedPort[] = [
  { protocol: 'tcp', port: 80, hostAddress: '0.0.0.0', hostPort: 8080 },
];
const [c1] = courseMachine.containers;
if (c1 === undefined) throw new Error('no container');

const joined = container({ name: 'joined', pid: 9, namespaces: c1.namespaces, ports: [] });
const withPorts = (ports: PublishedPort[] | undefined): Snapshot => ({
  ...courseMachine,
  containers: [
    ...courseMachine.containers.map((each) => ({ ...each, ports: [] })),
    { ...joined, ...(ports === undefined ? {} : { ports }) },
  ],
});
const named = (snapshot: Snapshot) => (word: string) =>
  snapshot.containers.find(({ name }) => name === word) ?? null;

it('has the published ports of everybody in its network', () => {
  const snapshot = withPorts(PORTS);
  const network = c1.namespaces.net;
  const expected = { is: 'container', network, published: PORTS, untold: false };
  for (const name of ['c1', 'joined']) {
    expect(endpointOf(name, null, snapshot, named(snapshot)), name).toEqual(expected);
  }
  expect(endpointOf('c1', null, courseMachine, named(courseMachine))).toMatchObject({
    ...{ published: [], untold: true },
  });
});

it('is the host as the engine of the other end sees it', () => {
  const [engine] = courseMachine.engines;
  expect(endpointOf(':host', c1, courseMachine, () => null)).toEqual({
    is: 'host',
    network: engine?.namespaces.net,
  });
  expect(endpointOf(OUTSIDE, null, courseMachine, () => null)).toEqual({
    is: 'outside',
    network: courseMachine.host.namespaces.net,
  });
  expect(endpointOf('nobody', c1, courseMachine, () => null)).toBeNull();
});
