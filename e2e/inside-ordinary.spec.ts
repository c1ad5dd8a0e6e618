import * as z from 'zod/mini';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import { demand, run } from './harness/command';
import { asRecord, factsIn, howRead, tableText } from './harness/facts';
import { expect, test } from './harness/fixtures';
import { ordinaryCommand } from './harness/ordinary-command';
import { linksOf } from './harness/witness';

/* What namespaces isolate, for who is not root and may only talk to the daemon. */

const READER = ['--reader', 'container'];
const told = z.record(z.string(), z.record(z.string(), z.unknown()));
const addresses = z.array(
  z.object({
    ifname: z.string(),
    addr_info: z.array(z.object({ local: z.string(), prefixlen: z.int() })),
  }),
);

test('inside: what an ordinary user is told alone, through the reader, and through one that enters', async ({
  dockerd,
  ordinary,
}) => {
  await dockerd.run('--name', 'c1', '--hostname', 'first', 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('c1');
  const links = linksOf(leader);
  const ask = async (...args: string[]) => {
    const asked = await ordinaryCommand(ordinary, dockerd, 'inside', 'c1', '--json', ...args);
    return { code: asked.code, told: told.parse(JSON.parse(asked.stdout)) };
  };
  const alone = await ask();
  const read = await ask(...READER);
  const entered = await ask(...READER, '--may-enter');
  const { program } = ordinary.project;
  const asRoot = [program, 'inside', 'c1', '--json', '--docker', dockerd.endpoint];
  const root = told.parse(JSON.parse(demand(await run(process.execPath, asRoot), 'as root')));

  const rows = NAMESPACE_TYPES.flatMap((type) =>
    factsIn(root[links[type]] ?? {}).map((field) => [
      `${type} ${field}`,
      howRead(alone.told[type], field),
      howRead(read.told[links[type]], field),
      howRead(entered.told[links[type]], field),
      howRead(root[links[type]], field),
    ]),
  );
  const titles = ['fact', 'alone', READER.join(' '), '… --may-enter', 'root'];
  process.stdout.write(tableText([titles, ...rows]));

  expect(alone.code).toBe(1);
  const refused = { error: { code: 'failed', message: 'EACCES' } };
  expect(alone.told).toEqual(Object.fromEntries(NAMESPACE_TYPES.map((type) => [type, refused])));

  expect(read.code).toBe(0);
  expect(read.told).toMatchObject({
    [links.pid]: { levels: 1, endsWith: [], unreadable: {} },
    [links.net]: {
      devices: [{ name: 'lo' }, { name: 'eth0' }],
      looseAddresses: expect.arrayContaining(['127.0.0.1']),
      routes: null,
      unreadable: { routes: 'EPERM', 'devices.addresses': 'EPERM' },
    },
    [links.mnt]: {
      root: '/',
      mounts: expect.arrayContaining([
        expect.objectContaining({ target: '/etc/hosts', kind: 'engine' }),
      ]),
      unreadable: {},
    },
    [links.user]: { setgroups: 'allow', unreadable: {} },
    [links.ipc]: { segments: null, unreadable: { segments: 'EPERM' } },
    [links.uts]: { hostname: null, unreadable: { hostname: 'EPERM' } },
    [links.cgroup]: { root: '/' },
    [links.time]: { boottimeNs: '0' },
  });

  // One that enters is told all that root is told, but for the firewall: the kernel tells that only to
  // who may change it.
  expect(entered.code).toBe(0);
  expect(Object.keys(entered.told)).toEqual(Object.keys(root));
  const kept = { [links.net]: { firewall: 'EPERM' } };
  for (const [namespace, { unreadable, takenAt: _then, ...facts }] of Object.entries(root)) {
    const { unreadable: missing, ...answer } = entered.told[namespace] ?? {};
    expect(missing, namespace).toEqual({ ...asRecord(unreadable), ...kept[namespace] });
    expect(answer, namespace).toMatchObject(
      namespace === links.net ? { ...facts, firewall: null } : facts,
    );
  }

  // And so it is, by the word of others.
  const net = entered.told[links.net];
  const inNetwork = ['-t', String(leader), '-n', 'ip', '-j', 'address'];
  const witness = addresses.parse(JSON.parse(demand(await run('nsenter', inNetwork), 'ip')));
  expect(net?.devices).toMatchObject(
    witness.map(({ ifname, addr_info }) => ({
      name: ifname,
      addresses: addr_info.map(({ local, prefixlen }) => `${local}/${prefixlen}`),
    })),
  );
  expect(entered.told[links.uts]).toMatchObject({ hostname: 'first' });
});
