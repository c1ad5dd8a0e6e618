import type { NetInside, Listening } from '../inside/net';
import type { NamespaceId } from '../model/ids';
import type { Unreadable } from '../model/unreadable';
import type { Family } from '../netlink/address-text';
import { addressesIn } from '../netlink/address';
import { linksIn, type Bridge, type BridgePort, type Link } from '../netlink/link';
import { ALL, netconfIn, type NetConf } from '../netlink/netconf';
import {
  nftChainsIn,
  nftTablesIn,
  nftWholeRulesIn,
  type NftBase,
  type NftExpression,
} from '../netlink/nftables';
import { nftElementsIn, nftSetsIn, type NftElement } from '../netlink/nft-sets';
import { NetlinkParseError } from '../netlink/parse-error';
import { qdiscsIn } from '../netlink/qdisc';
import { routesIn, type Route } from '../netlink/route';
import { rulesIn, type Rule } from '../netlink/rule';
import { parsePrefix, type Prefix } from './address';
import type { Transport } from './packet';
import { ELEMENTS, type PassageReading } from './reading';
import { Unknown } from './said';
import type { FilledSet } from './sets';

/** A network, with all that decides what passes through it and where to. */
export interface Network {
  id: NamespaceId;
  devices: ReadonlyMap<number, Device>;
  routes: Record<Family, readonly Route[]>;
  rules: Record<Family, readonly Rule[]>;
  /** By the index of the device. */
  conf: Record<Family, ReadonlyMap<number, NetConf>>;
  /** By family, table and name: `keyOf`. */
  chains: ReadonlyMap<string, Chain>;
  /** What its rules look up, where what is in it was told: by the same. */
  sets: ReadonlyMap<string, FilledSet>;
  /** The firewall sees what goes through its bridges. */
  bridgesCall: Record<Family, boolean>;
  /** The older iptables has tables here, whose rules are not known. */
  older: Record<Family, boolean>;
  listening: readonly Listening[];
  /** Why not all that listen by a protocol are told; null: all are. */
  unheard: Record<Transport, string | null>;
  /** Why it is not told which sockets hear one device alone; null: it is. */
  unbound: string | null;
}

export interface Device {
  index: number;
  name: string;
  /** What made it; null: no command did. */
  kind: string | null;
  loopback: boolean;
  up: boolean;
  addresses: readonly Prefix[];
  master: number | null;
  bridge: Bridge | null;
  port: BridgePort | null;
  /** What else decides about what goes by it, of which nothing is known: XDP, or tc(8). */
  program: 'xdp' | 'tc' | null;
  /** The other end of a pair; its network is null where nobody seen is in it. */
  peer: { namespace: NamespaceId | null; index: number } | null;
}

export interface Chain {
  family: string;
  table: string;
  name: string;
  base: NftBase | null;
  rules: readonly (readonly NftExpression[])[];
}

const IFF_UP = 1;
const IFF_LOWER_UP = 0x10000;
const IFF_LOOPBACK = 8;
/** What queues packets and passes all of them on; at others filters of tc(8) can hang. */
const HARMLESS = ['noqueue', 'pfifo', 'pfifo_fast', 'fq', 'fq_codel', 'mq'];
/** It takes nothing, which is so of devices that are down. */
const NOOP = 'noop';
/** How a kernel says that it was made without something, which is then not there. */
const ABSENT = ['EAFNOSUPPORT', 'EOPNOTSUPP', 'ENOENT'];
const NO_NFT = ['EINVAL', 'EPROTONOSUPPORT', ...ABSENT];
/** Of sets nothing need be told: they matter only to rules, which say that they are not known. */
const UNTOLD = ['EINTR', 'EPERM', 'ENODATA', 'EBADMSG', ...NO_NFT];

/**
 * @param inside tells the other ends of its devices, and who listens
 * @throws Unknown where a part of it could not be read
 */
export function networkOf(
  id: NamespaceId,
  reading: PassageReading,
  inside: NetInside & { unreadable: Unreadable },
): Network {
  const read = <T>(
    name: string,
    parse: (bytes: Uint8Array) => T,
    absent: readonly string[] = [],
    otherwise: T | null = null,
  ): T => {
    const part = reading[name] ?? { value: null, reason: 'ENODATA' };
    if (part.value === null) {
      if (otherwise !== null && absent.includes(part.reason)) return otherwise;
      throw new Unknown({ code: 'unread', what: name, why: part.reason });
    }
    try {
      return parse(bytesOf(part.value));
    } catch (error) {
      if (!(error instanceof NetlinkParseError)) throw error;
      throw new Unknown({ code: 'unread', what: name, why: 'EBADMSG' });
    }
  };
  const list = <T>(name: string, parse: (bytes: Uint8Array) => T[], absent = ABSENT): T[] =>
    read(name, parse, absent, []);
  const text = (name: string) =>
    read(name, (bytes) => new TextDecoder().decode(bytes).trim(), ABSENT, '');
  const { devices, listening } = inside;
  if (devices === null || listening === null) {
    const what = devices === null ? 'devices' : 'listening';
    throw new Unknown({ code: 'unread', what, why: inside.unreadable[what] ?? 'ENODATA' });
  }
  const unheard = (protocol: Transport) =>
    inside.unreadable[`listening.${protocol}`] ??
    inside.unreadable[`listening.${protocol}6`] ??
    null;
  const addresses = read('addresses', addressesIn);
  const peers = new Map(devices.map(({ index, peer }) => [index, peer]));
  const links = read('links', linksIn);
  const isUp = ({ flags }: Link) => (flags & IFF_UP) !== 0 && (flags & IFF_LOWER_UP) !== 0;
  const down = new Set(links.filter((link) => !isUp(link)).map(({ index }) => index));
  const filtered = new Set(
    list('qdiscs', qdiscsIn)
      .filter(({ kind, index }) => !HARMLESS.includes(kind) && (kind !== NOOP || !down.has(index)))
      .map(({ index }) => index),
  );
  const asleep = list('tables', nftTablesIn, NO_NFT).filter(({ dormant }) => dormant);
  const chains = list('chains', nftChainsIn, NO_NFT);
  const rules = new Map<string, NftExpression[][]>();
  for (const { family, table, chain, expressions } of list('nftRules', nftWholeRulesIn, NO_NFT)) {
    const key = keyOf(family, table, chain);
    const others = rules.get(key);
    if (others === undefined) rules.set(key, [expressions]);
    else others.push(expressions);
  }
  const filled = new Map<string, NftElement[]>();
  for (const { family, table, name, elements } of list(ELEMENTS, nftElementsIn, UNTOLD)) {
    const key = keyOf(family, table, name);
    filled.set(key, [...(filled.get(key) ?? []), ...elements]);
  }
  const known = new Set(chains.map(({ family, table, name }) => keyOf(family, table, name)));
  // They were changed while they were read: which of them belong together is not known.
  if ([...rules.keys()].some((key) => !known.has(key))) {
    throw new Unknown({ code: 'unread', what: 'nftRules', why: 'EINTR' });
  }
  return {
    id,
    devices: new Map(
      links.map((link) => [
        link.index,
        {
          ...{ index: link.index, name: link.name, kind: link.kind },
          loopback: (link.flags & IFF_LOOPBACK) !== 0,
          up: isUp(link),
          addresses: addresses
            .filter(({ index }) => index === link.index)
            .flatMap(({ address, family }) => parsePrefix(address, family) ?? []),
          ...{ master: link.master, bridge: link.bridge, port: link.port },
          program: link.xdp ? 'xdp' : filtered.has(link.index) ? 'tc' : null,
          peer: peers.get(link.index) ?? null,
        },
      ]),
    ),
    routes: {
      4: read('routes4', (bytes) => routesIn(bytes, 4)),
      6: list('routes6', (bytes) => routesIn(bytes, 6)),
    },
    rules: {
      4: read('rules4', (bytes) => rulesIn(bytes, 4)),
      6: list('rules6', (bytes) => rulesIn(bytes, 6)),
    },
    conf: {
      4: byIndex(read('conf4', (bytes) => netconfIn(bytes, 4))),
      6: byIndex(list('conf6', (bytes) => netconfIn(bytes, 6))),
    },
    chains: new Map(
      chains
        .filter(({ family, table }) => !asleep.some((t) => t.family === family && t.name === table))
        .map(({ family, table, name, base }) => [
          keyOf(family, table, name),
          {
            ...{ family, table, name, base },
            rules: rules.get(keyOf(family, table, name)) ?? [],
          },
        ]),
    ),
    sets: new Map(
      list('nftSets', nftSetsIn, UNTOLD).flatMap((set): [string, FilledSet][] => {
        const key = keyOf(set.family, set.table, set.name);
        const elements = filled.get(key);
        return elements === undefined ? [] : [[key, { ...set, elements }]];
      }),
    ),
    bridgesCall: { 4: text('bridges4') === '1', 6: text('bridges6') === '1' },
    older: { 4: text('older4') !== '', 6: text('older6') !== '' },
    listening,
    unheard: { tcp: unheard('tcp'), udp: unheard('udp') },
    unbound: inside.unreadable['listening.device'] ?? null,
  };
}

export function keyOf(family: string, table: string, name: string): string {
  return JSON.stringify([family, table, name]);
}

/** Does it send on what came in by this device? @throws Unknown where that is not told */
export function forwardsFrom({ conf }: Network, family: Family, { index }: Device): boolean {
  const own = conf[family].get(family === 6 ? ALL : index);
  if (own === undefined)
    throw new Unknown({ code: 'unread', what: `conf${family}`, why: 'ENODATA' });
  return own.forwarding;
}

function byIndex(confs: readonly NetConf[]): ReadonlyMap<number, NetConf> {
  return new Map(confs.map((conf) => [conf.index, conf]));
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
