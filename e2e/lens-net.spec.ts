import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import * as z from 'zod/mini';
import { freshSnapshot } from './harness/api';
import { demand, run } from './harness/command';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* The picture of networks, against what iproute2 says in each of them. */

const SOON = { timeout: 20_000 };

const links = z.array(
  z.object({
    ifindex: z.int(),
    ifname: z.string(),
    operstate: z.string(),
    link_index: z.optional(z.int()),
    addr_info: z.array(z.object({ local: z.string(), prefixlen: z.int() })),
  }),
);

async function said(pid: number, ...command: string[]): Promise<string> {
  return demand(await run('nsenter', ['-t', String(pid), '-n', ...command]), command.join(' '));
}

async function linksIn(pid: number) {
  return links.parse(JSON.parse(await said(pid, 'ip', '-j', 'address')));
}

/** `tcp6 80` for each socket that waits. */
async function socketsIn(pid: number): Promise<string[]> {
  const lines = (await said(pid, 'ss', '-Hlntu')).split('\n').filter((line) => line !== '');
  return lines
    .map((line) => {
      const [protocol = '', , , , local = ''] = line.split(/\s+/);
      const [, address = '', port = ''] = /^(.*):(\d+)$/.exec(local) ?? [];
      return `${protocol}${/^(\*|\[)/.test(address) ? '6' : ''} ${port}`;
    })
    .sort();
}

function boxOf(page: Page, id: string): Locator {
  return page.locator(`[data-box="${id}"]`);
}

/** The devices of a box: each with its state and its addresses, as they are drawn. */
async function devicesIn(box: Locator) {
  return box.locator('[data-device]').evaluateAll((elements) =>
    elements.map((element) => ({
      name: element.getAttribute('data-device'),
      state: element.getAttribute('data-state'),
      addresses: [...element.querySelectorAll('[data-address]')].map((each) =>
        each.getAttribute('data-address'),
      ),
    })),
  );
}

async function portsIn(box: Locator): Promise<string[]> {
  const ports = await box
    .locator('[data-port]')
    .evaluateAll((elements) =>
      elements.map(
        (each) => `${each.getAttribute('data-protocol')} ${each.getAttribute('data-port')}`,
      ),
    );
  return ports.sort();
}

const byName = (a: { name: string | null }, b: { name: string | null }) =>
  (a.name ?? '') < (b.name ?? '') ? -1 : 1;

test('devices, addresses, ports and wires are what the kernel says', async ({
  page,
  dockerd,
  nsview,
}) => {
  const http = (port: number) => ['ubuntu', 'httpd', '-f', '-p', String(port)];
  demand(await dockerd.cli('network', 'create', 'own'), 'docker network create');
  await dockerd.run('--name', 'alone', ...http(8080));
  await dockerd.run('--name', 'joined', '--net', 'container:alone', ...http(9901));
  await dockerd.run('--name', 'hosts', '--net', 'host', ...http(9100));
  await dockerd.run('--name', 'named', '--net', 'own', ...http(80));
  await dockerd.run('--name', 'none', '--net', 'none', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  const engine = linksOf(dockerd.pid).net ?? '';
  // Docker holds networks of containers that tests before this one had for up to a minute: there is room for all.
  await page.setViewportSize({ width: 1920, height: 2400 });
  await openNsview(page, nsview, 'view=lens&lens=net');
  await expect(page.locator('[data-wire]').first()).toBeAttached(SOON);

  const ofEngine = await linksIn(dockerd.pid);
  for (const name of ['alone', 'named', 'none']) {
    const pid = await dockerd.leader(name);
    const id = linksOf(pid).net ?? '';
    const box = boxOf(page, id);
    await expect(box.locator('[data-device="lo"]')).toBeAttached(SOON);
    const witness = await linksIn(pid);
    expect((await devicesIn(box)).sort(byName), name).toEqual(
      witness
        .map(({ ifname, operstate, addr_info }) => ({
          name: ifname,
          state: operstate.toLowerCase(),
          addresses: addr_info.map(({ local, prefixlen }) => `${local}/${prefixlen}`),
        }))
        .sort(byName),
    );
    expect(await portsIn(box), name).toEqual(await socketsIn(pid));

    const wires = page.locator(`[data-wire][data-from^="${id} "]`);
    const far = witness.filter(({ link_index: index }) => index !== undefined);
    await expect(wires, name).toHaveCount(far.length);
    for (const { ifname, link_index: index } of far) {
      const there = ofEngine.find(({ ifindex }) => ifindex === index)?.ifname;
      const wire = page.locator(`[data-from="${id} ${ifname}"][data-to="${engine} ${there}"]`);
      await expect(wire, name).toHaveCount(1);
      // It is drawn from that device to the bridge of which its far end is a port.
      const master = z
        .array(z.object({ master: z.optional(z.string()) }))
        .parse(
          JSON.parse(await said(dockerd.pid, 'ip', '-j', 'link', 'show', there ?? '')),
        )[0]?.master;
      const [from, to, drawn] = await Promise.all([
        box.locator(`[data-device="${ifname}"]`).boundingBox(),
        boxOf(page, engine).locator(`[data-device="${master}"]`).boundingBox(),
        wire.locator('path').last().boundingBox(),
      ]);
      if (from === null || to === null || drawn === null) throw new Error('not drawn');
      expect(drawn.y, name).toBeGreaterThanOrEqual(from.y);
      expect(drawn.y, name).toBeLessThanOrEqual(from.y + from.height);
      expect(Math.abs(drawn.y + drawn.height - to.y), name).toBeLessThan(3);
    }
  }
  // Who joined is in the same box, and whoever has no network of its own in the engine's.
  const shared = boxOf(page, linksOf(await dockerd.leader('alone')).net ?? '');
  for (const name of ['alone', 'joined']) await expect(shared).toContainText(name);
  await expect(boxOf(page, engine)).toContainText('hosts');
  const devices = (await devicesIn(boxOf(page, engine))).map(({ name }) => name);
  const wired = ofEngine.filter(({ ifname }) => !ifname.startsWith('veth'));
  expect(devices.sort()).toEqual(wired.map(({ ifname }) => ifname).sort());
  expect(await portsIn(boxOf(page, engine))).toEqual(await socketsIn(dockerd.pid));
  // Who listens.
  await expect(shared.locator('[data-port="9901"]').first()).toContainText('httpd');
});

test('what changes in a network is seen while one looks', async ({ page, dockerd, nsview }) => {
  demand(await dockerd.cli('network', 'create', 'later'), 'docker network create');
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const pid = await dockerd.leader('c1');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=lens&lens=net');
  const id = linksOf(pid).net ?? '';
  const wires = page.locator(`[data-wire][data-from^="${id} "]`);
  await expect(wires).toHaveCount(1, SOON);
  // A port of a bridge to which no wire leads that is drawn: it counts, and is told.
  const ofEngine = (...command: string[]) => said(dockerd.pid, ...command);
  const engine = boxOf(page, linksOf(dockerd.pid).net ?? '');
  await ofEngine('ip', 'link', 'add', 'lone0', 'type', 'veth', 'peer', 'name', 'lone1');
  await ofEngine('ip', 'link', 'set', 'lone0', 'master', 'docker0');
  const ports = z
    .array(z.unknown())
    .parse(JSON.parse(await ofEngine('ip', '-j', 'link', 'show', 'master', 'docker0')));
  await expect(engine.locator('[data-device="docker0"]')).toContainText(
    `${ports.length} ports`,
    SOON,
  );
  await expect(engine.locator('[data-device="lone0"]')).toContainText('port of docker0');
  await ofEngine('ip', 'link', 'delete', 'lone0');
  await expect(engine.locator('[data-device="lone0"]')).toHaveCount(0, SOON);
  // Whom it asks for addresses of names.
  const [, server = ''] =
    /^nameserver (\S+)/m.exec(await readFile(`/proc/${pid}/root/etc/resolv.conf`, 'utf8')) ?? [];
  await expect(boxOf(page, id).locator('[data-dns]')).toHaveAttribute('data-dns', server);
  // The wire is told to who does not see it.
  await expect(
    page.getByRole('group', { name: /eth0 is wired to veth\w+ on docker0/ }),
  ).toHaveCount(1);
  demand(await dockerd.cli('network', 'connect', 'later', 'c1'), 'docker network connect');
  await expect(wires).toHaveCount(2, SOON);
  await said(pid, 'ip', 'link', 'set', 'eth0', 'down');
  await expect(boxOf(page, id).locator('[data-device="eth0"]')).toHaveAttribute(
    'data-state',
    'down',
    SOON,
  );
});

test('two that are selected: their wires, and where these meet', async ({
  page,
  dockerd,
  nsview,
}) => {
  demand(await dockerd.cli('network', 'create', 'apart'), 'docker network create');
  const sleep = ['ubuntu', 'sleep', '1d'];
  await dockerd.run('--name', 'one', ...sleep);
  await dockerd.run('--name', 'two', ...sleep);
  await dockerd.run('--name', 'three', '--net', 'apart', ...sleep);
  await freshSnapshot(nsview);
  const query = 'view=lens&lens=net&select=container:';
  const three = linksOf(await dockerd.leader('three')).net ?? '';
  const wired = page.locator(`[data-wire][data-from^="${three} "]`);
  await openNsview(page, nsview, `${query}one,container:two`);
  await expect(wired).toHaveCount(1, SOON);
  await expect(page.locator('[data-meeting]')).toHaveCount(1);
  await expect(page.locator('[data-meeting]')).toHaveAttribute('data-meeting', /docker0$/);
  const picture = page.getByRole('listbox');
  const verdict = (way: string) => picture.locator(`[data-reach="${way}"]`);
  for (const way of ['one two', 'two one']) {
    await expect(verdict(way)).toHaveAttribute('data-verdict', 'yes', SOON);
  }
  await openNsview(page, nsview, `${query}one,container:three`);
  await expect(wired).toHaveCount(1, SOON);
  await expect(page.locator('[data-meeting]')).toHaveCount(0);
  for (const way of ['one three', 'three one']) {
    await expect(verdict(way)).toHaveAttribute('data-verdict', 'no', SOON);
  }
  await expect(verdict('one three')).toContainText('one does not reach three at any tcp port.');
  // It is of no box: a click on it leaves two selected.
  await verdict('one three').click();
  await expect(page).toHaveURL(/container:one,container:three/);
  // Who selects one has to be told nothing of two.
  await openNsview(page, nsview, `${query}one`);
  await expect(picture).toContainText('Choose two containers');
  await expect(picture.locator('[data-reach]')).toHaveCount(0);
});

test('published ports point into their box, also where nobody listens', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'web', '-p', '8081:80', 'ubuntu', 'httpd', '-f', '-p', '80');
  await dockerd.run('--name', 'shut', '-p', '8082:443', 'ubuntu', 'sleep', '1d');
  const pid = await dockerd.leader('web');
  await until('it listens', async () => (await socketsIn(pid)).includes('tcp6 80'), 5000);
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=lens&lens=net');
  const web = boxOf(page, linksOf(pid).net ?? '').locator('[data-published="8081"]');
  await expect(web).toContainText(':80', SOON);
  await expect(web).toContainText('httpd');
  const shut = boxOf(page, linksOf(await dockerd.leader('shut')).net ?? '');
  await expect(shut.locator('[data-published="8082"]')).toContainText('nobody listens', SOON);
});
