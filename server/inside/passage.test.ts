import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { parseAddress } from '@lib/reach/address';
import { passHook } from '@lib/reach/hook';
import { networkOf, type Network } from '@lib/reach/network';
import type { Packet } from '@lib/reach/packet';
import type { Place } from '@lib/reach/place';
import type { PassageReading } from '@lib/reach/reading';
import { Lost, Unknown } from '@lib/reach/said';
import { createEnter } from '../enter/enter';
import { ProcRoot } from '../proc/read';
import { readNet } from './net';
import { readPassage } from './passage';
import { asleepIn, endAll, namespaceOf, saidIn } from './testing/places';

/* Rules that iptables and nft write, and what they do with packets. */

const isRoot = process.getuid?.() === 0;

const enter = createEnter('/proc');
afterEach(endAll);
afterAll(() => enter.close());

async function read(pid: number, change: PassageReading = {}): Promise<Network> {
  const door = { pid, namespace: namespaceOf(pid, 'net') };
  const [passage, inside] = await Promise.all([
    readPassage(enter, door),
    readNet(enter, new ProcRoot('/proc'), { ...door, pids: [pid], others: [] }),
  ]);
  return networkOf(door.namespace, { ...passage, ...change }, { ...inside, dns: null });
}

const packet = (change: Partial<Packet> = {}): Packet => ({
  ...{ family: 4, protocol: 'tcp', sourcePort: null, port: 80, reply: false, mark: 0 },
  source: parseAddress('10.1.0.2') ?? [],
  destination: parseAddress('10.2.0.2') ?? [],
  ...change,
});

/** What becomes of a packet that is sent on from the first bridge to the second. */
function fate(network: Network, sent: Packet, change: Partial<Place> = {}): string {
  const named = (name: string) =>
    [...network.devices.values()].find((each) => each.name === name) ?? null;
  try {
    const { translation } = passHook(
      {
        ...{ network, hook: 'forward', in: named('one'), out: named('two'), packet: sent },
        ...{ state: 'new', decide: () => false },
        budget: { left: 1000 },
        ...change,
      },
      [sent.family === 4 ? 'ip' : 'ip6', 'inet'],
    );
    if (translation === null) return 'passes';
    const { how, address, port } = translation;
    return [how, address?.join('.'), port]
      .filter((part) => part !== null && part !== undefined)
      .join(' ');
  } catch (error) {
    if (error instanceof Lost) return error.says.code;
    if (error instanceof Unknown) return `unknown: ${error.says.what ?? ''}`;
    throw error;
  }
}

async function twoBridges(): Promise<number> {
  const { pid } = await asleepIn('--net');
  for (const [name, address] of [
    ['one', '10.1.0.1/24'],
    ['two', '10.2.0.1/24'],
  ] as const) {
    saidIn(pid, ['-n'], 'ip', 'link', 'add', name, 'type', 'bridge');
    saidIn(pid, ['-n'], 'ip', 'address', 'add', address, 'dev', name);
    saidIn(pid, ['-n'], 'ip', 'link', 'set', name, 'up');
  }
  return pid;
}

const drop = (...match: string[]) => ['FORWARD', ...match, '-j', 'DROP'];

describe.skipIf(!isRoot)('what passes through a network (needs root)', () => {
  it('by the rules that iptables writes', async () => {
    const pid = await twoBridges();
    const cases: [rule: string[], sent: Packet, expected: string][] = [
      [drop('-i', 'one'), packet(), 'dropped'],
      [drop('-i', 'two'), packet(), 'passes'],
      [drop('-i', 'one', '!', '-o', 'one'), packet(), 'dropped'],
      [drop('!', '-i', 'one', '-o', 'two'), packet(), 'passes'],
      [drop('-o', 'tw+'), packet(), 'dropped'],
      [drop('-s', '10.1.0.0/24', '-d', '10.2.0.2'), packet(), 'dropped'],
      [drop('-s', '10.1.0.0/25', '!', '-d', '10.2.0.2'), packet(), 'passes'],
      [drop('-p', 'tcp', '--dport', '80'), packet(), 'dropped'],
      [drop('-p', 'tcp', '--dport', '81:90'), packet(), 'passes'],
      [drop('-p', 'udp', '--dport', '80'), packet(), 'passes'],
      [drop('-p', 'udp', '--dport', '80'), packet({ protocol: 'udp' }), 'dropped'],
      [drop('-p', 'tcp', '!', '--dport', '80'), packet(), 'passes'],
      [drop('-p', 'tcp', '--syn'), packet(), 'dropped'],
      [drop('-p', 'tcp', '--syn'), packet({ reply: true }), 'passes'],
      [drop('-p', 'tcp', '--sport', '80'), packet({ reply: true, sourcePort: 80 }), 'dropped'],
      [drop('-p', 'tcp', '-m', 'multiport', '--sports', '1024:65535'), packet(), 'dropped'],
      [drop('-p', 'tcp', '-m', 'multiport', '--dports', '22,79:81'), packet(), 'dropped'],
      [drop('-p', 'tcp', '-m', 'multiport', '!', '--dports', '22,80'), packet(), 'passes'],
      [drop('-m', 'conntrack', '--ctstate', 'NEW'), packet(), 'dropped'],
      [drop('-m', 'conntrack', '--ctstate', 'RELATED,ESTABLISHED'), packet(), 'passes'],
      [drop('-m', 'conntrack', '!', '--ctstate', 'ESTABLISHED'), packet(), 'dropped'],
      // Whether it was translated is tried both ways.
      [drop('-m', 'conntrack', '--ctstate', 'DNAT'), packet(), 'both'],
      [drop('-m', 'conntrack', '!', '--ctstate', 'DNAT'), packet(), 'both'],
      [drop('-m', 'conntrack', '--ctstate', 'NEW,DNAT'), packet(), 'dropped'],
      [drop('-m', 'state', '--state', 'NEW'), packet(), 'dropped'],
      [drop('-m', 'addrtype', '--dst-type', 'LOCAL'), packet(), 'passes'],
      [
        drop('-m', 'addrtype', '--dst-type', 'LOCAL'),
        packet({ destination: parseAddress('10.2.0.1') ?? [] }),
        'dropped',
      ],
      [drop('-m', 'addrtype', '!', '--dst-type', 'LOCAL'), packet(), 'dropped'],
      [drop('-m', 'mark', '--mark', '0x1/0x1'), packet({ mark: 3 }), 'dropped'],
      [drop('-m', 'mark', '--mark', '0x1/0x1'), packet({ mark: 2 }), 'passes'],
      [drop('-m', 'comment', '--comment', 'ACCEPT all'), packet(), 'dropped'],
      [['FORWARD', '-j', 'REJECT'], packet(), 'rejected'],
      [['FORWARD', '-j', 'LOG'], packet(), 'passes'],
      [['FORWARD', '-j', 'NFQUEUE'], packet(), 'unknown: NFQUEUE'],
    ];
    for (const [rule, sent, expected] of cases) {
      saidIn(pid, ['-n'], 'iptables-nft', '-A', ...rule);
      const network = await read(pid);
      const either = [false, true].map((holds) => fate(network, sent, { decide: () => holds }));
      expect(new Set(either).size === 2 ? 'both' : either[0], rule.join(' ')).toBe(expected);
      saidIn(pid, ['-n'], 'iptables-nft', '-D', ...rule);
    }
    saidIn(pid, ['-n'], 'iptables-nft', '-P', 'FORWARD', 'DROP');
    expect(fate(await read(pid), packet())).toBe('dropped-by-policy');
  });

  it('goes somewhere else by rules of the table nat, once for a connection', async () => {
    const pid = await twoBridges();
    const cases: [rule: string[], hook: string, expected: string][] = [
      [
        ['PREROUTING', '-p', 'tcp', '-j', 'DNAT', '--to', '10.9.0.1:8080'],
        'prerouting',
        'to 10.9.0.1 8080',
      ],
      [['PREROUTING', '-j', 'DNAT', '--to', '10.9.0.1'], 'prerouting', 'to 10.9.0.1'],
      [
        ['PREROUTING', '-p', 'tcp', '-j', 'REDIRECT', '--to-ports', '81'],
        'prerouting',
        'redirect 81',
      ],
      [['POSTROUTING', '-j', 'SNAT', '--to', '10.9.0.2'], 'postrouting', 'from 10.9.0.2'],
      [['POSTROUTING', '!', '-o', 'one', '-j', 'MASQUERADE'], 'postrouting', 'masquerade'],
      [['PREROUTING', '-j', 'DNAT', '--to', '10.9.0.1-10.9.0.9'], 'prerouting', 'unknown: DNAT'],
    ];
    for (const [rule, hook, expected] of cases) {
      saidIn(pid, ['-n'], 'iptables-nft', '-t', 'nat', '-A', ...rule);
      const network = await read(pid);
      expect(fate(network, packet(), { hook }), rule.join(' ')).toBe(expected);
      expect(fate(network, packet(), { hook, state: 'established' }), rule.join(' ')).toBe(
        'passes',
      );
      saidIn(pid, ['-n'], 'iptables-nft', '-t', 'nat', '-D', ...rule);
    }
  });

  it('by the rules that nft writes, jumps and returns', async () => {
    const pid = await twoBridges();
    const cases: [rules: string, expected: string, more?: string][] = [
      ['iifname "one" oifname != "one" drop', 'dropped'],
      ['iif "two" drop', 'passes'],
      ['ip saddr 10.1.0.0/24 tcp dport 80 reject', 'rejected'],
      ['tcp dport 70-90 drop', 'dropped'],
      ['tcp dport != 70-90 drop', 'passes'],
      ['meta l4proto udp drop', 'passes'],
      ['ct state new drop', 'dropped'],
      ['ct state established,related drop', 'passes'],
      ['fib daddr type local drop', 'passes'],
      ['meta mark set 0x7 meta mark 0x7 drop', 'dropped'],
      ['jump more\ndrop', 'dropped', 'return'],
      ['goto more\ndrop', 'passes', 'counter'],
      ['jump more\ndrop', 'passes', 'accept'],
      // What it goes by cannot be known; here it would make no difference, for nothing is decided.
      ['limit rate 1/second accept', 'passes'],
    ];
    for (const [rules, expected, more = 'counter'] of cases) {
      execFileSync('nsenter', ['-t', String(pid), '-n', 'nft', '-f', '-'], {
        input: `flush ruleset
table inet t {
  chain more {
    ${more}
  }
  chain c {
    type filter hook forward priority 0; policy accept;
    ${rules}
  }
}
`,
      });
      expect(fate(await read(pid), packet()), rules).toBe(expected);
    }
  });

  it('knows where filters of tc hang, that it knows nothing of', async () => {
    const pid = await twoBridges();
    saidIn(pid, ['-n'], 'tc', 'qdisc', 'add', 'dev', 'two', 'clsact');
    saidIn(pid, ['-n'], 'tc', 'qdisc', 'add', 'dev', 'one', 'root', 'htb');
    const programs = [...(await read(pid)).devices.values()].map(({ name, program }) => [
      name,
      program,
    ]);
    expect(programs).toEqual([
      ['lo', null],
      ['one', 'tc'],
      ['two', 'tc'],
    ]);
  });

  it('does not take rules for those of chains that were read at another time', async () => {
    const pid = await twoBridges();
    saidIn(pid, ['-n'], 'iptables-nft', '-A', ...drop());
    await expect(read(pid, { chains: { value: '', reason: null } })).rejects.toMatchObject({
      says: { code: 'unread', what: 'nftRules' },
    });
  });

  it('looks up what is in sets and maps', async () => {
    const pid = await twoBridges();
    const cases: [rules: string, expected: string, sent?: Packet][] = [
      ['tcp dport { 22, 80 } drop', 'dropped'],
      ['tcp dport { 22, 443 } drop', 'passes'],
      ['tcp dport != { 22, 443 } drop', 'dropped'],
      ['tcp dport { 79-81, 90-99 } drop', 'dropped'],
      ['tcp dport { 81-89, 90-99 } drop', 'passes'],
      ['tcp dport { 1-79, 80-99 } drop', 'dropped'],
      ['tcp dport { 81-65535 } drop', 'passes'],
      ['tcp dport { 0-80 } drop', 'dropped'],
      ['ip saddr { 10.1.0.0/24, 192.0.2.7 } drop', 'dropped'],
      ['ip saddr { 10.1.1.0/24, 192.0.2.7 } drop', 'passes'],
      ['iifname { "one", "three" } drop', 'dropped'],
      ['iifname { "two", "three" } drop', 'passes'],
      ['ip saddr . tcp dport { 10.1.0.2 . 80 } drop', 'dropped'],
      ['ip saddr . tcp dport { 10.1.0.2 . 81, 10.1.0.3 . 80 } drop', 'passes'],
      ['ip saddr . tcp dport { 10.1.0.0/24 . 70-90 } drop', 'dropped'],
      ['ip saddr . tcp dport { 10.1.0.0/24 . 81-90 } drop', 'passes'],
      ['meta l4proto { tcp, udp } drop', 'dropped'],
      ['ct state { established, related } drop', 'passes'],
      ['ct state vmap { established : drop, new : accept }\ndrop', 'passes'],
      ['tcp dport vmap { 80 : drop, 81 : accept }', 'dropped'],
      ['tcp dport vmap { 81 : drop }', 'passes'],
      ['tcp dport vmap { 70-85 : drop, 86-90 : accept }', 'dropped'],
      ['tcp dport vmap { 80 : jump more }\ndrop', 'dropped'],
      ['tcp dport vmap { 80 : goto more }\ndrop', 'passes'],
      ['meta mark set tcp dport map { 80 : 0x7, 81 : 0x8 } meta mark 0x7 drop', 'dropped'],
      ['meta mark set tcp dport map { 80 : 0x7, 81 : 0x8 } meta mark 0x8 drop', 'passes'],
      ['tcp dport @ports drop', 'dropped'],
      ['tcp dport @none drop', 'passes'],
      ['ip daddr @nets drop', 'dropped'],
      ['tcp dport @counted drop', 'dropped'],
      ['ip saddr . ip daddr vmap @pairs', 'dropped'],
      ['tcp dport vmap @rest', 'dropped'],
      ['tcp dport @ports drop', 'passes', packet({ port: 81 })],
      // The port that somebody calls from is any.
      ['tcp sport { 1024-65535 } drop', 'both'],
      ['tcp sport { 0-65535 } tcp dport 81 drop', 'passes'],
      ['tcp sport vmap { 80 : drop }', 'unknown: map'],
      // Who else has come is not known.
      ['tcp dport @grows drop', 'both'],
    ];
    for (const [rules, expected, sent = packet()] of cases) {
      execFileSync('nsenter', ['-t', String(pid), '-n', 'nft', '-f', '-'], {
        input: `flush ruleset
table inet t {
  set ports { type inet_service; elements = { 80, 8080 }; }
  set none { type inet_service; }
  set nets { type ipv4_addr; flags interval; elements = { 10.2.0.0/16 }; }
  set counted { type inet_service; counter; elements = { 80 }; }
  set grows { type inet_service; flags dynamic; timeout 1m; elements = { 80 }; }
  map pairs { type ipv4_addr . ipv4_addr : verdict; elements = { 10.1.0.2 . 10.2.0.2 : drop }; }
  map rest { type inet_service : verdict; elements = { 81 : accept, * : drop }; }
  chain more { counter; }
  chain c {
    type filter hook forward priority 0; policy accept;
    ${rules}
  }
}
`,
      });
      const network = await read(pid);
      const either = [false, true].map((holds) => fate(network, sent, { decide: () => holds }));
      expect(new Set(either).size === 2 ? 'both' : either[0], rules).toBe(expected);
    }
    // Of one that is not told it is not known, and nothing else is kept from us.
    const untold = await read(pid, { nftElements: { value: null, reason: 'EINTR' } });
    const either = [false, true].map((holds) => fate(untold, packet(), { decide: () => holds }));
    expect(either).toEqual(['passes', 'dropped']);
  });

  it('asks both ways where a set decides', async () => {
    const pid = await twoBridges();
    execFileSync('nsenter', ['-t', String(pid), '-n', 'nft', '-f', '-'], {
      input: `table ip t {
  set grows { type inet_service; flags dynamic; timeout 1m; }
  chain c {
    type filter hook forward priority 0;
    tcp dport @grows oifname "one" drop
    tcp dport @grows drop
  }
}
`,
    });
    const network = await read(pid);
    const asked: unknown[] = [];
    const decide: Place['decide'] = (rule) => asked.push(rule) > 0;
    expect(fate(network, packet(), { decide })).toBe('dropped');
    // Not of the first rule, which is for another device.
    expect(asked).toEqual([{ chain: 'ip t c', rule: 2, what: 'set' }]);
    expect(fate(network, packet())).toBe('passes');
  });
});
