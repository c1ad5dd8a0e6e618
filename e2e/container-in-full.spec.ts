import type { Page } from '@playwright/test';
import { readlinkSync } from 'node:fs';
import { NAMESPACE_TYPES } from '../lib/model/namespace-type';
import { barriers } from './harness/axe';
import { expect, test } from './harness/fixtures';
import { run } from './harness/command';
import { OWN_KERNEL_RUNTIME } from './harness/dockerd';
import { LOOKS } from './harness/looks';
import { containerNode, openNsview, settled } from './harness/pages';

/** Waits until a container is shown in full with all that was asked about it. */
async function inFull(page: Page, name: string): Promise<void> {
  await expect(page.locator(`[data-full="${name}"] h2`)).toHaveText(name);
  await settled(page);
}

function seen(page: Page, type: string) {
  return page.locator(`[data-see="${type}"]`);
}

test('Enter on what is selected opens it in full, Escape goes back to it', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', 'ubuntu', 'sleep', '1d');
  const hasFocus = (what: string) =>
    expect
      .poll(() => page.evaluate((each) => document.activeElement?.matches(each), what))
      .toBe(true);

  await test.step('a ring', async () => {
    await openNsview(page, nsview, 'view=sharing');
    await containerNode(page, 'c1').focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/select=container:c1$/);
    await page.keyboard.press('Enter');
    await inFull(page, 'c1');
    await expect(page).toHaveURL(/select=container:c1&open=1$/);
    await hasFocus('[data-full] h2');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-full]')).toHaveCount(0);
    await settled(page);
    await hasFocus('[data-container="c1"]');
    await expect(containerNode(page, 'c1')).toHaveAttribute('aria-selected', 'true');
    // The tip of the ring, which has the focus, is closed before that.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page).not.toHaveURL(/select/);
  });

  await test.step('a row', async () => {
    await openNsview(page, nsview, 'view=matrix&select=container:c2');
    await page.locator('[data-container="c2"] [role="rowheader"]').focus();
    await page.keyboard.press('Enter');
    await inFull(page, 'c2');
    await page.keyboard.press('Escape');
    await settled(page);
    await hasFocus('[data-container="c2"] [role="rowheader"]');
  });

  await test.step('a hit of the search', async () => {
    await openNsview(page, nsview, 'view=sharing&select=container:c1');
    await page.keyboard.press('/');
    await page.keyboard.type('c1');
    await expect(page.locator('[data-result="c1"]')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await inFull(page, 'c1');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-full]')).toHaveCount(0);
  });

  await test.step('the button beside the picture, and the browser’s own way back', async () => {
    await openNsview(page, nsview, 'view=sharing&select=container:c1');
    await page.locator('[data-opens="full"]').focus();
    await page.keyboard.press('Enter');
    await inFull(page, 'c1');
    await page.keyboard.press('Escape');
    await settled(page);
    await hasFocus('[data-opens="full"]');
    await page.keyboard.press('Enter');
    await inFull(page, 'c1');
    await page.goBack();
    await expect(page.locator('[data-full]')).toHaveCount(0);
    await expect(containerNode(page, 'c1')).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('where nothing has the focus, what is selected', async () => {
    await openNsview(page, nsview, 'view=sharing&select=container:c1&projector=1');
    await page.keyboard.press('Enter');
    await inFull(page, 'c1');
    // Another view is what it was asked for.
    await page.keyboard.press('v');
    await expect(page.locator('[data-full]')).toHaveCount(0);
    await expect(page).toHaveURL(/view=lens/);
  });
});

test('what a container can see is what the kernel says to who is in it', async ({
  page,
  browser,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sh', '-c', 'sleep 1d; :');
  await dockerd.run('--name', 'c2', '--pid=container:c1', 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('c1');
  await openNsview(page, nsview, 'select=container:c1&open=1');
  await inFull(page, 'c1');
  for (const type of NAMESPACE_TYPES) {
    const link = readlinkSync(`/proc/${leader}/ns/${type}`);
    await expect(seen(page, type)).toContainText(link);
    await expect(seen(page, type)).toHaveAttribute(
      'data-namespace',
      link.replace(/\[(\d+)\]/, '$1'),
    );
    await expect(seen(page, type).locator('[data-headline]')).not.toBeEmpty();
    await expect(seen(page, type).locator('[data-unreadable]')).toHaveCount(0);
  }
  const within = async (...args: string[]) =>
    (await run('nsenter', ['-t', String(leader), ...args])).stdout.trim();
  await expect(seen(page, 'pid')).toHaveAttribute('data-sharing', 'shared');
  await expect(seen(page, 'pid')).toContainText('shared with c2');
  await expect(seen(page, 'pid')).toContainText('3 processes: its own 2 and c2’s 1');
  await expect(seen(page, 'pid')).toContainText(`its PID 1 is ${leader} there`);
  const address = /inet (\S+).* eth0$/m.exec(
    await within('-n', 'ip', '-4', 'addr', 'show', 'eth0'),
  );
  expect(address?.[1]).toBeDefined();
  await expect(seen(page, 'net')).toContainText(`eth0 ${address?.[1]} and lo`);
  const gateway = /default via (\S+)/.exec(await within('-n', 'ip', 'route'));
  await expect(seen(page, 'net')).toContainText(`out by ${gateway?.[1]}`);
  await expect(seen(page, 'uts')).toContainText(`Its name is ${await within('-u', 'hostname')}`);
  await expect(seen(page, 'user')).toContainText('uid 0 inside is uid 0 on the host');
  await expect(seen(page, 'ipc')).toContainText('/dev/shm of 64 MiB, empty');
  await seen(page, 'net').getByRole('button', { expanded: false }).click();
  await expect(seen(page, 'net')).toContainText(`sudo readlink /proc/${leader}/ns/net`);

  await test.step('a link shows the same in another browser', async () => {
    const rows = (shown: Page) => shown.locator('[data-see] [data-headline]').allTextContents();
    const here = await rows(page);
    const elsewhere = await browser.newContext({ locale: 'en-GB' });
    const other = await elsewhere.newPage();
    await other.goto(page.url());
    await inFull(other, 'c1');
    expect(await rows(other)).toEqual(here);
    await elsewhere.close();
  });

  await test.step('it changes in place', async () => {
    await page.evaluate(() => {
      for (const row of document.querySelectorAll('[data-see]')) row.setAttribute('data-kept', '');
    });
    await dockerd.cli('exec', '-d', 'c2', 'sleep', '7d');
    await expect(seen(page, 'pid')).toContainText('4 processes: its own 2 and c2’s 2');
    await expect(page.locator('[data-see][data-kept]')).toHaveCount(NAMESPACE_TYPES.length);
  });
});

test('all about it is read for findings, which wait for what it uses as well', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const asked: string[] = [];
  let ofUse: string | undefined;
  const held: (() => void)[] = [];
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const name = /"name":"(\w+)"/.exec(String(message))?.[1];
      if (String(message).startsWith('42["ask"') && name !== undefined) asked.push(name);
      if (name === 'use') ofUse ??= /"id":(\d+)/.exec(String(message))?.[1];
      server.send(message);
    });
    server.onMessage((message) => {
      const isUse = String(message).startsWith(`42["answer",{"host":"local","id":${ofUse},`);
      if (isUse) held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await page.goto(`${nsview.url}/?select=container:c1&open=1`);
  for (const type of NAMESPACE_TYPES) {
    await expect(seen(page, type).locator('[data-headline]')).not.toBeEmpty();
  }
  await expect.poll(() => held).toHaveLength(1);
  await expect.poll(() => asked).toContain('config');
  expect(asked).not.toContain('findings');
  await expect(page.locator('html')).toHaveAttribute('data-settled', 'false');
  held[0]?.();
  await inFull(page, 'c1');
  await expect(page.locator('[data-use="memory"] [data-figure]')).not.toBeEmpty();
  await expect.poll(() => asked).toContain('findings');
});

test('a container that ends while it is shown, one that rests, one that is not there', async ({
  page,
  dockerd,
  nsview,
}) => {
  const back = page.getByRole('button', { name: 'Back to Sharing' });
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.cli('create', '--name', 'c2', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=sharing&select=container:c1&open=1');
  await inFull(page, 'c1');
  await dockerd.cli('kill', 'c1');
  await expect(page.getByText('c1 has ended while it was shown here.')).toBeVisible();
  await expect(page.locator('[data-see]')).toHaveCount(0);
  await expect(page.getByText(/start c1$/)).toBeVisible();
  await dockerd.cli('rm', 'c1');
  await expect(page.getByText('c1 has ended and was removed.')).toBeVisible();
  await back.click();
  await expect(page.locator('[data-full]')).toHaveCount(0);

  await openNsview(page, nsview, 'view=sharing&select=container:c2&open=1');
  await expect(page.getByText('c2 has no process now')).toBeVisible();
  await dockerd.cli('start', 'c2');
  await expect(page.locator('[data-see]')).toHaveCount(NAMESPACE_TYPES.length);

  await openNsview(page, nsview, 'view=sharing&select=container:nobody&open=1');
  await expect(page.getByText('There is no container named nobody now.')).toBeVisible();
  await back.click();
  await expect(page).not.toHaveURL(/open/);
});

test('what its first process may do, and not what another may that has the number', async ({
  page,
  dockerd,
  nsview,
}) => {
  const rights = page.locator('[data-full] [data-capability]');
  const unknown = page.locator('[data-full] [data-unreadable="process"]');
  const first = async (name: string) =>
    page.getByText(`PID ${await dockerd.leader(name)} on the host`);
  await dockerd.run('--name', 'plain', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'select=container:plain&open=1');
  await inFull(page, 'plain');
  await expect(rights.first()).toBeVisible();
  await expect(await first('plain')).toBeVisible();
  await expect(unknown).toHaveCount(0);

  // A runtime whose name says nothing may be a sandbox; the process with the engine's number is here.
  await dockerd.run('--name', 'boxed', '--runtime', OWN_KERNEL_RUNTIME, 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'select=container:boxed&open=1');
  await inFull(page, 'boxed');
  await expect(unknown).toContainText('it runs on a kernel of its own');
  await expect(rights).toHaveCount(0);
  await expect(await first('boxed')).toHaveCount(0);
});

test('how it was started: each of many flags, and what is unknown of them', async ({
  page,
  dockerd,
  nsview,
}) => {
  const labels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((each) => `${each}=1`);
  const flags = labels.flatMap((label) => ['--label', label]);
  await dockerd.run('--name', 'c1', '--pids-limit', '20', ...flags, 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'select=container:c1&open=1');
  await inFull(page, 'c1');
  await expect(page.locator('[data-flag="--pids-limit 20"]')).toBeVisible();
  await expect(page.locator('[data-unreadable="config"]')).toHaveCount(0);
  const last = page.locator('[data-flag="--label i=1"]');
  await expect(last).toHaveCount(0);
  const button = page.getByRole('button', { expanded: false, name: /^and \d+ more$/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(last).toBeVisible();
  for (const label of labels) {
    await expect(page.locator(`[data-flag="--label ${label}"]`)).toBeVisible();
  }
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { expanded: true, name: 'show fewer' }).click();
  await expect(last).toHaveCount(0);

  // A single one that is long is cut, and can be seen whole.
  const long = `long=${'x'.repeat(120)}`;
  await dockerd.run('--name', 'c2', '--label', long, 'ubuntu', 'sh', '-c', 'sleep 1d\n:');
  await openNsview(page, nsview, 'select=container:c2&open=1');
  await inFull(page, 'c2');
  const flag = page.locator(`[data-flag="--label ${long}"]`);
  const isCut = () => flag.evaluate((each) => each.scrollWidth > each.clientWidth);
  expect(await isCut()).toBe(true);
  await page.getByRole('button', { expanded: false, name: 'show in full' }).click();
  expect(await isCut()).toBe(false);
  // What its command has of a new line is told as one types it.
  await expect(page.locator('header', { has: flag })).toContainText("$'sleep 1d\\n:'");

  // A recording has what is joined alone.
  await openNsview(page, nsview, 'recording=course&at=9999&select=container:c1&open=1');
  await inFull(page, 'c1');
  await expect(page.locator('[data-unreadable="config"]')).toContainText('it was not recorded');
});

test('nothing bars anybody, in each theme and language', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', '--pid=host', '-v', '/:/host', 'ubuntu', 'sleep', '1d');
  for (const { query } of LOOKS) {
    await openNsview(page, nsview, `select=container:c1&open=1&${query}`);
    await inFull(page, 'c1');
    expect(await barriers(page), query).toEqual([]);
  }
});
