import type { Listening } from '../inside/net';
import type { NamespaceId } from '../model/ids';
import { familyOfAddress, outside, parseAddress, textOf, type Address } from './address';
import { edgesOf } from './attempts';
import type { Endpoint } from './endpoint';
import type { Device, Network } from './network';
import { fromOf, spotOf, type Packet } from './packet';
import { proxyOf, PROXY } from './proxy';
import type { Attempt, Known, ReachQuestion } from './question';
import { Lost, Unknown } from './said';
import type { End, Walk } from './walk';
import { networkAt } from './wires';

/** There and back. @returns the network in which it ended @throws Lost, Unknown, NeedsNetwork */
export function goThere(
  { from, to, protocol, port }: ReachQuestion,
  attempt: Attempt,
  known: Known,
  walk: Walk,
): NamespaceId {
  const start = networkAt(known.networks, from.network);
  const family = familyOfAddress(attempt.destination);
  const packet: Packet = {
    ...{ family, protocol, source: outside(family), destination: attempt.destination },
    ...{ sourcePort: null, port: attempt.port, reply: false, mark: 0 },
  };
  const sent = { ...packet };
  let end: End;
  if (from.is === 'outside') {
    const edge = edgesOf(start).find((device) =>
      device.addresses.some(({ address }) => address.length === attempt.destination.length),
    );
    if (edge === undefined) throw new Lost({ code: 'no-address' });
    walk.hops.push({
      where: null,
      back: false,
      says: { code: 'comes', device: edge.name, ...spotOf(packet) },
    });
    end = walk.arrive(start, edge, packet, false);
  } else {
    packet.source = walk.sourceFor(start, packet);
    sent.source = packet.source;
    end = walk.send(start, packet, packet.source);
  }
  if (end.is === 'left') {
    const own = [...end.network.devices.values()].flatMap(({ addresses }) => addresses);
    const isMasked = own.some(({ address }) => textOf(address) === textOf(packet.source));
    if (to.is !== 'outside') throw new Lost({ code: 'elsewhere', device: end.device.name });
    // Who is outside need not know the way back to an address of a container.
    if (!isMasked) throw new Unknown({ code: 'own-address', ...fromOf(packet) });
    return comeBack(end.network, end.device, packet, sent, from, walk);
  }
  if (to.is === 'outside') throw new Lost({ code: 'elsewhere', ...spotOf(packet) });
  const isRedirected = textOf(packet.destination) !== textOf(attempt.destination);
  if (end.network.id !== to.network && !(to.is === 'host' && isRedirected)) {
    const proxied = passOn(end, known, walk, to.network, { protocol, port });
    if (!proxied) throw new Lost({ code: 'elsewhere', ...spotOf(packet) });
  }
  if (attempt.port !== null) {
    const [socket] = end.sockets;
    if (socket === undefined) {
      throw new Lost({ code: 'nobody-listens', ...spotOf(packet) });
    }
    walk.hops.push({
      where: end.network.id,
      back: false,
      says: { code: 'listens', ...spotOf(packet), what: nameOf(socket.pids, known) },
    });
  }
  return comeBack(end.network, null, packet, sent, from, walk);
}

/**
 * @param edge the device that the answer comes in by; null: it is sent from that network itself
 * @param packet as it got there
 * @param sent as it was sent: who sent it takes an answer from there alone
 */
function comeBack(
  network: Network,
  edge: Device | null,
  packet: Packet,
  sent: Packet,
  from: Endpoint,
  walk: Walk,
): NamespaceId {
  const { family, protocol } = packet;
  const reply: Packet = {
    ...{ family, protocol, source: packet.destination, destination: packet.source },
    ...{ sourcePort: packet.port, port: packet.sourcePort, reply: true, mark: 0 },
  };
  const end =
    edge === null
      ? walk.send(network, reply, packet.destination)
      : walk.arrive(network, edge, reply, false);
  const isBack = from.is === 'outside' ? end.is === 'left' : end.network.id === from.network;
  if (!isBack || !isAlike(reply.destination, sent.source)) {
    throw new Lost({ code: 'elsewhere', ...spotOf(reply) });
  }
  if (!isAlike(reply.source, sent.destination) || reply.sourcePort !== sent.port) {
    throw new Lost({ code: 'elsewhere', ...fromOf(reply) });
  }
  return end.network.id;
}

/** Are they the same as far as they are known, or both of somebody outside? */
function isAlike(a: Address, b: Address): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** The engine's own program listens on the host for a published port, and calls the container itself. */
function passOn(
  end: Extract<End, { is: 'arrived' }>,
  known: Known,
  walk: Walk,
  target: NamespaceId,
  { protocol, port }: Pick<ReachQuestion, 'protocol' | 'port'>,
): boolean {
  const proxy = end.sockets
    .flatMap(({ pids }) => pids)
    .flatMap((pid) => {
      const process = known.processes.get(pid);
      return (process === undefined ? null : proxyOf(process)) ?? [];
    })[0];
  const destination = proxy === undefined ? null : parseAddress(proxy.address);
  if (proxy === undefined && end.sockets.some((socket) => mayPassOn(socket, known))) {
    throw new Unknown({ code: 'unread', what: 'processes', why: 'ENODATA' });
  }
  if (proxy === undefined || destination === null) return false;
  if (port !== null && proxy.port !== port) return false;
  walk.hops.push({
    where: end.network.id,
    back: false,
    says: { code: 'proxy', address: proxy.address, port: proxy.port },
  });
  const family = familyOfAddress(destination);
  const packet: Packet = {
    ...{ family, protocol, source: outside(family), destination, sourcePort: null },
    ...{ port: proxy.port, reply: false, mark: 0 },
  };
  packet.source = walk.sourceFor(end.network, packet);
  const sent = { ...packet };
  const there = walk.send(end.network, packet, packet.source);
  if (there.is === 'left' || there.network.id !== target) return false;
  if (there.sockets.length === 0) throw new Lost({ code: 'nobody-listens', ...spotOf(packet) });
  const host: Endpoint = { is: 'host', network: end.network.id };
  comeBack(there.network, null, packet, sent, host, walk);
  return true;
}

/** It is not known whose it is, or what that one was told to do. */
function mayPassOn({ pids }: Listening, { processes }: Known): boolean {
  const owners = pids.map((pid) => processes.get(pid));
  return (
    owners.length === 0 ||
    owners.some((owner) => owner === undefined || (owner.comm === PROXY && owner.args === null))
  );
}

function nameOf(pids: readonly number[], { processes }: Known): string {
  return [...new Set(pids.flatMap((pid) => processes.get(pid)?.comm ?? []))].join(', ');
}
