import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Firewall } from '@lib/inside/firewall';
import { createEnter } from '../enter/enter';
import { ProcRoot } from '../proc/read';
import { readFirewall } from './net-firewall';
import { NetView } from './net-view';
import { asleepIn, endAll, namespaceOf, saidIn } from './testing/places';

/* Firewalls that the test makes, against what nft says of them. */

const isRoot = process.getuid?.() === 0;

const enter = createEnter('/proc');
afterEach(endAll);
afterAll(() => enter.close());

const read = (pid: number) =>
  readFirewall(
    new NetView(enter, new ProcRoot('/proc'), {
      pid,
      namespace: namespaceOf(pid, 'net'),
      pids: [pid],
      others: [],
    }),
  );

const rulesetJson = z.object({
  nftables: z.array(
    z.looseObject({
      table: z.optional(z.looseObject({ family: z.string(), name: z.string() })),
      chain: z.optional(
        z.looseObject({
          family: z.string(),
          table: z.string(),
          name: z.string(),
          hook: z.optional(z.string()),
          policy: z.optional(z.string()),
        }),
      ),
      rule: z.optional(z.looseObject({ family: z.string(), table: z.string(), chain: z.string() })),
    }),
  ),
});

/** Every chain that nft tells, with how many rules are in it. */
function chainsByNft(pid: number): string[] {
  const { nftables } = rulesetJson.parse(
    JSON.parse(saidIn(pid, ['-n'], 'nft', '-j', 'list', 'ruleset')),
  );
  const rules = nftables.flatMap(({ rule }) => rule ?? []);
  return nftables
    .flatMap(({ chain }) => chain ?? [])
    .map(({ family, table, name, hook, policy }) => {
      const own = rules.filter(
        (rule) => rule.family === family && rule.table === table && rule.chain === name,
      );
      return [family, table, name, hook, policy, own.length].join(' ');
    })
    .sort();
}

function chainsByUs(firewall: Firewall | null): string[] {
  return (firewall?.tables ?? [])
    .flatMap(({ family, name, chains }) =>
      (chains ?? []).map((chain) =>
        [family, name, chain.name, chain.hook, chain.policy, chain.rules].join(' '),
      ),
    )
    .sort();
}

function nft(pid: number, ruleset: string): void {
  execFileSync('nsenter', ['-t', String(pid), '-n', 'nft', '-f', '-'], {
    input: `${ruleset}\n`,
  });
}

const RULESET = `
table inet filter {
  chain input {
    type filter hook input priority 0; policy drop;
    iif lo accept
    tcp dport { 22, 80 } jump own
  }
  chain own {
    counter accept
  }
  chain output { type filter hook output priority 0; }
}
table ip6 empty {
}
table arp guard {
  chain in {
    type filter hook input priority 0;
    arp operation request drop
  }
}
table netdev early {
  chain lo {
    type filter hook ingress device lo priority 0;
    accept
  }
}
table inet asleep {
  flags dormant;
  chain every { type filter hook forward priority 0; policy drop; }
}
`;

describe.skipIf(!isRoot)('the firewall of a network (needs root)', () => {
  it('is none where nobody made one: known, not unknown', async () => {
    const { pid } = await asleepIn('--net');
    expect(await read(pid)).toEqual({ value: { by: null, tables: [] }, reason: null });
  });

  it('has the chains, policies and numbers of rules that nft tells, also when they change', async () => {
    const { pid } = await asleepIn('--net');
    nft(pid, RULESET);
    const before = await read(pid);
    expect(chainsByNft(pid)).toHaveLength(6);
    expect(chainsByUs(before.value)).toEqual(chainsByNft(pid));
    expect(
      before.value?.tables.map(({ family, name, dormant }) => [family, name, dormant]),
    ).toEqual([
      ['ip6', 'empty', false],
      ['inet', 'asleep', true],
      ['inet', 'filter', false],
      ['arp', 'guard', false],
      ['netdev', 'early', false],
    ]);
    expect(before.value?.tables[2]?.chains?.map(({ name }) => name)).toEqual([
      'input',
      'output',
      'own',
    ]);

    nft(pid, 'add rule inet filter own drop\ndelete table arp guard');
    saidIn(pid, ['-n'], 'iptables-nft', '-A', 'FORWARD', '-i', 'lo', '-j', 'DROP');
    const after = await read(pid);
    expect(chainsByUs(after.value)).toEqual(chainsByNft(pid));
    expect(chainsByUs(after.value)).toContain('inet filter own   2');
    expect(chainsByUs(after.value)).toContain('ip filter FORWARD forward accept 1');
  });

  it('has 2,000 rules', async () => {
    const { pid } = await asleepIn('--net');
    const many = Array.from({ length: 2000 }, (_, n) => `tcp dport ${String(n + 1)} accept`);
    nft(pid, `table inet t { chain c {\n${many.join('\n')}\n}\n}`);
    const { value } = await read(pid);
    expect(chainsByUs(value)).toEqual(['inet t c   2000']);
  });
});
