import type { Listening } from '../../inside/net';
import type { PublishedPort } from '../../model/published-port';
import type { Process } from '../../model/process';
import { monoWidth } from '../mono-text';
import { sansWidth, shortened } from '../node-text';

/** A port on which processes of a network wait. */
export interface Port {
  port: number;
  /** `tcp`, where IPv4 or IPv6 or both, and `udp`. */
  protocol: 'tcp' | 'udp';
  /** The families' sockets that are told as one: `tcp`, `tcp6`. */
  protocols: readonly string[];
  addresses: readonly string[];
  pids: readonly number[];
  /** Somebody outside of this network has it open; null: not known. */
  outside: boolean | null;
  /** It hears only what is said within: at 127.0.0.1 and the like. */
  withinOnly: boolean;
  /** Where it can be called from outside of its machine. */
  published: readonly PublishedPort[];
}

/** Sockets of one port and one kind as one, where processes of the same name have them open. */
export function portsOf(
  listening: readonly Listening[],
  processes: ReadonlyMap<number, Process>,
): Port[] {
  const ports = new Map<string, Port>();
  for (const { protocol, address, port, pids, outside } of listening) {
    const plain = protocol.startsWith('tcp') ? 'tcp' : 'udp';
    const withinOnly = isLoopback(address);
    const at = withinOnly ? address : '';
    const names = pids.map((pid) => processes.get(pid)?.comm ?? pid);
    const key = JSON.stringify([port, plain, [...new Set(names)].sort(), outside, at]);
    const same = ports.get(key);
    ports.set(key, {
      ...{ port, protocol: plain, outside, withinOnly, published: [] },
      pids: [...new Set([...(same?.pids ?? []), ...pids])].sort((a, b) => a - b),
      protocols: [...new Set([...(same?.protocols ?? []), protocol])].sort(),
      addresses: [...new Set([...(same?.addresses ?? []), address])].sort(),
    });
  }
  return [...ports.values()].sort(
    (a, b) =>
      a.port - b.port ||
      (a.protocol < b.protocol ? -1 : Number(a.protocol > b.protocol)) ||
      (textOf(a) < textOf(b) ? -1 : 1),
  );
}

/** Ports with where each is published; one that is published and has no socket is among them, of nobody. */
export function withPublished(
  ports: readonly Port[],
  published: readonly PublishedPort[],
): { ports: Port[]; unheard: Port[] } {
  const isAt =
    ({ port, protocol }: PublishedPort) =>
    (each: { port: number; protocol: string }) =>
      each.port === port && each.protocol === protocol;
  const told = ports.map((port) => ({
    ...port,
    published: port.withinOnly ? [] : published.filter((each) => isAt(each)(port)),
  }));
  const unheard = published
    .filter((each) => !told.some((port) => !port.withinOnly && isAt(each)(port)))
    .filter(({ protocol }) => protocol !== 'sctp')
    .map((each): Port => ({
      ...{ port: each.port, protocol: each.protocol === 'udp' ? 'udp' : 'tcp' },
      ...{ protocols: [], addresses: [], pids: [], outside: null, withinOnly: false },
      published: published.filter(isAt(each)),
    }));
  const once = new Map(unheard.map((port) => [portTitle(port), port]));
  return { ports: told, unheard: [...once.values()] };
}

function textOf({ addresses, pids }: Port): string {
  return `${addresses.join(' ')} ${pids.join(' ')}`;
}

function isLoopback(address: string): boolean {
  return /^127\./.test(address) || address === '::1' || /^::ffff:127\./.test(address);
}

/** The name of the process that has a port open, and how many of other names have; null: nobody that is seen. */
export function ownerOf(
  { pids }: Pick<Port, 'pids'>,
  processes: ReadonlyMap<number, Process>,
): { name: string; process: Process | null; others: number } | null {
  const [first] = pids;
  if (first === undefined) return null;
  const names = pids.map((pid) => processes.get(pid)?.comm ?? `PID ${String(pid)}`);
  const others = new Set(names).size - 1;
  return { name: names[0] ?? '', process: processes.get(first) ?? null, others };
}

/** A tab on the lower edge of a box, seen from the place of all of them. */
export interface Tab {
  port: Port;
  title: string;
  /** Whose it is, or that it is not known. */
  owner: string;
  process: Process | null;
  /** From where it is reached from outside; null: from nowhere. */
  published: string | null;
  x: number;
  y: number;
  width: number;
  height: number;
}

const TAB = { height: 38, gap: 6, padding: 8, least: 44 };
/** The room of what points at a tab from outside. */
export const POINTER = 22;
/** An owner's name is cut where it is wider. */
const WIDEST = 96;
export const TAB_SIZES = { port: 13, owner: 12 };

/** How a port is written: `:53 udp`. */
export function portTitle({ port, protocol }: Pick<Port, 'port' | 'protocol'>): string {
  return `:${String(port)}${protocol === 'udp' ? ' udp' : ''}`;
}

/** Tabs side by side, in as many rows as it takes. @param nobody what is written where its owner is not known */
export function tabsIn(
  ports: readonly Port[],
  room: number,
  processes: ReadonlyMap<number, Process>,
  said: (port: Port) => string,
): { tabs: Tab[]; height: number } {
  const tabs: Tab[] = [];
  const below = ports.some(({ published }) => published.length > 0) ? POINTER : 0;
  let [x, y] = [0, 0];
  for (const port of ports) {
    const owner = ownerOf(port, processes);
    const words = owner === null ? said(port) : nameOf(owner);
    const title = portTitle(port);
    const published = publishedTitle(port);
    const wide = Math.max(
      TAB.least,
      published === null ? 0 : monoWidth(published, TAB_SIZES.owner) + 24,
      monoWidth(title, TAB_SIZES.port) + 2 * TAB.padding,
      Math.min(sansWidth(words, TAB_SIZES.owner), WIDEST) + 2 * TAB.padding,
    );
    const width = Math.min(room, Math.ceil(wide));
    if (x > 0 && x + width > room) {
      x = 0;
      y += TAB.height + below + TAB.gap;
    }
    tabs.push({
      ...{ port, title, published, process: owner?.process ?? null },
      ...{ x, y, width, height: TAB.height },
      owner: shortened(words, width - 2 * TAB.padding, TAB_SIZES.owner),
    });
    x += width + TAB.gap;
  }
  return { tabs, height: tabs.length === 0 ? 0 : y + TAB.height + below };
}

/** The host's port, and its address where it is not every one. */
function publishedTitle({ published: [first, ...others] }: Port): string | null {
  if (first === undefined) return null;
  const { hostAddress, hostPort } = first;
  const at = ['0.0.0.0', '::'].includes(hostAddress) ? '' : hostAddress;
  const more = new Set(others.map((each) => each.hostPort).filter((each) => each !== hostPort))
    .size;
  return `${at}:${String(hostPort)}${more === 0 ? '' : ` +${String(more)}`}`;
}

function nameOf({ name, others }: { name: string; others: number }): string {
  return others === 0 ? name : `${name} +${String(others)}`;
}
