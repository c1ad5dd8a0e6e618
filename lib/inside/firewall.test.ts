import { expect, it } from 'vitest';
import type { NftBase } from '../netlink/nftables';
import { firewallOf, olderReasons } from './firewall';

const NONE = { ip: [], ip6: [] };
const at = (hook: string): NftBase => ({ hook, priority: 0, type: 'filter', policy: 'accept' });
const table = (family: string, name: string) => ({ family, name, dormant: false });
const chain = (name: string, base: NftBase | null = null, family = 'ip') => ({
  ...{ family, table: 'filter', name, base },
});

it('is known to be none where there are no tables', () => {
  expect(firewallOf([], [], [], NONE)).toEqual({ by: null, tables: [] });
});

it('counts the rules of each chain, also of one that has the name of another elsewhere', () => {
  const { tables } = firewallOf(
    [table('ip6', 'filter'), table('ip', 'filter')],
    [chain('own'), chain('IN', at('input')), chain('own', null, 'ip6')],
    [
      { family: 'ip', table: 'filter', chain: 'own' },
      { family: 'ip6', table: 'filter', chain: 'own' },
      { family: 'ip', table: 'filter', chain: 'own' },
    ],
    NONE,
  );
  expect(tables).toMatchObject([
    {
      family: 'ip',
      chains: [
        { name: 'IN', hook: 'input', policy: 'accept', rules: 0 },
        { name: 'own', hook: null, policy: null, rules: 2 },
      ],
    },
    { family: 'ip6', chains: [{ name: 'own', rules: 1 }] },
  ]);
});

it('names the tables of the older iptables, and says of each that its rules are not told', () => {
  const firewall = firewallOf([table('ip', 'nat')], [], [], { ip: ['filter', 'nat'], ip6: [] });
  expect(firewall.tables.map(({ name, by, chains }) => [name, by, chains])).toEqual([
    ['filter', 'iptables', null],
    ['nat', 'nft', []],
    ['nat', 'iptables', null],
  ]);
  expect(firewall.by).toBe('nft');
  expect(olderReasons(firewall)).toEqual({
    'firewall.ip.filter': 'older-iptables',
    'firewall.ip.nat': 'older-iptables',
  });
  expect(firewallOf([], [], [], { ip: [], ip6: ['raw'] }).by).toBe('iptables');
});
