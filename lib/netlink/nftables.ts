import { familyName, hookName } from './nft-names';
import { attributesIn, valuesIn } from './attributes';
import type { Fields } from './fields';
import { messagesIn, NETLINK_NETFILTER, type Question } from './message';
import { NetlinkParseError } from './parse-error';

/*
 * The firewall, linux/netfilter/nf_tables.h: struct nfgenmsg (family, version, resource), then
 * attributes, whose numbers are in network order.
 */

export interface NftTable {
  /** As nft(8) names it: `ip`, `inet`… */
  family: string;
  name: string;
  /** It was put to sleep: nothing passes through its chains. */
  dormant: boolean;
}

export interface NftChain {
  family: string;
  table: string;
  name: string;
  /** Where packets come into it by themselves; null: only by rules of other chains. */
  base: NftBase | null;
}

export interface NftBase {
  /** `prerouting`, `input`…; the number of one unknown here. */
  hook: string;
  /** Of chains at the same hook the lowest is first. */
  priority: number;
  /** `filter`, `nat`, `route`. */
  type: string;
  /** What becomes of what gets to its end. */
  policy: 'accept' | 'drop';
}

/** NFNL_SUBSYS_NFTABLES, in the upper half of the type of a message. */
const NFTABLES = 10 << 8;
const NFT_NEWTABLE = NFTABLES | 0;
const NFT_GETTABLE = NFTABLES | 1;
const NFT_NEWCHAIN = NFTABLES | 3;
const NFT_GETCHAIN = NFTABLES | 4;
const NFT_NEWRULE = NFTABLES | 6;
const NFT_GETRULE = NFTABLES | 7;
const NFGENMSG = 4;

const NFTA_TABLE_NAME = 1;
const NFTA_TABLE_FLAGS = 2;
const NFT_TABLE_F_DORMANT = 1;
const NFTA_CHAIN_TABLE = 1;
const NFTA_CHAIN_NAME = 3;
const NFTA_CHAIN_HOOK = 4;
const NFTA_CHAIN_POLICY = 5;
const NFTA_CHAIN_TYPE = 7;
const NFTA_HOOK_HOOKNUM = 1;
const NFTA_HOOK_PRIORITY = 2;
const NF_DROP = 0;
const NFTA_RULE_TABLE = 1;
const NFTA_RULE_CHAIN = 2;
const NFTA_RULE_EXPRESSIONS = 4;
const NFTA_EXPR_NAME = 1;
const NFTA_EXPR_DATA = 2;

/** Of all families. */
const all = (type: number): Question => ({
  protocol: NETLINK_NETFILTER,
  type,
  dump: true,
  body: new Uint8Array(NFGENMSG),
});
export const ALL_NFT_TABLES = all(NFT_GETTABLE);
export const ALL_NFT_CHAINS = all(NFT_GETCHAIN);
export const ALL_NFT_RULES = all(NFT_GETRULE);

/** @throws NetlinkParseError */
export function nftTablesIn(bytes: Uint8Array): NftTable[] {
  return nftToldIn(bytes, NFT_NEWTABLE).map(({ family, told }) => ({
    family,
    name: textOf(told, NFTA_TABLE_NAME),
    dormant: ((told.get(NFTA_TABLE_FLAGS)?.be32(0) ?? 0) & NFT_TABLE_F_DORMANT) !== 0,
  }));
}

/** @throws NetlinkParseError */
export function nftChainsIn(bytes: Uint8Array): NftChain[] {
  return nftToldIn(bytes, NFT_NEWCHAIN).map(({ family, told }) => ({
    family,
    table: textOf(told, NFTA_CHAIN_TABLE),
    name: textOf(told, NFTA_CHAIN_NAME),
    base: baseOf(family, told),
  }));
}

export interface NftRulePlace {
  family: string;
  table: string;
  chain: string;
}

/** A rule as the kernel keeps it: steps, each with what it is told. */
export interface NftRule extends NftRulePlace {
  expressions: NftExpression[];
}

export interface NftExpression {
  /** `cmp`, `payload`, `immediate`… */
  name: string;
  told: ReadonlyMap<number, Fields>;
}

/**
 * For each rule, in their order, which chain it is in.
 *
 * @throws NetlinkParseError
 */
export function nftRulesIn(bytes: Uint8Array): NftRulePlace[] {
  return nftToldIn(bytes, NFT_NEWRULE).map(({ family, told }) => rulePlace(family, told));
}

/**
 * The same with what each rule does.
 *
 * @throws NetlinkParseError
 */
export function nftWholeRulesIn(bytes: Uint8Array): NftRule[] {
  return nftToldIn(bytes, NFT_NEWRULE).map(({ family, told }) => {
    const list = told.get(NFTA_RULE_EXPRESSIONS);
    const expressions = list === undefined ? [] : valuesIn(list).map(expressionIn);
    return { ...rulePlace(family, told), expressions };
  });
}

function expressionIn(fields: Fields): NftExpression {
  const told = attributesIn(fields);
  const data = told.get(NFTA_EXPR_DATA);
  return {
    name: textOf(told, NFTA_EXPR_NAME),
    told: data === undefined ? new Map() : attributesIn(data),
  };
}

function rulePlace(family: string, told: ReadonlyMap<number, Fields>): NftRulePlace {
  const [table, chain] = [textOf(told, NFTA_RULE_TABLE), textOf(told, NFTA_RULE_CHAIN)];
  return { family, table, chain };
}

/** The messages of one type, with their attributes, and the number of their family. @throws NetlinkParseError */
export function nftToldIn(bytes: Uint8Array, wanted: number) {
  return messagesIn(bytes)
    .filter(({ type }) => type === wanted)
    .map(({ body }) => ({
      family: familyName(body.u8(0)),
      number: body.u8(0),
      told: attributesIn(body, NFGENMSG),
    }));
}

function baseOf(family: string, told: ReadonlyMap<number, Fields>): NftBase | null {
  const hook = told.get(NFTA_CHAIN_HOOK);
  if (hook === undefined) return null;
  const at = attributesIn(hook);
  const number = at.get(NFTA_HOOK_HOOKNUM)?.be32(0);
  if (number === undefined) throw new NetlinkParseError('the hook of a chain');
  return {
    hook: hookName(family, number),
    priority: (at.get(NFTA_HOOK_PRIORITY)?.be32(0) ?? 0) | 0,
    type: told.get(NFTA_CHAIN_TYPE)?.text() ?? 'filter',
    policy: told.get(NFTA_CHAIN_POLICY)?.be32(0) === NF_DROP ? 'drop' : 'accept',
  };
}

function textOf(told: ReadonlyMap<number, Fields>, type: number): string {
  const text = told.get(type);
  if (text === undefined) throw new NetlinkParseError('a name');
  return text.text();
}
