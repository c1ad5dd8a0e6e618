import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { freshSnapshot } from './harness/api';
import { demand, run } from './harness/command';
import { expect, test } from './harness/fixtures';
import { insideOf } from './harness/inside';
import type { Nsview } from './harness/nsview';
import { containerNode, openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* What networks isolate, against what iproute2 says in them. */

const links = z.array(
  z.object({
    ifindex: z.int(),
    link_index: z.optional(z.int()),
    ifname: z.string(),
    mtu: z.int(),
    operstate: z.string(),
    address: z.string(),
    addr_info: z.array(z.object({ local: z.string(), prefixlen: z.int() })),
  }),
);
const routes = z.array(
  z.object({
    dst: z.string(),
    gateway: z.optional(z.string()),
    dev: z.optional(z.string()),
  }),
);

async function said(pid: number, ...command: string[]): Promise<string> {
  return demand(await run('nsenter', ['-t', String(pid), '-n', ...command]), command.join(' '));
}

async function net(...of: Parameters<typeof insideOf>) {
  const told = await insideOf(...of);
  if (told.type !== 'net') throw new Error(told.type);
  return told;
}

/** Devices, addresses and routes are as `ip` tells them in there. */
async function compared(nsview: Nsview, pid: number, name: string) {
  const inside = await net(nsview, 'net', pid);
  // Where a process is shut off even to root, it may have open what nobody else has.
  const { 'listening.outside': _shutOff, ...unreadable } = inside.unreadable;
  expect(unreadable, name).toEqual({});
  const witness = links.parse(JSON.parse(await said(pid, 'ip', '-j', 'address')));
  expect(
    inside.devices?.map((each) => [
      ...[each.index, each.name, each.mtu, each.mac, each.state],
      each.addresses,
    ]),
    name,
  ).toEqual(
    witness.map((each) => [
      ...[each.ifindex, each.ifname, each.mtu, each.address, each.operstate.toLowerCase()],
      each.addr_info.map(({ local, prefixlen }) => `${local}/${prefixlen}`),
    ]),
  );
  const main = routes.parse(JSON.parse(await said(pid, 'ip', '-j', 'route')));
  expect(
    inside.routes
      ?.filter(({ family, table }) => family === 4 && table === 254)
      .map(({ destination, via, device }) => [destination, via, device])
      .sort(),
    name,
  ).toEqual(main.map(({ dst, gateway, dev }) => [dst, gateway ?? null, dev ?? null]).sort());
  return { inside, witness };
}

test('devices, addresses, routes and far ends, of every kind of container', async ({
  dockerd,
  nsview,
}) => {
  const sleep = ['ubuntu', 'sleep', '1d'];
  demand(await dockerd.cli('network', 'create', 'own'), 'docker network create');
  await dockerd.run('--name', 'alone', ...sleep);
  await dockerd.run('--name', 'joined', '--net', 'container:alone', ...sleep);
  await dockerd.run('--name', 'hosts', '--net', 'host', ...sleep);
  await dockerd.run('--name', 'none', '--net', 'none', ...sleep);
  await dockerd.run('--name', 'named', '--net', 'own', ...sleep);
  // Nothing of the kernel's is to be found at /sys in there.
  await dockerd.run('--name', 'sysless', '--tmpfs', '/sys', ...sleep);
  await freshSnapshot(nsview);
  const engine = linksOf(dockerd.pid).net;
  for (const name of ['alone', 'joined', 'hosts', 'none', 'named', 'sysless']) {
    const pid = await dockerd.leader(name);
    const { inside, witness } = await compared(nsview, pid, name);
    if (name === 'none' || name === 'hosts') continue;
    // The other end of the wire is in the engine's network, under the number that the kernel gives.
    const wire = inside.devices?.find(({ kind }) => kind === 'veth');
    const far = witness.find(({ ifname }) => ifname === wire?.name)?.link_index;
    expect(wire?.peer, name).toMatchObject({ namespace: engine, index: far });
    const there = links.parse(JSON.parse(await said(dockerd.pid, 'ip', '-j', 'address')));
    expect(wire?.peer?.name, name).toBe(there.find(({ ifindex }) => ifindex === far)?.ifname);
  }
});

test('the same where root in there is nobody out here', async ({
  remapped: { dockerd, nsview },
}) => {
  await dockerd.run('--name', 'mapped', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const { inside } = await compared(nsview, await dockerd.leader('mapped'), 'mapped');
  expect(inside.devices?.map(({ kind }) => kind)).toEqual(['loopback', 'veth']);
});

test('who listens, in the inspector as well', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'web', 'ubuntu', 'nc', '-l', '-p', '8080');
  const pid = await dockerd.leader('web');
  await until('it listens', async () => (await said(pid, 'ss', '-Hlnt')).includes(':8080'), 5000);
  await freshSnapshot(nsview);
  const inside = await net(nsview, 'net', pid);
  const witness = (await said(pid, 'ss', '-Hlnt')).trim().split('\n');
  expect(inside.listening?.filter(({ protocol }) => protocol.startsWith('tcp'))).toHaveLength(
    witness.length,
  );
  expect(inside.listening).toContainEqual(
    expect.objectContaining({ port: 8080, pids: [pid], outside: false }),
  );

  await openNsview(page, nsview, `select=namespace:${linksOf(pid).net}`);
  await expect(containerNode(page, 'web')).toBeVisible();
  expect(inside.devices?.flatMap(({ addresses }) => addresses).length).toBeGreaterThan(1);
  const shown = page.getByRole('complementary').locator('[data-inside="net"]');
  for (const { name, addresses } of inside.devices ?? []) {
    const device = shown.locator(`[data-device="${name}"]`);
    for (const address of addresses) {
      await expect(device.locator(`[data-address="${address}"]`)).toBeVisible();
    }
  }
  await expect(shown.locator('[data-port="8080"]').first()).toContainText(String(pid));
});

test('host name, and what is shared by System V IPC', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', '--hostname', 'before', 'ubuntu', 'sleep', '1d');
  const pid = await dockerd.leader('c1');
  // Changed in there: what the engine was told is old.
  demand(await run('nsenter', ['-t', String(pid), '-u', 'hostname', 'after']), 'hostname');
  demand(await run('nsenter', ['-t', String(pid), '-i', 'ipcmk', '-M', '4096']), 'ipcmk');
  await freshSnapshot(nsview);
  expect(await insideOf(nsview, 'uts', pid)).toMatchObject({ hostname: 'after', unreadable: {} });
  expect(readFileSync('/proc/sys/kernel/hostname', 'utf8')).not.toBe('after\n');
  expect(await insideOf(nsview, 'ipc', pid)).toMatchObject({
    segments: [{ bytes: 4096, attached: 0 }],
    semaphores: [],
    queues: [],
    unreadable: {},
  });
  await openNsview(page, nsview, `select=namespace:${linksOf(pid).uts}`);
  await expect(page.locator('[data-inside="uts"]')).toContainText('after');
});

test('the firewall, as nft counts its rules, also when they change', async ({
  page,
  dockerd,
  nsview,
}) => {
  const ruleset = z.object({
    nftables: z.array(
      z.looseObject({
        chain: z.optional(z.looseObject({ table: z.string(), name: z.string() })),
        rule: z.optional(z.looseObject({ table: z.string(), chain: z.string() })),
      }),
    ),
  });
  /** `nat POSTROUTING 2`, for each chain. */
  const byNft = async (pid: number) => {
    const { nftables } = ruleset.parse(JSON.parse(await said(pid, 'nft', '-j', 'list', 'ruleset')));
    const places = nftables.flatMap(({ rule }) => rule ?? []);
    return nftables
      .flatMap(({ chain }) => chain ?? [])
      .map(({ table, name }) => {
        const own = places.filter((rule) => rule.table === table && rule.chain === name);
        return `${table} ${name} ${own.length}`;
      })
      .sort();
  };
  const byUs = async (pid: number) =>
    (await net(nsview, 'net', pid)).firewall?.tables
      .flatMap(({ name, chains }) =>
        (chains ?? []).map((chain) => `${name} ${chain.name} ${chain.rules}`),
      )
      .sort();

  await dockerd.run('--name', 'hosts', '--net', 'host', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'own', '--publish', '8081:80', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const [hosts, own] = [await dockerd.leader('hosts'), await dockerd.leader('own')];
  expect((await byNft(hosts)).length).toBeGreaterThan(5);
  expect(await byUs(hosts)).toEqual(await byNft(hosts));
  expect((await net(nsview, 'net', own)).firewall).toEqual({ by: null, tables: [] });

  await openNsview(page, nsview, `select=namespace:${linksOf(own).net}`);
  const shown = page.getByRole('complementary').locator('[data-inside="net"]');
  await expect(shown).toContainText('no rules: it lets everything pass');
  await said(own, 'iptables-nft', '-A', 'INPUT', '-p', 'tcp', '--dport', '80', '-j', 'DROP');
  await until('the new rule is told', async () => (await byUs(own))?.length === 1, 5000);
  expect(await byUs(own)).toEqual(await byNft(own));
  const chain = shown.locator('[data-table="ip filter"] [data-chain="INPUT"]');
  await expect(chain).toHaveAttribute('data-rules', '1', { timeout: 15_000 });
});

test('published ports, with who listens for them', async ({ page, dockerd, nsview }) => {
  const publish = ['--publish', '8081:80', '--publish', '127.0.0.1:8082:53/udp'];
  const id = await dockerd.run('--name', 'web', ...publish, 'ubuntu', 'sleep', '1d');
  const { containers, processes } = await freshSnapshot(nsview);
  // `80/tcp -> 0.0.0.0:8081`
  const witness = demand(await dockerd.cli('port', 'web'), 'docker port')
    .split('\n')
    .sort();
  const ports = containers.find((each) => each.id === id)?.ports ?? [];
  const bracketed = (address: string) => (address.includes(':') ? `[${address}]` : address);
  const ours = ports.map(
    (each) => `${each.port}/${each.protocol} -> ${bracketed(each.hostAddress)}:${each.hostPort}`,
  );
  expect(ours.map((line) => line.replace(/[[\]]/g, '')).sort()).toEqual(
    witness.map((line) => line.replace(/[[\]]/g, '')).sort(),
  );
  expect(witness.length).toBeGreaterThan(1);

  await openNsview(page, nsview, 'select=container:web');
  const shown = page.getByRole('complementary').locator('[data-published="8081"]');
  await expect(shown).toContainText('port 80/tcp');
  const proxies = processes.filter(
    ({ comm, namespaces, args }) =>
      comm === 'docker-proxy' &&
      namespaces.net === linksOf(dockerd.pid).net &&
      args?.includes('8081') === true,
  );
  expect(proxies.length).toBeGreaterThan(0);
  for (const { pid } of proxies) await expect(shown).toContainText(String(pid));
});

test('DNS: whom it asks, as its own file says, wherever links in there lead', async ({
  page,
  dockerd,
  nsview,
}) => {
  demand(await dockerd.cli('network', 'create', 'named'), 'docker network create');
  const search = ['--dns', '192.0.2.53', '--dns-search', 'a.example'];
  await dockerd.run('--name', 'asked', ...search, 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'engine', '--net', 'named', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'liar', '-v', '/etc', 'ubuntu', 'sleep', '1d');
  const liar = await dockerd.leader('liar');
  // In there it is a link to a file of the machine's; followed by us it would be ours.
  const script = 'umount /etc/resolv.conf; rm -f /etc/resolv.conf; ln -s "$1" /etc/resolv.conf';
  const machines = '/etc/debian_version';
  const enter = ['-t', String(liar), '-m', 'sh', '-c', script, 'sh', machines];
  demand(await run('nsenter', enter), 'nsenter');
  await freshSnapshot(nsview);
  const dnsOf = async (name: string) => {
    const { dns, unreadable } = await net(nsview, 'net', await dockerd.leader(name));
    return { dns, why: unreadable.dns };
  };
  expect(await dnsOf('asked')).toEqual({
    dns: { nameservers: ['192.0.2.53'], search: ['a.example'], options: [] },
    why: undefined,
  });
  expect((await dnsOf('engine')).dns?.nameservers).toEqual(['127.0.0.11']);
  expect(await dnsOf('liar')).toEqual({ dns: null, why: 'ENOENT' });

  const links = linksOf(await dockerd.leader('asked'));
  await openNsview(page, nsview, `select=namespace:${links.net}`);
  const inside = page.locator('[data-inside="net"]');
  await expect(inside.locator('[data-address="192.0.2.53"]')).toBeVisible();
  await expect(inside).toContainText('search a.example');
  await openNsview(page, nsview, `select=namespace:${linksOf(liar).net}`);
  await expect(inside.locator('[data-unreadable="dns"]')).toContainText('there is no such file');
});
