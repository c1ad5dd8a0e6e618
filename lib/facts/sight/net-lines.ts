import type { Device, NetInside } from '../../inside/net';
import { MAIN_TABLE } from '../../inside/net';
import { joined, type Part, type SeenLines, type Sight } from './sight';

/** So many devices and ports are named. */
const DEVICES = 2;
const PORTS = 3;

/** Which devices it has, by which way it gets out, and who listens. */
export function netLines({ messages }: Sight, inside: NetInside): SeenLines {
  const { net: words } = messages.inFull;
  const { andMore } = messages.inside.short;
  const { devices, routes, listening } = inside;
  // What leads somewhere is told first.
  const sorted = (devices ?? []).toSorted((a, b) => weight(a) - weight(b));
  const named = sorted.slice(0, DEVICES).map((device) => ({
    name: { code: device.name },
    address: device.kind === 'loopback' ? null : addressOf(device),
  }));
  const ports = [...new Set((listening ?? []).map(({ port }) => port))].sort((a, b) => a - b);
  const first = ports
    .slice(0, PORTS)
    .map((port) => `:${port}`)
    .join(', ');
  const listed = ports.length > PORTS ? andMore(first, ports.length - PORTS) : first;
  return {
    headline:
      devices === null
        ? []
        : sorted.length === 0
          ? [words.none]
          : words.devices<Part>(named, sorted.length - named.length),
    detail: joined(
      [
        routes === null ? [] : [wayOut(inside, messages.inFull.net)],
        listening === null ? [] : [ports.length === 0 ? words.noPort : words.ports(listed)],
      ],
      messages.inFull.between,
    ),
  };
}

function wayOut({ routes, devices }: NetInside, words: Sight['messages']['inFull']['net']): string {
  const way = (routes ?? []).find(
    ({ destination, table, type }) =>
      destination === 'default' && table === MAIN_TABLE && type === 'unicast',
  );
  if (way !== undefined) return words.out(way.via ?? way.device ?? '?');
  const leads = (devices ?? []).some(({ kind }) => kind !== 'loopback');
  return leads || devices === null ? words.noWay : words.onlyItself;
}

function weight(device: Device): number {
  if (device.kind === 'loopback' || device.name === 'lo') return 2;
  return addressOf(device) === null ? 1 : 0;
}

/** The first that leads beyond its own wire. */
function addressOf({ addresses }: Device): { code: string } | null {
  const found = addresses.find((address) => !address.startsWith('fe80:'));
  return found === undefined ? null : { code: found };
}
