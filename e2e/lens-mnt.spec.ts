import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { instructionText } from '@lib/images/instruction';
import { freshSnapshot } from './harness/api';
import { barriers } from './harness/axe';
import { demand, mustRun } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { linksOf } from './harness/witness';

/* The Lens of mount namespaces: layers, volumes, what covers what, and what of the host nobody has. */

const SHOP = ['--label', 'com.docker.compose.project=shop'];

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsv-build-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Builds an image of these instructions, in a folder with a file `a`. */
async function build(dockerd: Dockerd, tag: string, ...lines: string[]): Promise<void> {
  writeFileSync(join(folder, 'a'), tag);
  writeFileSync(join(folder, 'Dockerfile'), `${lines.join('\n')}\n`);
  demand(await dockerd.cli('build', '--quiet', '--tag', tag, folder), 'docker build');
}

async function boxOf(page: Page, dockerd: Dockerd, name: string) {
  return page.locator(`[data-box="${linksOf(await dockerd.leader(name)).mnt}"]`);
}

test('layers: each once, under all that read it, as many as docker history has', async ({
  page,
  dockerd,
  nsview,
}) => {
  await build(dockerd, 'base', 'FROM ubuntu', 'COPY a /base');
  await build(dockerd, 'web', 'FROM base', 'COPY a /web1', 'COPY a /web2');
  await build(dockerd, 'api', 'FROM base', 'COPY a /api');
  const images = { web: 'web', web2: 'web', api: 'api', plain: 'ubuntu' };
  for (const [name, image] of Object.entries(images)) {
    await dockerd.run('--name', name, image, 'sleep', '1d');
  }
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=lens&lens=mnt&inspector=0');
  await expect(page.locator('[data-layer]').first()).toBeVisible();

  const readers = new Map<string, number>();
  for (const [name, image] of Object.entries(images)) {
    const format = '{{.GraphDriver.Data.LowerDir}}';
    const lower = demand(await dockerd.cli('inspect', '-f', format, name), 'docker inspect').trim();
    const folders = lower.split(':').filter((each) => !each.endsWith('-init/diff'));
    const history = demand(await dockerd.cli('history', '--quiet', image), 'docker history');
    expect(folders, name).toHaveLength(history.trim().split('\n').length);
    for (const each of folders) readers.set(each, (readers.get(each) ?? 0) + 1);
    const box = await boxOf(page, dockerd, name);
    await expect(box).toHaveAttribute('aria-label', new RegExp(`root has ${folders.length} layer`));
  }
  // What of the picture is one layer is one folder of the daemon's.
  const drawn = await page.locator('[data-readers] [data-layer]').evaluateAll((layers) =>
    layers.map((layer) => ({
      path: layer.getAttribute('data-layer') ?? '',
      readers: Number(layer.closest('[data-readers]')?.getAttribute('data-readers')),
    })),
  );
  const told = drawn.map((each) => [realpathSync(each.path), each.readers] as const);
  expect(told.toSorted()).toEqual([...readers].toSorted());
  expect(new Set(readers.values())).toEqual(new Set([4, 3, 2, 1]));

  // It stands under all that read it.
  const wide = await page
    .locator('[data-readers="4"] [data-layer]')
    .first()
    .evaluate((layer) => layer.getBoundingClientRect().toJSON());
  const { left, right } = z.object({ left: z.number(), right: z.number() }).parse(wide);
  for (const name of Object.keys(images)) {
    const at = await (await boxOf(page, dockerd, name)).boundingBox();
    const middle = (at?.x ?? 0) + (at?.width ?? 0) / 2;
    expect(middle, name).toBeGreaterThan(left);
    expect(middle, name).toBeLessThan(right);
  }
  expect(await barriers(page)).toEqual([]);
});

test('volumes and folders of the host are cords, one for all that have it', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'one', '-v', 'kept:/data', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'two', '-v', 'kept:/also:ro', 'ubuntu', 'sleep', '1d');
  const socket = ['-v', `${dockerd.socket}:/docker.sock`];
  await dockerd.run('--name', 'agent', ...socket, 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('one');
  const enter = ['-t', String(leader), '-m', 'mount', '-t', 'tmpfs', 'above', '/data'];
  await mustRun('nsenter', enter);
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=lens&lens=mnt&inspector=0');
  const place = demand(
    await dockerd.cli('volume', 'inspect', '-f', '{{.Mountpoint}}', 'kept'),
    'docker volume inspect',
  ).trim();
  const mnt = async (name: string) => linksOf(await dockerd.leader(name)).mnt;
  const wire = page.locator(`[data-wire="${place}"]`);
  await expect(wire).toHaveAttribute('data-from', ':host');
  await expect(wire).toHaveAttribute('data-to', `${await mnt('one')} ${await mnt('two')}`);
  await expect(wire).toContainText('volume kept');

  const one = await boxOf(page, dockerd, 'one');
  const mounts = one.locator('[data-mount="/data"]');
  await expect(mounts).toHaveCount(2);
  await expect(mounts.first()).toHaveAttribute('data-hidden', 'true');
  await expect(mounts.first()).toContainText('hidden');
  await expect(mounts.last()).toHaveAttribute('data-kind', 'tmpfs');
  const two = await boxOf(page, dockerd, 'two');
  await expect(two.locator('[data-mount="/also"]')).toContainText('ro');

  const agent = await boxOf(page, dockerd, 'agent');
  await expect(agent.locator('[data-mount="/docker.sock"]')).toHaveAttribute(
    'data-danger',
    'engine',
  );
  await expect(page.locator(`[data-wire="${dockerd.socket}"]`)).toContainText(
    'who may talk to it is root on the host',
  );
});

test('what no container has mounted is there on the host, and goes when one has it', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=lens&lens=mnt&inspector=0');
  const host = page.locator(`[data-box="${linksOf(dockerd.pid).mnt}"]`);
  const unseen = host.locator('[data-unseen]');
  await expect(unseen.first()).toBeVisible();
  const paths = await unseen.evaluateAll((all) =>
    all.map((each) => each.getAttribute('data-unseen') ?? ''),
  );
  expect(paths).toContain('/var/log');
  for (const path of paths) expect(existsSync(path), path).toBe(true);
  await dockerd.run('--name', 'logs', ...SHOP, '-v', '/var/log:/logs:ro', 'ubuntu', 'sleep', '1d');
  await expect(host.locator('[data-unseen="/var/log"]')).toHaveCount(0, { timeout: 20_000 });
  await expect(unseen).toHaveCount(paths.length - 1);
  await expect(host).toContainText('No container has mounted');

  // That a container is hidden by a filter makes what is said of all no less true.
  const logs = await boxOf(page, dockerd, 'logs');
  await expect(logs).toHaveCount(1);
  await openNsview(page, nsview, 'view=lens&lens=mnt&inspector=0&hide=shop');
  await expect(unseen.first()).toBeVisible();
  await expect(logs).toHaveCount(0);
  await expect(unseen).toHaveCount(paths.length - 1);
});

test('what is dangerous is seen first, and tags for which there is no room are shown on demand', async ({
  page,
  dockerd,
  nsview,
}) => {
  // High enough for more cords than there are tags to be seen.
  await page.setViewportSize({ width: 1280, height: 1080 });
  const folders = Array.from({ length: 9 }, (_, n) => ['-v', `kept${n}:/a${n}`]).flat();
  const socket = ['-v', `${dockerd.socket}:/z.sock`];
  await dockerd.run('--name', 'agent', ...folders, ...socket, 'ubuntu', 'sleep', '1d');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=lens&lens=mnt&inspector=0');
  const agent = await boxOf(page, dockerd, 'agent');
  const mounts = agent.locator('[data-mount]');
  await expect(mounts.first()).toHaveAttribute('data-mount', '/z.sock');
  await expect(mounts).toHaveCount(6);
  await expect(agent).toHaveAttribute(
    'aria-label',
    /\/z\.sock from .*dangerous: who may talk to it/,
  );

  // Of cords to what is not shown it is told where they go.
  const mnt = linksOf(await dockerd.leader('agent')).mnt;
  const to = await page
    .locator('[data-wire]')
    .evaluateAll((wires) => wires.map((wire) => wire.getAttribute('data-to')));
  expect(to.length).toBeGreaterThan(6);
  expect(new Set(to)).toEqual(new Set([mnt]));

  const more = agent.locator('[data-more]');
  await expect(more).toContainText('+4 more');
  await more.click();
  await expect(mounts).toHaveCount(10);
  await expect(agent).toContainText('show fewer');
  await more.locator('xpath=ancestor-or-self::*[@data-key]').focus();
  await page.keyboard.press('Enter');
  await expect(mounts).toHaveCount(6);
});

test('many that are alike are one column where there is no room', async ({
  page,
  dockerd,
  nsview,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  // An engine holds the networks of containers that are gone for a minute, in which others would look at them.
  const run = (name: string, ...more: string[]) =>
    dockerd.run('--name', name, '--network', 'host', ...more, 'ubuntu', 'sleep', '1d');
  for (let n = 1; n <= 9; n += 1) await run(`c${n}`);
  await run('other', '-v', 'kept:/data');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=lens&lens=mnt&inspector=0');
  // Namespaces of no container may be as many.
  const alike = page.locator('[data-alike="9"]').filter({ hasText: 'ubuntu' });
  await expect(alike).toContainText('ubuntu ×9');
  await expect(alike.locator('[data-process]')).toHaveCount(9);
  await expect(page.locator('[data-readers="10"] [data-layer]')).toHaveCount(1);
  const c1 = await boxOf(page, dockerd, 'c1');
  await expect(c1).toHaveCount(0);

  // It opens, and closes again, by the pointer and by keys.
  const moreRight = page.locator('[data-more-right]');
  await expect(moreRight).toHaveCount(0);
  await alike.getByText('ubuntu ×9').first().click();
  await expect(c1).toHaveCount(1);
  // What has no room to the right is told of, until one has seen it.
  await expect(moreRight).toBeVisible();
  const scroller = page.locator('div.overflow-x-auto').filter({ has: c1 });
  await scroller.evaluate((element) => element.scrollTo({ left: element.scrollWidth }));
  await expect(moreRight).toHaveCount(0);
  await scroller.evaluate((element) => element.scrollTo({ left: 0 }));
  await expect(moreRight).toBeVisible();
  const close = page.locator('[data-opened="9"] [data-key]');
  await expect(close).toContainText('show as one');
  await close.click();
  await expect(c1).toHaveCount(0);
  await alike.locator('[data-key]').first().focus();
  await page.keyboard.press('Enter');
  await expect(c1).toHaveCount(1);
  await close.focus();
  await page.keyboard.press('Enter');
  await expect(c1).toHaveCount(0);
  await expect(alike).toHaveCount(1);
});

test('a layer tells what made it and what it takes, and a container what it has written, as docker does', async ({
  page,
  dockerd,
  nsview,
}) => {
  await build(dockerd, 'told', 'FROM ubuntu', 'COPY a /srv/a', 'RUN mkdir /kept', 'ENV A=b');
  await dockerd.run('--name', 'writer', 'told', 'sleep', '1d');
  const write = ['dd', 'if=/dev/zero', 'of=/new', 'bs=1k', 'count=12'];
  demand(await dockerd.cli('exec', 'writer', ...write), 'docker exec');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=lens&lens=mnt&select=container:writer');

  const format = ['--no-trunc', '--format', '{{.Size}}\t{{.CreatedBy}}\t{{.Comment}}'];
  const said = demand(await dockerd.cli('history', ...format, 'told'), 'docker history');
  const history = said.split('\n').map((line) => line.split('\t'));
  const made = history.filter(([, by = '']) => !by.includes('ENV')).reverse();
  const titles = page.locator('[data-key^="layer "] > title');
  await expect(titles).toHaveText(
    made.map(([size, by = '', comment = '']) => {
      return `${instructionText(by) || comment}; ${size}; read by writer`;
    }),
  );
  expect(made.map(([, by = '']) => instructionText(by)).slice(1)).toEqual([
    'COPY … /srv/a',
    'RUN mkdir /kept',
  ]);

  const size = ['inspect', '--size', '--format', '{{.SizeRw}}', 'writer'];
  const bytes = demand(await dockerd.cli(...size), 'docker inspect').trim();
  expect(bytes).toBe('12288');
  const box = await boxOf(page, dockerd, 'writer');
  await expect(box.locator('[data-written]')).toHaveAttribute('data-written', bytes);
  await expect(box).toContainText('12.3kB');

  const section = page.locator('[data-image]');
  await expect(section).toContainText('told:latest');
  await expect(section).toContainText('3 layers');
  await expect(section.locator('[data-written]')).toHaveAttribute('data-written', bytes);
  await expect(section.locator('li[data-layer]')).toHaveCount(3);
  expect(await barriers(page)).toEqual([]);
});
