import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { netInsideSchema } from '@lib/inside/net';
import { createEnter } from '../enter/enter';
import type { Door } from '../enter/visit';
import { ProcRoot } from '../proc/read';
import { readNet } from './net';
import {
  asleepIn,
  end,
  endAll,
  listeningIn,
  namespaceOf,
  oneOfEach,
  saidIn,
} from './testing/places';

/* Networks that the test makes, against what iproute2 says in them. */

const isRoot = process.getuid?.() === 0;

const proc = new ProcRoot('/proc');
const enter = createEnter('/proc');
afterEach(endAll);
afterAll(() => enter.close());

const doorOf = (pid: number): Door => ({ pid, namespace: namespaceOf(pid, 'net') });
const read = (pid: number, others: Door[] = [], pids = [pid]) =>
  readNet(enter, proc, { ...doorOf(pid), pids, others });

const linkJson = z.array(
  z.object({
    ifindex: z.number(),
    ifname: z.string(),
    flags: z.array(z.string()),
    mtu: z.number(),
    operstate: z.string(),
    address: z.string(),
    master: z.optional(z.string()),
    linkinfo: z.optional(z.object({ info_kind: z.optional(z.string()) })),
    addr_info: z.array(z.object({ local: z.string(), prefixlen: z.number() })),
  }),
);
const routeJson = z.array(
  z.object({
    type: z.optional(z.string()),
    dst: z.string(),
    from: z.optional(z.string()),
    gateway: z.optional(z.string()),
    via: z.optional(z.object({ host: z.string() })),
    dev: z.optional(z.string()),
    metric: z.optional(z.number()),
    table: z.optional(z.string()),
    nexthops: z.optional(z.array(z.object({ gateway: z.string(), dev: z.string() }))),
  }),
);
const ruleJson = z.array(
  z.object({
    priority: z.number(),
    src: z.string(),
    srclen: z.optional(z.number()),
    table: z.optional(z.string()),
  }),
);

function ip<T>(pid: number, schema: z.ZodType<T>, ...options: string[]): T {
  const said = saidIn(pid, ['-n'], 'ip', '-j', ...options);
  // It writes names as they are, whatever is in them.
  return schema.parse(JSON.parse(said.replaceAll('\u001b', '\\u001b')));
}

/** As `ip route` tells them, sorted as text: every hop of every table but that of local addresses. */
function routesByIp(pid: number): string[] {
  return ([4, 6] as const)
    .flatMap((family) =>
      ip(pid, routeJson, `-${String(family)}`, 'route', 'show', 'table', 'all')
        .filter(({ table }) => table !== 'local')
        .flatMap((route) => {
          const told = [
            family,
            route.dst,
            route.from ?? null,
            route.type ?? 'unicast',
            Number(route.table ?? 254),
            route.metric ?? null,
          ];
          const hops = route.nexthops ?? [
            { gateway: route.gateway ?? route.via?.host, dev: route.dev },
          ];
          return hops.map(({ gateway, dev }) =>
            JSON.stringify([...told, gateway ?? null, dev ?? null]),
          );
        }),
    )
    .sort();
}

function routesByUs(routes: Awaited<ReturnType<typeof read>>['routes']): string[] {
  return (routes ?? [])
    .map(({ family, destination, from, type, table, metric, via, device }) =>
      JSON.stringify([family, destination, from, type, table, metric, via, device]),
    )
    .sort();
}

describe.skipIf(!isRoot)('a network that is entered (needs root)', () => {
  it('has the devices and addresses that ip tells', async () => {
    const { near } = await oneOfEach();
    const inside = await read(near);
    expect(netInsideSchema.safeParse({ ...inside, dns: null }).success).toBe(true);
    const witness = ip(near, linkJson, '-d', 'address');
    expect(inside.devices).toHaveLength(7);
    const told = inside.devices?.map((each) => [
      ...[each.index, each.name, each.mtu, each.mac, each.state, each.enabled, each.master],
      each.addresses,
    ]);
    expect(told).toEqual(
      witness.map((each) => [
        ...[each.ifindex, each.ifname, each.mtu, each.address, each.operstate.toLowerCase()],
        ...[each.flags.includes('UP'), each.master ?? null],
        each.addr_info.map(({ local, prefixlen }) => `${local}/${String(prefixlen)}`),
      ]),
    );
    const kinds = witness.map(({ ifname, linkinfo }) =>
      ifname === 'lo' ? 'loopback' : linkinfo?.info_kind,
    );
    expect(inside.devices?.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('has the routes that ip tells, of all tables and hops', async () => {
    const { near } = await oneOfEach();
    const inside = await read(near);
    const witness = routesByIp(near);
    expect(witness.length).toBeGreaterThan(14);
    expect(routesByUs(inside.routes)).toEqual(witness);
    expect(inside.routes?.find(({ table }) => table === 254)).toMatchObject({
      family: 4,
      destination: 'default',
      via: '172.17.0.1',
    });
  });

  it('has the rules that ip tells, and forwards as the files say', async () => {
    const { near } = await oneOfEach();
    const inside = await read(near);
    const witness = [4, 6].flatMap((family) =>
      ip(near, ruleJson, `-${String(family)}`, 'rule').map(({ priority, src, srclen }) => [
        family,
        priority,
        srclen === undefined ? src : `${src}/${String(srclen)}`,
      ]),
    );
    expect(witness.length).toBeGreaterThan(10);
    expect(inside.rules?.map(({ family, priority, from }) => [family, priority, from])).toEqual(
      witness,
    );
    expect(inside.forwarding).toEqual({ v4: false, v6: true });
    saidIn(near, ['-n'], 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward');
    expect((await read(near)).forwarding.v4).toBe(true);
  });

  it('finds the other ends, here and in whatever network they are', async () => {
    const { near, far } = await oneOfEach();
    const home = doorOf(process.pid);
    const [here, there] = [doorOf(near), doorOf(far)];
    const inside = await read(near, [home, there]);
    const named = (name: string) => inside.devices?.find((each) => each.name === name);
    expect(named('eth0')?.peer).toEqual({ namespace: there.namespace, index: 2, name: 'far' });
    expect(named('inner')?.peer).toEqual({ namespace: here.namespace, index: 5, name: 'port' });
    expect(named('port')?.peer).toEqual({ namespace: here.namespace, index: 4, name: 'inner' });
    expect(named('top')).toMatchObject({ parent: 2, parentNamespace: here.namespace, peer: null });
    expect(named('br0')).toMatchObject({ parent: null, parentNamespace: null, peer: null });
    expect(inside.unreadable).toEqual({});

    const back = await read(far, [home, here]);
    expect(back.devices?.find(({ name }) => name === 'far')?.peer).toEqual({
      namespace: here.namespace,
      index: 2,
      name: 'eth0',
    });
  });

  it('says that nobody seen is where the other end is', async () => {
    const { near } = await oneOfEach();
    const inside = await read(near, [doorOf(process.pid)]);
    const eth0 = inside.devices?.find(({ name }) => name === 'eth0');
    expect(eth0?.peer).toEqual({ namespace: null, index: 2, name: null });
    expect(inside.unreadable).toEqual({
      'devices.2.peer.namespace': 'ESRCH',
      'devices.2.peer.name': 'ESRCH',
    });
  });

  it('knows the parent of a device that was moved into another network', async () => {
    const { near, far } = await oneOfEach();
    saidIn(near, ['-n'], 'ip', 'link', 'set', 'top', 'netns', String(far));
    const moved = (await read(far, [doorOf(near)])).devices?.find(({ name }) => name === 'top');
    expect(moved).toMatchObject({
      kind: 'macvlan',
      parent: 2,
      parentNamespace: namespaceOf(near, 'net'),
    });
  });

  it('has the sockets that ss tells, with the processes that have them open', async () => {
    const { pid } = await asleepIn('--net');
    saidIn(pid, ['-n'], 'ip', 'link', 'set', 'lo', 'up');
    const server = await listeningIn(pid);
    const witness = saidIn(pid, ['-n'], 'ss', '-Hlntu').trim().split('\n');
    const inside = await read(pid, [], [pid, server]);
    expect(witness).toHaveLength(6);
    expect(inside.listening).toHaveLength(5);
    const told = new Set(
      witness.map((line) => {
        const [netid = '', , , , local = ''] = line.split(/ +/);
        const [address = '', port = ''] = local.split(/:(?=\d+$)/);
        const bare = address === '*' ? '::' : address.replace(/[[\]]/g, '');
        return `${netid} ${bare} ${port}`;
      }),
    );
    const ours = inside.listening?.map(
      ({ protocol, address, port, device }) =>
        `${protocol.slice(0, 3)} ${address}${device === null ? '' : `%${device}`} ${String(port)}`,
    );
    expect(new Set(ours)).toEqual(told);
    for (const { pids, outside } of inside.listening ?? []) {
      expect({ pids, outside }).toEqual({ pids: [server], outside: false });
    }
    expect(inside.listening?.map(({ protocol, v6Only }) => [protocol, v6Only])).toEqual([
      ['tcp', null],
      ['tcp6', false],
      ['tcp6', true],
      ['udp', null],
      ['udp6', false],
    ]);
    // Whoever has it open is in none of the processes looked at.
    const unseen = await read(pid);
    expect(unseen.listening?.map(({ pids, outside }) => [pids, outside])).toEqual(
      Array.from({ length: 5 }, () => [[], true]),
    );
  });

  it('has 2,000 routes', async () => {
    const { pid } = await asleepIn('--net');
    const many = Array.from(
      { length: 2000 },
      (_, n) => `route add 10.${String(n >> 8)}.${String(n & 255)}.0/24 dev lo`,
    );
    execFileSync('nsenter', ['-t', String(pid), '-n', 'ip', '-batch', '-'], {
      input: ['link set lo up', ...many].join('\n'),
    });
    const inside = await read(pid);
    expect(inside.routes).toHaveLength(2000);
    expect(routesByUs(inside.routes)).toEqual(routesByIp(pid));
  });

  it('tells nothing, and why, of one whose process is gone', async () => {
    const child = await asleepIn('--net');
    const place = { ...doorOf(child.pid), pids: [child.pid], others: [] };
    await end(child);
    expect(await readNet(enter, proc, place)).toEqual({
      type: 'net',
      devices: null,
      looseAddresses: [],
      routes: null,
      rules: null,
      forwarding: { v4: null, v6: null },
      listening: null,
      firewall: null,
      unreadable: {
        devices: 'ESRCH',
        routes: 'ESRCH',
        rules: 'ESRCH',
        'forwarding.v4': 'ESRCH',
        'forwarding.v6': 'ESRCH',
        listening: 'ESRCH',
        firewall: 'ESRCH',
      },
    });
  });
});
