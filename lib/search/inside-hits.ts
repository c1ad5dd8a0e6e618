import type { Inside } from '../inside/inside';
import type { NamespaceId } from '../model/ids';

/** Something that a namespace isolates, by what a person may look for it. */
export interface InsideHit {
  namespace: NamespaceId;
  what: 'address' | 'port' | 'device' | 'mac' | 'hostname' | 'mount' | 'hostPath';
  /** As it is written: `172.17.0.2/16`, `tcp 0.0.0.0:80`, `eth0`. */
  text: string;
  /** An address or a port: of what device; null where none is meant or known. */
  device: string | null;
  /** 0: it is what was typed; 1: it begins with it; 2: it has it somewhere. */
  nearness: number;
}

interface Candidate extends Omit<InsideHit, 'nearness'> {
  /** What is compared, lower case. */
  names: readonly string[];
}

/** Shorter texts mean nothing that is in a namespace. */
const SHORTEST = 2;

/**
 * What of all that is known to be in namespaces a typed text means: an address (`172.17.0.3`, `fe80::`), a
 * port (`:80`), a device, a host name. The nearest first: the very same, then what begins with it, then
 * what has it somewhere.
 *
 * @param insides in the order in which they are listed
 */
export function insideHits(
  insides: Iterable<readonly [NamespaceId, Inside]>,
  typed: string,
): InsideHit[] {
  const text = typed.trim().replaceAll('"', '').toLowerCase();
  if (text.length < SHORTEST) return [];
  const found: InsideHit[] = [];
  for (const [namespace, inside] of insides) {
    for (const { names, ...hit } of candidates(namespace, inside)) {
      const near = Math.min(...names.map((name) => nearness(name, text, hit.what)));
      if (near < Infinity) found.push({ ...hit, nearness: near });
    }
  }
  return found.sort((a, b) => a.nearness - b.nearness);
}

/** Infinity: it is not meant. */
function nearness(name: string, text: string, what: InsideHit['what']): number {
  if (name === text) return 0;
  // `:80` is not the beginning of `:8080`.
  if (what === 'port') return Infinity;
  if (name.startsWith(text)) return 1;
  // Within an address a number means nothing: `17.0` is in most of them.
  return what !== 'address' && what !== 'mac' && name.includes(text) ? 2 : Infinity;
}

function candidates(namespace: NamespaceId, inside: Inside): Candidate[] {
  const of = (
    what: InsideHit['what'],
    text: string,
    names: readonly string[] = [text],
    device: string | null = null,
  ): Candidate => ({
    ...{ namespace, what, text, device },
    names: names.map((name) => name.toLowerCase()),
  });
  const address = (text: string, device: string | null) =>
    of('address', text, [text, text.replace(/\/\d+$/, '')], device);
  switch (inside.type) {
    case 'uts':
      return inside.hostname === null ? [] : [of('hostname', inside.hostname)];
    case 'net':
      return [
        ...(inside.devices ?? []).flatMap(({ name, mac, addresses }) => [
          ...addresses.map((each) => address(each, name)),
          of('device', name),
          ...(mac === null ? [] : [of('mac', mac, [mac], name)]),
        ]),
        ...inside.looseAddresses.map((each) => address(each, null)),
        ...(inside.listening ?? []).map(({ protocol, address: at, port, device }) => {
          const socket = `${at.includes(':') ? `[${at}]` : at}:${port}`;
          const names = [`:${port}`, `${at}:${port}`, socket, `${protocol}:${port}`];
          return of('port', `${protocol} ${socket}`, names, device);
        }),
      ];
    case 'mnt':
      return (inside.mounts ?? []).flatMap(({ target, hostPath }) => [
        of('mount', target),
        ...(hostPath === null ? [] : [of('hostPath', hostPath)]),
      ]);
    case 'pid':
    case 'user':
    case 'ipc':
    case 'cgroup':
    case 'time':
      return [];
  }
}
