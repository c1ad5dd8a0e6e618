import type { Listening } from '../inside/net';
import type { NamespaceId } from '../model/ids';
import { isLoopback, isOutside, isSame, parseAddress, type Address } from './address';
import { calls, checkNeighbours, checkProgram } from './checks';
import { hasChains, passHook, type Passed } from './hook';
import { forwardsFrom, type Device, type Network } from './network';
import { fromOf, spotOf, type Packet } from './packet';
import type { Budget, Place } from './place';
import { addressFor, goesByMark, wayFrom, type Way } from './routing';
import { Lost, Unknown, type Hop, type Said } from './said';
import { socketsOf } from './sockets';
import { receiverOf, type Crossing, type Networks } from './wires';

/** How a leg ended well. */
export type End =
  | { is: 'arrived'; network: Network; device: Device; sockets: Listening[] }
  /** It left the machine by this device. */
  | { is: 'left'; network: Network; device: Device };

/** What a network remembers to do with the answers to a packet. */
interface Remembered {
  network: NamespaceId;
  /** What was changed, and what it was before. */
  changed: 'source' | 'destination';
  now: { address: Address; port: number | null };
  before: { address: Address; port: number | null };
}

/** More than any way has. */
const MOST_STEPS = 24;

/**
 * One packet on its way through networks, and the answer to it on the way back. Everything is changed as
 * the kernel would change it.
 */
export class Walk {
  readonly hops: Hop[] = [];
  /** Where it is, which may be farther than the last hop that was told; null: it was not sent yet. */
  at: Pick<Hop, 'where' | 'back'> | null = null;
  readonly #remembered: Remembered[] = [];
  /** The networks whose rules have seen the first packet: they know what the answer belongs to. */
  readonly #seen = new Set<NamespaceId>();
  #steps = 0;

  /**
   * @param borders the networks of hosts: what leaves them to outside is not followed
   * @param budget of rules that are looked at
   * @param decide whether something holds that cannot be known
   */
  constructor(
    private readonly networks: Networks,
    private readonly borders: ReadonlySet<NamespaceId>,
    private readonly decide: (says: Said) => boolean,
    private readonly budget: Budget,
  ) {}

  /** Where a program that has chosen none sends from. @throws Lost, Unknown */
  sourceFor(network: Network, packet: Packet): Address {
    const way = wayFrom(network, { packet, source: null, in: null });
    // To itself it is sent from where it is sent to.
    const source = way.is === 'local' ? packet.destination : way.source;
    if (source === null) throw new Lost({ code: 'no-address' });
    return source;
  }

  /** From a program in a network. @throws Lost, Unknown, NeedsNetwork */
  send(network: Network, packet: Packet, source: Address): End {
    packet.source = source;
    let way = wayFrom(network, { packet, source, in: null });
    this.#say(network, packet, {
      code: packet.reply ? 'answers' : 'sends',
      ...spotOf(packet),
      ...(way.is === 'by' ? { device: way.device.name } : {}),
    });
    const { mark } = packet;
    const passed = this.#pass(network, 'output', packet, null, outOf(network, way));
    // Where rules of routing go by what was written on it, it may be sent another way now.
    if (mark !== packet.mark && goesByMark(network, packet)) {
      throw new Unknown({ code: 'route-rule', what: 'fwmark' });
    }
    const isUndone = this.#undo(network, packet, 'destination');
    if (this.#translate(network, packet, passed, null, way) || isUndone) {
      way = wayFrom(network, { packet, source: packet.source, in: null });
    }
    return this.#out(network, way, packet, null);
  }

  /** To a network, by one of its devices. */
  arrive(network: Network, device: Device, packet: Packet, bridged: boolean): End {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw new Unknown({ code: 'too-long' });
    checkProgram(device);
    if (!bridged) this.#before(network, device, packet);
    const asked = { packet, source: packet.source, in: device };
    const way = wayFrom(network, asked);
    this.#checkSource(network, device, packet);
    if (isLoopback(packet.destination) && !device.loopback) {
      throw new Unknown({ code: 'route-rule', what: 'route_localnet' });
    }
    if (way.is === 'local') {
      const passed = this.#pass(network, 'input', packet, device, null);
      this.#translate(network, packet, passed, device, way);
      this.#undo(network, packet, 'source');
      this.#seen.add(network.id);
      this.#say(network, packet, { code: 'arrives', device: device.name, ...spotOf(packet) });
      return { is: 'arrived', network, device, sockets: socketsOf(network, packet, device) };
    }
    if (!forwardsFrom(network, packet.family, device)) {
      throw new Lost({ code: 'not-forwarding', ...spotOf(packet) });
    }
    const passed = this.#pass(network, 'forward', packet, device, way.device);
    this.#say(network, packet, { code: 'forwards', device: way.device.name, ...passed.by });
    return this.#out(network, way, packet, device);
  }

  /** What is done before it is decided where to: rules may change that. */
  #before(network: Network, device: Device, packet: Packet): void {
    this.#undo(network, packet, 'destination');
    const passed = this.#pass(network, 'prerouting', packet, device, null);
    this.#translate(network, packet, passed, device, null);
  }

  /** Out by the device that was decided on, or back to the network itself. */
  #out(network: Network, way: Way, packet: Packet, from: Device | null): End {
    const device = outOf(network, way);
    const passed = this.#pass(network, 'postrouting', packet, from, device);
    this.#translate(network, packet, passed, from, way);
    this.#undo(network, packet, 'source');
    this.#seen.add(network.id);
    if (way.is === 'local') return this.arrive(network, device, packet, false);
    if (!device.up) throw new Lost({ code: 'device-down', device: device.name });
    checkProgram(device);
    if (isOutside(packet.destination) && this.borders.has(network.id)) {
      this.#say(network, packet, { code: 'leaves', device: device.name, ...fromOf(packet) });
      return { is: 'left', network, device };
    }
    const receiver = receiverOf(this.networks, network, device, way.next);
    if (packet.family === 6) checkNeighbours(network, receiver);
    let last: Crossing | null = null;
    for (const crossing of receiver.through) {
      last = crossing;
      if (this.#cross(crossing, packet)) {
        // Its destination is another now: it is sent on from where it was changed.
        return this.arrive(crossing.network, crossing.bridge, packet, true);
      }
    }
    const bridged = last !== null && last.out === null && calls(last, packet);
    this.#say(receiver.network, packet, {
      code: 'wire',
      device: receiver.device.name,
      // A wire without a bridge between.
      ...(last === null && device.kind !== 'bridge' ? { what: device.name } : {}),
    });
    return this.arrive(receiver.network, receiver.device, packet, bridged);
  }

  /** Through a bridge. @returns true where it has to be sent on from here, to where it is for now */
  #cross(crossing: Crossing, packet: Packet): boolean {
    const { network, bridge, in: port, out } = crossing;
    this.at = { where: network.id, back: packet.reply };
    if (bridge.bridge?.vlanFiltering === true) {
      throw new Unknown({ code: 'vlan', device: bridge.name });
    }
    for (const each of [port, out]) {
      if (each !== null) checkProgram(each);
      if (each?.port?.forwarding === false) {
        throw new Lost({ code: 'port-blocks', device: each.name, what: bridge.name });
      }
    }
    if (port === null) {
      this.#bridgeHook(network, 'output', packet, null, out);
      this.#bridgeHook(network, 'postrouting', packet, null, out);
      return false;
    }
    if (port.port?.isolated === true && out?.port?.isolated === true) {
      throw new Lost({ code: 'isolated', device: port.name, what: bridge.name });
    }
    this.#bridgeHook(network, 'prerouting', packet, port, null);
    const seen = calls(crossing, packet);
    if (seen) {
      const before = packet.destination;
      this.#before(network, bridge, packet);
      if (!isSame(before, packet.destination)) return true;
    }
    this.#bridgeHook(network, out === null ? 'input' : 'forward', packet, port, out);
    if (out === null) return false;
    if (seen) {
      const passed = this.#pass(network, 'forward', packet, bridge, bridge);
      this.#say(network, packet, { code: 'bridge', device: bridge.name, ...passed.by });
      const after = this.#pass(network, 'postrouting', packet, null, bridge);
      this.#translate(network, packet, after, bridge, null);
      this.#undo(network, packet, 'source');
      this.#seen.add(network.id);
    } else {
      this.#say(network, packet, { code: 'bridge', device: bridge.name });
    }
    this.#bridgeHook(network, 'postrouting', packet, null, out);
    return false;
  }

  /** The rules of bridges themselves, which see frames. */
  #bridgeHook(
    network: Network,
    hook: string,
    packet: Packet,
    port: Device | null,
    out: Device | null,
  ): void {
    if (!hasChains(network, ['bridge'])) return;
    passHook(this.#place(network, hook, packet, port, out), ['bridge']);
  }

  #pass(
    network: Network,
    hook: string,
    packet: Packet,
    device: Device | null,
    out: Device | null,
  ): Passed {
    const family = packet.family === 4 ? 'ip' : 'ip6';
    if (network.older[packet.family]) throw new Unknown({ code: 'older', what: family });
    if (hasChains(network, ['netdev', 'arp']) || hasChains(network, ['inet'], ['ingress'])) {
      throw new Unknown({ code: 'rule', chain: 'netdev' });
    }
    return passHook(this.#place(network, hook, packet, device, out), [family, 'inet']);
  }

  #place(
    network: Network,
    hook: string,
    packet: Packet,
    device: Device | null,
    out: Device | null,
  ): Place {
    const known = this.#seen.has(network.id);
    const unseen = packet.protocol === 'tcp' ? 'invalid' : 'new';
    return {
      ...{ network, hook, in: device, out, packet },
      state: packet.reply ? (known ? 'established' : unseen) : 'new',
      budget: this.budget,
      decide: (rule) => {
        this.at = { where: network.id, back: packet.reply };
        return this.decide({ code: 'rule', ...rule });
      },
    };
  }

  /** @returns true where it goes somewhere else now */
  #translate(
    network: Network,
    packet: Packet,
    { translation, by }: Passed,
    device: Device | null,
    way: Way | null,
  ): boolean {
    if (translation === null) return false;
    const { how, port } = translation;
    const ownAddress = (): Address => {
      if (how === 'redirect' && device === null) {
        return parseAddress(packet.family === 4 ? '127.0.0.1' : '::1') ?? [];
      }
      const out = how === 'redirect' ? device : way?.is === 'by' ? way.device : null;
      const next = way?.is === 'by' ? way.next : packet.source;
      const own = out === null ? null : addressFor(network, out, next, packet.family);
      if (own === null) throw new Unknown({ code: 'no-address', ...by });
      return own;
    };
    const isSource = how === 'from' || how === 'masquerade';
    const address =
      translation.address ??
      (how === 'masquerade' || how === 'redirect'
        ? ownAddress()
        : isSource
          ? packet.source
          : packet.destination);
    if (isSource) {
      const now = { address, port: port ?? packet.sourcePort };
      const before = { address: packet.source, port: packet.sourcePort };
      this.#remembered.push({ network: network.id, changed: 'source', now, before });
      packet.source = address;
      packet.sourcePort = now.port;
      this.#say(network, packet, { code: 'masked', ...fromOf(packet), ...by });
      return false;
    }
    const now = { address, port: port ?? packet.port };
    const before = { address: packet.destination, port: packet.port };
    this.#remembered.push({ network: network.id, changed: 'destination', now, before });
    packet.destination = address;
    packet.port = now.port;
    this.#say(network, packet, { code: 'redirected', ...spotOf(packet), ...by });
    return true;
  }

  /** What was changed of the packet is changed back in its answer, where it was. @returns true: so it was */
  #undo(network: Network, packet: Packet, of: 'source' | 'destination'): boolean {
    if (!packet.reply) return false;
    const before = packet[of];
    // The answer comes from where the packet was sent to.
    const changed = of === 'destination' ? 'source' : 'destination';
    for (const each of [...this.#remembered].reverse()) {
      if (each.network !== network.id || each.changed !== changed) continue;
      if (!isSame(each.now.address, packet[of])) continue;
      packet[of] = each.before.address;
      if (of === 'destination') packet.port = each.before.port;
      else packet.sourcePort = each.before.port;
    }
    return packet[of] !== before;
  }

  /** Some networks take nothing that comes from where they would not answer to. */
  #checkSource(network: Network, device: Device, packet: Packet): void {
    const conf = network.conf[packet.family];
    const strictness = Math.max(conf.get(device.index)?.rpFilter ?? 0, conf.get(-1)?.rpFilter ?? 0);
    if (packet.family === 6 || device.loopback) return;
    // Nobody else has its own address: what says that it comes from there is not taken.
    const own = [...network.devices.values()].flatMap(({ addresses }) => addresses);
    const isOwn = own.some(({ address }) => isSame(address, packet.source));
    if (!isOwn && strictness === 0) return;
    let back: Way;
    try {
      const answer = { ...packet, destination: packet.source };
      back = wayFrom(network, { packet: answer, source: packet.destination, in: null });
    } catch (error) {
      if (error instanceof Lost) throw new Lost({ code: 'rp-filter', device: device.name });
      throw error;
    }
    // It can be told to take it, and does not say so; the answer goes to itself, unless rules of routing differ.
    if (isOwn && back.is === 'by') throw new Unknown({ code: 'route-rule', what: 'accept_local' });
    if (isOwn) throw new Lost({ code: 'rp-filter', device: device.name });
    if (strictness === 1 && back.is === 'by' && back.device !== device) {
      throw new Lost({ code: 'rp-filter', device: device.name });
    }
  }

  #say(network: Network, { reply }: Packet, says: Said): void {
    this.at = { where: network.id, back: reply };
    this.hops.push({ ...this.at, says });
  }
}

/** The device that it goes out by; what is for the network itself goes by loopback. */
function outOf({ devices }: Network, way: Way): Device {
  if (way.is === 'by') return way.device;
  const loopback = [...devices.values()].find((each) => each.loopback);
  if (loopback === undefined) throw new Lost({ code: 'no-device' });
  if (!loopback.up) throw new Lost({ code: 'device-down', device: loopback.name });
  return loopback;
}
