import { namesTold } from '../../model/container-ref';
import { containerKey, containerKeyOf } from '../../model/ids';
import type { SeenLines, Sight } from './sight';

/** So many neighbours are named. */
const NAMED = 2;

/** Which processes it sees, and how many of these are whose. */
export function pidLines({ snapshot, container, fact, sees, messages }: Sight): SeenLines {
  const words = messages.inFull.pid;
  const first = sees.find(({ process }) => process.pid === container.pid);
  if (fact.id === snapshot.host.namespaces.pid) {
    return {
      headline: [words.all(sees.length)],
      detail: [words.asHost(container.pid)],
      isBad: true,
    };
  }
  const counts = new Map<string | null, number>();
  for (const { process } of sees) {
    const key = containerKeyOf(process);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const nameOf = namesTold(snapshot);
  const others = fact.sharers
    .map((each) => ({ name: nameOf(each), count: counts.get(containerKey(each)) ?? 0 }))
    .filter(({ count }) => count > 0);
  const own = counts.get(containerKey(container)) ?? 0;
  const numbered = first === undefined ? words.notNumbered : words.first(first.pid, container.pid);
  return {
    headline: [words.seen(sees.length, own, others.slice(0, NAMED))],
    detail: [words.ofHost(snapshot.processes.length, numbered)],
  };
}
