import type { Route } from '../netlink/route';
import type { Rule } from '../netlink/rule';
import {
  isIn,
  isLinkLocal,
  isOutside,
  isSame,
  parseAddress,
  parsePrefix,
  type Address,
} from './address';
import type { Device, Network } from './network';
import type { Packet } from './packet';
import { Lost, Unknown } from './said';

/** Where a network sends a packet. */
export type Way =
  /** It is its own. */
  | { is: 'local' }
  | {
      is: 'by';
      device: Device;
      /** Whom it is given to on the wire: the gateway, or the destination itself. */
      next: Address;
      /** Where it says that it comes from, if its sender has not said; null: none of its addresses would do. */
      source: Address | null;
      gateway: string | null;
    };

/** What is asked about a way: the packet, and how it came. */
export interface Asked {
  packet: Pick<Packet, 'family' | 'destination' | 'mark'>;
  /** Null: whoever sends has chosen none yet. */
  source: Address | null;
  /** The device that it came in by; null: it is sent from here. */
  in: Device | null;
}

/** Where a route that is found there is no use, the next rule is asked. */
const GOES_ON = ['throw'];

/**
 * Where the rules and routes of a network send a packet, as ip-rule(8) and ip-route(8) have it.
 *
 * @throws Lost where they send it nowhere; Unknown
 */
export function wayFrom(network: Network, asked: Asked): Way {
  const { family } = asked.packet;
  const rules = [...network.rules[family]].sort((a, b) => a.priority - b.priority);
  for (const rule of rules) {
    if (!applies(rule, asked)) continue;
    if (REFUSING.includes(rule.action)) {
      throw new Lost({ code: 'refused-route', what: rule.action });
    }
    if (rule.action === 'nop') continue;
    if (rule.action !== 'lookup' || rule.table === null) throw odd(rule, rule.action);
    const found = lookUp(network, rule.table, asked);
    if (found === null || isSuppressed(rule, found)) continue;
    const way = wayBy(network, found, asked);
    if (way !== null) return way;
  }
  throw new Lost({ code: 'no-route' });
}

const REFUSING = ['blackhole', 'unreachable', 'prohibit'];

function applies({ from, to, conditions, family, priority }: Rule, asked: Asked): boolean {
  const not = conditions.includes('not');
  const matches = (text: string, address: Address | null) => {
    const prefix = parsePrefix(text, family);
    if (prefix === null) return false;
    return prefix.length === 0 || (address !== null && isIn(address, prefix));
  };
  const each = conditions
    .filter((condition) => condition !== 'not' && !condition.startsWith('suppress_'))
    .map((condition) => {
      const [word = '', value = ''] = condition.split(' ');
      if (word === 'iif') return value === (asked.in?.name ?? 'lo');
      const mark = /^fwmark 0x([\da-f]+)(?:\/0x([\da-f]+))?$/.exec(condition);
      if (mark === null || asked.packet.mark === null) {
        throw new Unknown({ code: 'route-rule', rule: priority, what: condition });
      }
      const mask = mark[2] === undefined ? 0xffffffff : Number.parseInt(mark[2], 16);
      return (asked.packet.mark & mask) >>> 0 === Number.parseInt(mark[1] ?? '', 16);
    });
  const all =
    matches(from, asked.source) &&
    (to === null || matches(to, asked.packet.destination)) &&
    each.every(Boolean);
  return all !== not;
}

/** Do rules ask for what has been written on packets? */
export function goesByMark({ rules }: Network, { family }: Pick<Packet, 'family'>): boolean {
  return rules[family].some(({ conditions }) => conditions.some((each) => each.includes('fwmark')));
}

function odd({ priority }: Rule, what: string): Unknown {
  return new Unknown({ code: 'route-rule', rule: priority, what });
}

/** Of the routes to there the narrowest, and of these the one of the lowest metric. */
function lookUp(network: Network, table: number, asked: Asked): Route | null {
  const { family, destination } = asked.packet;
  const routes = network.routes[family].filter((route) => route.table === table);
  const fitting = routes.flatMap((route) => {
    const prefix = parsePrefix(route.destination, family);
    return prefix !== null && isIn(destination, prefix) ? [{ route, length: prefix.length }] : [];
  });
  // So wide ones are for a great part of outside: which of it is meant is not known.
  const wide = routes.find((route) => {
    const length = parsePrefix(route.destination, family)?.length ?? 0;
    return length > 0 && length < 8;
  });
  if (isOutside(destination) && wide !== undefined) {
    throw new Unknown({ code: 'several-ways', address: wide.destination });
  }
  const longest = Math.max(...fitting.map(({ length }) => length));
  const nearest = fitting.filter(({ length }) => length === longest).map(({ route }) => route);
  const lowest = Math.min(...nearest.map(({ metric }) => metric ?? 0));
  const best = nearest.filter(({ metric }) => (metric ?? 0) === lowest);
  const [first] = best;
  if (first === undefined) return null;
  const different = best.some((each) => JSON.stringify(each) !== JSON.stringify(first));
  if (different || first.from !== null || first.hops.length > 1) {
    throw new Unknown({ code: 'several-ways', address: first.destination });
  }
  return first;
}

function isSuppressed({ conditions }: Rule, { destination, family }: Route): boolean {
  const word = conditions.find((each) => each.startsWith('suppress_prefixlength '));
  const length = parsePrefix(destination, family)?.length ?? 0;
  return word !== undefined && length <= Number(word.split(' ')[1]);
}

/** @returns null where the next rule is to be asked */
function wayBy(network: Network, route: Route, asked: Asked): Way | null {
  if (GOES_ON.includes(route.type)) return null;
  if (route.type === 'local') return { is: 'local' };
  if (route.type === 'broadcast' || route.type === 'multicast' || route.type === 'anycast') {
    throw new Unknown({ code: 'route-rule', what: route.type });
  }
  const [hop] = route.hops;
  const device = network.devices.get(hop?.device ?? -1);
  if (REFUSING.includes(route.type)) throw new Lost({ code: 'refused-route', what: route.type });
  if (hop === undefined || device === undefined) throw new Lost({ code: 'no-route' });
  const gateway = hop.via === null ? null : parseAddress(hop.via);
  const next = gateway ?? asked.packet.destination;
  const preferred = route.source === null ? null : parseAddress(route.source);
  return {
    is: 'by',
    device,
    next,
    source: preferred ?? addressFor(network, device, next, asked.packet.family),
    gateway: hop.via,
  };
}

/**
 * The address that a device sends from to somebody on its wire; null: it has none that would do.
 *
 * @param next whom it sends to
 */
export function addressFor(
  network: Network,
  device: Device,
  next: Address,
  family: 4 | 6,
): Address | null {
  const size = family === 4 ? 4 : 16;
  const usable = (of: Device) =>
    of.addresses.filter(({ address }) => address.length === size && !isLinkLocal(address));
  const own = usable(device);
  const near = own.find((prefix) => isIn(next, prefix) || isSame(next, prefix.address));
  if (near !== undefined || own[0] !== undefined) return (near ?? own[0])?.address ?? null;
  // Any other of the network, but for loopback's.
  for (const other of network.devices.values()) {
    const [first] = other.loopback ? [] : usable(other);
    if (first !== undefined) return first.address;
  }
  return null;
}
