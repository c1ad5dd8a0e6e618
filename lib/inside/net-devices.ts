import type { NamespaceId } from '../model/ids';
import type { Unreadable } from '../model/unreadable';
import type { DeviceAddress } from '../netlink/address';
import type { Link } from '../netlink/link';
import type { Inet6Address } from '../proc/if-inet6';
import { DEVICE_KINDS, type Device, type DeviceKind } from './net';
import { unreadableOf, type Told } from './told';

/** What is known of the device in another network that one of this network is tied to. */
export interface OtherEnd {
  namespace: Told<NamespaceId>;
  name: Told<string>;
}

/* linux/if_arp.h, netdevice(7), and RFC 2863 as linux/if.h numbers it */
const ARPHRD_LOOPBACK = 772;
const IFF_UP = 1;
const STATES = new Map<number, 'up' | 'down'>([
  [1, 'down'],
  [2, 'down'],
  [3, 'down'],
  [6, 'up'],
]);

/** Kinds that are made in pairs: what goes into one comes out of the other. */
const PAIRS = ['veth', 'netkit', 'vxcan'];

/**
 * All devices of a network, by index.
 *
 * @param namespace this network
 * @param ends by the index of the device here: those whose other end is elsewhere
 */
export function devicesInside(
  links: readonly Link[],
  addresses: readonly DeviceAddress[],
  namespace: NamespaceId,
  ends: ReadonlyMap<number, OtherEnd>,
): Device[] {
  const names = new Map(links.map(({ index, name }) => [index, name]));
  const own = [...addresses].sort((a, b) => a.family - b.family);
  return [...links]
    .sort((a, b) => a.index - b.index)
    .map((link) => {
      const end = ends.get(link.index);
      const there =
        link.linkNetns === null
          ? { namespace, name: names.get(link.link ?? 0) ?? null }
          : { namespace: end?.namespace.value ?? null, name: end?.name.value ?? null };
      const parent = isPair(link) ? null : link.link;
      return {
        index: link.index,
        name: link.name,
        kind: kindOf(link),
        state: STATES.get(link.operstate) ?? 'unknown',
        enabled: (link.flags & IFF_UP) !== 0,
        mtu: link.mtu,
        mac: link.mac,
        addresses: own.filter(({ index }) => index === link.index).map(({ address }) => address),
        master: link.master === null ? null : (names.get(link.master) ?? null),
        parent,
        parentNamespace: parent === null ? null : there.namespace,
        peer: isPair(link) && link.link !== null ? { ...there, index: link.link } : null,
      };
    });
}

/** Why other ends are not told, for `unreadable`: `devices.7.peer.name`. */
export function endReasons(
  links: readonly Link[],
  ends: ReadonlyMap<number, OtherEnd>,
): Unreadable {
  const reasons = links.flatMap((link): [string, string | null][] => {
    const end = ends.get(link.index);
    if (end === undefined) return [];
    const device = `devices.${String(link.index)}`;
    if (!isPair(link)) return [[`${device}.parentNamespace`, end.namespace.reason]];
    return [
      [`${device}.peer.namespace`, end.namespace.reason],
      [`${device}.peer.name`, end.name.reason],
    ];
  });
  return unreadableOf(Object.fromEntries(reasons));
}

/** Is it one of two that are each other's ends? */
function isPair({ kind }: Pick<Link, 'kind'>): boolean {
  return kind !== null && PAIRS.includes(kind);
}

function kindOf({ kind, hardware }: Link): DeviceKind {
  // What no command made is a device of the machine's; or loopback, which every network has.
  if (kind === null) return hardware === ARPHRD_LOOPBACK ? 'loopback' : 'physical';
  return DEVICE_KINDS.find((each) => each === kind) ?? 'other';
}

/** What is not told of a device where the network could not be entered. */
export const NOT_IN_FILES = [
  ...['kind', 'state', 'enabled', 'mtu', 'mac', 'addresses', 'master', 'parent'],
  ...['parentNamespace', 'peer'],
] as const;

/**
 * What files tell of the devices: that of some the index is known, and the addresses of IPv6.
 *
 * @param indexes of those that have IPv4, by name
 */
export function devicesOfFiles(
  names: readonly string[],
  addresses: readonly Inet6Address[],
  indexes: ReadonlyMap<string, number>,
): Device[] {
  const devices = names.map((name): Device => {
    const own = addresses.filter(({ device }) => device === name);
    return {
      index: own[0]?.index ?? indexes.get(name) ?? null,
      name,
      kind: null,
      state: null,
      enabled: null,
      mtu: null,
      mac: null,
      addresses: own.map(({ address }) => address),
      master: null,
      parent: null,
      parentNamespace: null,
      peer: null,
    };
  });
  return devices.sort(
    (a, b) => (a.index ?? Infinity) - (b.index ?? Infinity) || (a.name < b.name ? -1 : 1),
  );
}
