import type { Container } from '../model/container';
import type { Process } from '../model/process';
import { proxyOf } from '../reach/proxy';
import type { PublishedPort } from '../model/published-port';
import type { Snapshot } from '../model/snapshot';

/** One port of a container, and where its host can be called for it. */
export interface PublishedFact {
  protocol: string;
  port: number;
  hostPort: number;
  /** Of the host; null: every one. */
  addresses: string[] | null;
  /** The processes of the engine's that listen there and pass on what comes. */
  proxies: number[];
}

const EVERY = ['0.0.0.0', '::'];

/** By port. @returns null where it is not known what the container publishes */
export function publishedFacts(snapshot: Snapshot, container: Container): PublishedFact[] | null {
  if (container.ports === undefined) return null;
  const there = snapshot.engines.find(({ id }) => id === container.engine)?.namespaces.net ?? null;
  // Another engine's, in a network of its own, may listen at the same port.
  const near = snapshot.processes.filter(
    ({ namespaces }) => there === null || namespaces.net === there,
  );
  const facts = new Map<string, PublishedFact>();
  for (const published of container.ports) {
    const { protocol, port, hostPort, hostAddress } = published;
    const every = EVERY.includes(hostAddress);
    const key = JSON.stringify([protocol, port, hostPort, every]);
    const fact = facts.get(key) ?? {
      ...{ protocol, port, hostPort },
      ...{ addresses: every ? null : [], proxies: [] },
    };
    if (fact.addresses !== null) fact.addresses.push(hostAddress);
    fact.proxies.push(...proxiesOf(near, published));
    facts.set(key, fact);
  }
  return [...facts.values()];
}

function proxiesOf(processes: readonly Process[], published: PublishedPort): number[] {
  return processes
    .filter((process) => {
      const proxy = proxyOf(process);
      return (
        proxy !== null &&
        proxy.protocol === published.protocol &&
        proxy.hostPort === published.hostPort &&
        proxy.hostAddress === published.hostAddress &&
        proxy.port === published.port
      );
    })
    .map(({ pid }) => pid);
}
