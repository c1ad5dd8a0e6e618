import { isLinkLocal, isLoopback, outside, textOf, type Address } from './address';
import type { Device, Network } from './network';
import type { Attempt, Known, ReachQuestion } from './question';
import { wayFrom } from './routing';
import { Lost, Unknown } from './said';
import { networkAt } from './wires';

/** Every address, and port, by which the other end may be reached. @throws Unknown, NeedsNetwork */
export function attemptsOf({ from, to, protocol, port }: ReachQuestion, known: Known): Attempt[] {
  if (to.is === 'outside') {
    return ([4, 6] as const).map((family) => ({ destination: outside(family), port }));
  }
  const target = networkAt(known.networks, to.network);
  if (from.is === 'outside') {
    const border = networkAt(known.networks, from.network);
    const edges = edgesOf(border);
    const addresses = edges.flatMap((device) => usable(device));
    if (to.network === from.network) return addresses.map((destination) => ({ destination, port }));
    const published = to.is === 'container' ? to.published : [];
    return published
      .filter((each) => each.protocol === protocol && (port === null || each.port === port))
      .flatMap(({ hostAddress, hostPort }) =>
        addresses
          .filter((address) => isFor(hostAddress, address))
          .map((destination) => ({ destination, port: hostPort })),
      );
  }
  const same = from.network === to.network;
  return [...target.devices.values()]
    .filter(({ up, loopback }) => loopback === same && (up || !same))
    .flatMap((device) => (same ? device.addresses.map(({ address }) => address) : usable(device)))
    .filter((address) => !isLinkLocal(address))
    .sort((a, b) => a.length - b.length)
    .map((destination) => ({ destination, port }));
}

/** Does it listen at this one? */
function isFor(hostAddress: string, address: Address): boolean {
  if (hostAddress === '0.0.0.0') return address.length === 4;
  if (hostAddress === '::') return address.length === 16;
  return hostAddress === textOf(address);
}

function usable({ addresses }: Device): Address[] {
  return addresses
    .map(({ address }) => address)
    .filter((address) => !isLinkLocal(address) && !isLoopback(address));
}

/** The devices by which a host is connected to outside. @throws Unknown where that cannot be told of any */
export function edgesOf(network: Network): Device[] {
  const edges = new Set<Device>();
  let open: Unknown | null = null;
  for (const family of [4, 6] as const) {
    const packet = { family, destination: outside(family), mark: 0 };
    try {
      const way = wayFrom(network, { packet, source: null, in: null });
      if (way.is === 'by') edges.add(way.device);
    } catch (error) {
      if (error instanceof Unknown) open ??= error;
      else if (!(error instanceof Lost)) throw error;
    }
  }
  if (edges.size === 0 && open !== null) throw open;
  return [...edges];
}
