import type { NamespaceId } from '../model/ids';
import { ALL } from '../netlink/netconf';
import { familyOfAddress, isSame, textOf, type Address } from './address';
import type { Device, Network } from './network';
import { Lost, Unknown } from './said';

/** Networks that have been looked at; others are asked for. */
export type Networks = ReadonlyMap<NamespaceId, Network>;

/** This one has to be looked at first. */
export class NeedsNetwork extends Error {
  constructor(readonly id: NamespaceId) {
    super(id);
  }
}

export function networkAt(networks: Networks, id: NamespaceId): Network {
  const network = networks.get(id);
  if (network === undefined) throw new NeedsNetwork(id);
  return network;
}

/**
 * A bridge that something goes through, by two of its ports; `in` null: it comes from the bridge itself,
 * `out` null: it is for that.
 */
export interface Crossing {
  network: Network;
  bridge: Device;
  in: Device | null;
  out: Device | null;
}

/** Where a wire ends, and through which bridges it goes. */
interface End {
  namespace: NamespaceId;
  /** By index: its network may not have been looked at. */
  device: number;
  through: Crossing[];
}

/** Whom something is given to on the wire. */
export interface Receiver {
  network: Network;
  device: Device;
  through: Crossing[];
}

/** So many bridges one behind the other are followed. */
const DEEPEST = 6;

/**
 * Who has an address on the wire that a device is at.
 *
 * @throws Lost where nobody has it; Unknown; NeedsNetwork
 */
export function receiverOf(
  networks: Networks,
  network: Network,
  device: Device,
  address: Address,
): Receiver {
  const { ends, unseen } = endsOf(networks, network, device);
  const looked = ends.filter(({ namespace }) => networks.has(namespace));
  const having = looked.flatMap((end): Receiver[] => {
    const there = networkAt(networks, end.namespace);
    const found = there.devices.get(end.device);
    if (found?.up !== true) return [];
    const has = found.addresses.some((own) => isSame(own.address, address));
    return has ? [{ network: there, device: found, through: end.through }] : [];
  });
  const [first, second] = having;
  if (second !== undefined) throw new Unknown({ code: 'several-have', ...said(address, device) });
  if (first !== undefined) return first;
  const next = ends.find(({ namespace }) => !networks.has(namespace));
  if (next !== undefined) throw new NeedsNetwork(next.namespace);
  if (unseen !== null) throw new Unknown({ code: 'unseen-end', device: unseen });
  for (const end of looked) {
    // It answers for addresses of its other devices as well, unless it was told not to.
    const others = [...networkAt(networks, end.namespace).devices.values()];
    const has = others.some((each) => each.addresses.some((own) => isSame(own.address, address)));
    if (has || proxies(networkAt(networks, end.namespace), end.device, address)) {
      throw new Unknown({ code: 'several-ways', ...said(address, device) });
    }
  }
  throw new Lost({ code: 'nobody-has', ...said(address, device) });
}

/** Does it answer for others there? */
function proxies({ conf }: Network, device: number, address: Address): boolean {
  const told = conf[familyOfAddress(address)];
  return told.get(device)?.proxies === true || told.get(ALL)?.proxies === true;
}

function said(address: Address, { name }: Device) {
  return { address: textOf(address) ?? '?', device: name };
}

/** All ends of the wire, and the name of one device on it that leads where nothing is seen. */
function endsOf(
  networks: Networks,
  network: Network,
  device: Device,
): { ends: End[]; unseen: string | null } {
  const ends: End[] = [];
  let unseen: string | null = null;
  const visited = new Set<string>();

  const across = (at: Network, port: Device, through: Crossing[]): void => {
    const peer = port.peer?.namespace ?? null;
    if (port.peer === null || peer === null) {
      // It leads out of the machine, or to where nobody is seen.
      unseen ??= port.name;
      return;
    }
    const [namespace, { index }] = [peer, port.peer];
    const there = networks.get(namespace);
    if (there === undefined) {
      ends.push({ namespace, device: index, through });
      return;
    }
    const far = there.devices.get(index);
    if (far === undefined || !far.up) return;
    const master = far.master === null ? undefined : there.devices.get(far.master);
    if (master === undefined) ends.push({ namespace, device: index, through });
    else if (master.kind !== 'bridge') unseen ??= master.name;
    else into(there, master, far, through);
  };

  const into = (at: Network, bridge: Device, port: Device | null, through: Crossing[]): void => {
    const key = `${at.id} ${String(bridge.index)}`;
    if (visited.has(key)) return;
    if (through.length > DEEPEST) {
      unseen ??= bridge.name;
      return;
    }
    visited.add(key);
    if (port !== null) {
      const own = { network: at, bridge, in: port, out: null };
      ends.push({ namespace: at.id, device: bridge.index, through: [...through, own] });
    }
    for (const other of at.devices.values()) {
      if (other.master !== bridge.index || other === port || !other.up) continue;
      across(at, other, [...through, { network: at, bridge, in: port, out: other }]);
    }
  };

  if (device.kind === 'bridge') into(network, device, null, []);
  else across(network, device, []);
  return { ends, unseen };
}
