import * as z from 'zod/mini';
import type { Unreadable } from '../model/unreadable';
import { NFT_FAMILIES } from '../netlink/nft-names';
import type { NftChain, NftRulePlace, NftTable } from '../netlink/nftables';

const chainSchema = z.object({
  name: z.string(),
  /** Where packets come into it by themselves: `prerouting`, `input`…; null: only from other chains. */
  hook: z.nullable(z.string()),
  /** What becomes of what gets to its end; null: it goes back to where it came from. */
  policy: z.nullable(z.enum(['accept', 'drop'])),
  /** How many there are. */
  rules: z.int(),
});

const tableSchema = z.object({
  /** As nft(8) names it: `ip`, `ip6`, `inet`, `bridge`, `arp`, `netdev`. */
  family: z.string(),
  name: z.string(),
  /** What part of the kernel keeps it: nftables, where `iptables` of today writes too, or the older iptables. */
  by: z.enum(['nft', 'iptables']),
  /** It was put to sleep: nothing passes through it. */
  dormant: z.boolean(),
  /** Null: it is the older iptables', whose rules only its own program tells. */
  chains: z.nullable(z.array(chainSchema)),
});
export type FirewallTable = z.infer<typeof tableSchema>;

/** What lets packets pass, in a network. No tables: there are no rules. */
export const firewallSchema = z.object({
  /** Who keeps the tables; null: there are none. Where both do, nftables. */
  by: z.nullable(z.enum(['nft', 'iptables'])),
  tables: z.array(tableSchema),
});
export type Firewall = z.infer<typeof firewallSchema>;

/** The order in which a packet comes by. */
const HOOKS = ['ingress', 'prerouting', 'input', 'forward', 'output', 'postrouting', 'egress'];

/**
 * By family and name; of each table those chains first that packets come into by themselves.
 *
 * @param legacy names of the tables of the older iptables, by family
 */
export function firewallOf(
  tables: readonly NftTable[],
  chains: readonly NftChain[],
  rules: readonly NftRulePlace[],
  legacy: Readonly<Record<'ip' | 'ip6', readonly string[]>>,
): Firewall {
  const counts = new Map<string, number>();
  for (const { family, table, chain } of rules) {
    const key = keyOf(family, table, chain);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept = tables.map(({ family, name, dormant }): FirewallTable => {
    const own = chains.filter((chain) => chain.family === family && chain.table === name);
    const told = own.map((chain) => ({
      name: chain.name,
      hook: chain.base?.hook ?? null,
      policy: chain.base?.policy ?? null,
      rules: counts.get(keyOf(family, name, chain.name)) ?? 0,
    }));
    told.sort((a, b) => orderOf(a.hook) - orderOf(b.hook) || compare(a.name, b.name));
    return { family, name, by: 'nft', dormant, chains: told };
  });
  const older = (['ip', 'ip6'] as const).flatMap((family) =>
    legacy[family].map((name): FirewallTable => ({
      family,
      name,
      by: 'iptables',
      dormant: false,
      chains: null,
    })),
  );
  const order = NFT_FAMILIES.map(([name]) => name);
  return {
    by: kept.length > 0 ? 'nft' : older.length > 0 ? 'iptables' : null,
    tables: [...kept, ...older].sort(
      (a, b) =>
        order.indexOf(a.family) - order.indexOf(b.family) ||
        compare(a.name, b.name) ||
        compare(b.by, a.by),
    ),
  };
}

/** Why the chains of some are not told, for `unreadable`: `firewall.ip.filter`. */
export function olderReasons(firewall: Firewall | null): Unreadable {
  const older = (firewall?.tables ?? []).filter(({ chains }) => chains === null);
  return Object.fromEntries(
    older.map(({ family, name }) => [`firewall.${family}.${name}`, 'older-iptables']),
  );
}

function keyOf(...names: string[]): string {
  return JSON.stringify(names);
}

function orderOf(hook: string | null): number {
  const at = HOOKS.indexOf(hook ?? '');
  return at < 0 ? HOOKS.length : at;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
