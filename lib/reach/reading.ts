import * as z from 'zod/mini';
import { ALL_ADDRESSES } from '../netlink/address';
import { ALL_LINKS } from '../netlink/link';
import { allNetconf } from '../netlink/netconf';
import { ALL_NFT_SETS } from '../netlink/nft-sets';
import { ALL_NFT_CHAINS, ALL_NFT_RULES, ALL_NFT_TABLES } from '../netlink/nftables';
import { ALL_QDISCS } from '../netlink/qdisc';
import { allRoutes } from '../netlink/route';
import { allRules } from '../netlink/rule';
import type { Member } from '../inside/reading';

/** What the kernel is asked in a network, to know what it lets pass and where to. */
export const PASSAGE_QUESTIONS = {
  links: ALL_LINKS,
  addresses: ALL_ADDRESSES,
  qdiscs: ALL_QDISCS,
  routes4: allRoutes(4),
  routes6: allRoutes(6),
  rules4: allRules(4),
  rules6: allRules(6),
  conf4: allNetconf(4),
  conf6: allNetconf(6),
  tables: ALL_NFT_TABLES,
  chains: ALL_NFT_CHAINS,
  nftRules: ALL_NFT_RULES,
  nftSets: ALL_NFT_SETS,
};

/** What the sets have in them is asked set by set, and is one part: of those of which it was told. */
export const ELEMENTS = 'nftElements';

/** What files tell of it, read in there. */
export const PASSAGE_FILES = {
  bridges4: '/proc/sys/net/bridge/bridge-nf-call-iptables',
  bridges6: '/proc/sys/net/bridge/bridge-nf-call-ip6tables',
  older4: '/proc/thread-self/net/ip_tables_names',
  older6: '/proc/thread-self/net/ip6_tables_names',
};

const partSchema = z.union([
  z.object({ value: z.string(), reason: z.null() }),
  z.object({ value: z.null(), reason: z.string() }),
]);

/** Each answer in base64, or why there is none. */
export const passageReadingSchema = z.record(z.string(), partSchema);
export type PassageReading = z.infer<typeof passageReadingSchema>;

/** Which network, and who is in it. */
export type PassageRequest = Member;
