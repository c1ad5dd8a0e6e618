import { expect, it } from 'vitest';
import type { PublishedPort } from '../model/published-port';
import type { Snapshot } from '../model/snapshot';
import { container, courseMachine, process } from '../select/course-machine';
import { publishedFacts } from './published';

const port = (hostAddress: string, change: Partial<PublishedPort> = {}): PublishedPort => ({
  ...{ protocol: 'tcp', port: 80, hostAddress, hostPort: 8080 },
  ...change,
});
const proxy = (pid: number, hostAddress: string) =>
  process({
    pid,
    comm: 'docker-proxy',
    args: [
      ...['/usr/sbin/docker-proxy', '-proto', 'tcp', '-host-ip', hostAddress],
      ...['-host-port', '8080', '-container-ip', '172.17.0.2', '-container-port', '80'],
    ],
  });
const withProcesses = (...more: Snapshot['processes']): Snapshot => ({
  ...courseMachine,
  processes: [...courseMachine.processes, ...more],
});

it('tells of both families at once, and of what passes on what comes', () => {
  const web = container({ name: 'web', ports: [port('0.0.0.0'), port('::')] });
  expect(publishedFacts(withProcesses(proxy(70, '0.0.0.0'), proxy(71, '::')), web)).toEqual([
    { protocol: 'tcp', port: 80, hostPort: 8080, addresses: null, proxies: [70, 71] },
  ]);
});

it('tells which addresses, where it is not every one', () => {
  const ports = [port('127.0.0.1'), port('0.0.0.0', { hostPort: 9090 })];
  const facts = publishedFacts(courseMachine, container({ name: 'web', ports }));
  expect(facts?.map(({ hostPort, addresses }) => [hostPort, addresses])).toEqual([
    [8080, ['127.0.0.1']],
    [9090, null],
  ]);
});

it('takes no process for it that is elsewhere, or was told something else', () => {
  const web = container({ name: 'web', ports: [port('0.0.0.0')] });
  const [vault] = courseMachine.containers.filter(({ name }) => name === 'vault');
  const elsewhere = { ...proxy(70, '0.0.0.0'), namespaces: vault?.namespaces ?? web.namespaces };
  const [engine] = courseMachine.engines;
  expect(engine?.namespaces.net).not.toBeNull();
  const snapshot = withProcesses(elsewhere, proxy(71, '10.0.0.1'), { ...proxy(72, ''), args: [] });
  expect(publishedFacts(snapshot, web)?.[0]?.proxies).toEqual([]);
});

it('does not say that nothing is published where that is not known', () => {
  expect(publishedFacts(courseMachine, container({ name: 'old' }))).toBeNull();
  expect(publishedFacts(courseMachine, container({ name: 'none', ports: [] }))).toEqual([]);
});
