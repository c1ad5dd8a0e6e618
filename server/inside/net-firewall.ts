import { firewallOf, type Firewall } from '@lib/inside/firewall';
import type { Told } from '@lib/inside/told';
import {
  ALL_NFT_CHAINS,
  ALL_NFT_RULES,
  ALL_NFT_TABLES,
  nftChainsIn,
  nftRulesIn,
  nftTablesIn,
} from '@lib/netlink/nftables';
import type { Told as Answer } from '../enter/requests';
import type { NetView } from './net-view';
import { parsed } from './told';

/** How a kernel says that it was made without nftables: then there are no rules of them. */
const ABSENT = ['EINVAL', 'EPROTONOSUPPORT', 'EAFNOSUPPORT'];

/** Names of the tables that the older iptables have made; there is no file where the kernel lacks them. */
const LEGACY = ['/proc/thread-self/net/ip_tables_names', '/proc/thread-self/net/ip6_tables_names'];

/** The firewall, told by the kernel in the network: no file tells of it. */
export async function readFirewall({ enter, place }: NetView): Promise<Told<Firewall>> {
  const [[tables, chains, rules], [legacy4, legacy6]] = await Promise.all([
    enter.ask(place, [ALL_NFT_TABLES, ALL_NFT_CHAINS, ALL_NFT_RULES]),
    enter.read(place, LEGACY),
  ]);
  const told = {
    tables: listed(tables, nftTablesIn),
    chains: listed(chains, nftChainsIn),
    rules: listed(rules, nftRulesIn),
    ip: namesIn(legacy4),
    ip6: namesIn(legacy6),
  };
  const missing = Object.values(told).find(({ value }) => value === null);
  if (missing?.value === null) return missing;
  const value = firewallOf(
    told.tables.value ?? [],
    told.chains.value ?? [],
    told.rules.value ?? [],
    { ip: told.ip.value ?? [], ip6: told.ip6.value ?? [] },
  );
  return { value, reason: null };
}

function listed<T>(answer: Answer | undefined, parse: (bytes: Uint8Array) => T[]): Told<T[]> {
  const told = parsed(answer, parse);
  return told.value === null && ABSENT.includes(told.reason) ? { value: [], reason: null } : told;
}

function namesIn(answer: Answer | undefined): Told<string[]> {
  const told = parsed(answer, (bytes) =>
    new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((name) => name !== '')
      .sort(),
  );
  return told.reason === 'ENOENT' ? { value: [], reason: null } : told;
}
