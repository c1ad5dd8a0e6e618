import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { barriers } from './harness/axe';
import { demand, run } from './harness/command';
import { descendants } from './harness/descendants';
import { freshSnapshot } from './harness/api';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { until } from './harness/until';
import { linksOf } from './harness/witness';

/* Rulers of ids, against what the kernel says of the same processes inside and outside. */

/** `/proc/PID/uid_map` as the picture tells it: row by row, a space between numbers. */
function mapOf(pid: number): string {
  const rows = readFileSync(`/proc/${pid}/uid_map`, 'utf8').trim().split('\n');
  return rows.map((row) => row.trim().split(/\s+/).join(' ')).join(', ');
}

/** The effective uid of a process, as seen from the host. */
function uidOf(pid: number): string {
  return /^Uid:\s+\d+\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
}

/** The same as it is numbered in the user namespace of the process. */
async function uidInside(pid: number): Promise<string> {
  const status = await run('nsenter', ['-t', String(pid), '-U', 'cat', `/proc/${pid}/status`]);
  return /^Uid:\s+\d+\s+(\d+)/m.exec(demand(status, 'nsenter cat'))?.[1] ?? '';
}

const boxOf = (page: Page, pid: number) => page.locator(`[data-box="${linksOf(pid).user}"]`);
/** What the ruler on which a process stands marks of an id. */
const markOf = (page: Page, pid: number, id: string) =>
  page.locator(`[data-ruler~="${linksOf(pid).user}"][data-side="inside"] [data-id="${id}"]`);

/** Where the middle of something is, from the left. */
async function middleOf(of: Locator): Promise<number> {
  const box = await of.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return box.x + box.width / 2;
}

test('root in a remapped container is another user on the host, on the ruler and in tables', async ({
  page,
  remapped: { dockerd, nsview },
}) => {
  await dockerd.run('--name', 'mapped', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'app', '--user', '1000', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'plain', '--userns', 'host', 'ubuntu', 'sleep', '1d');
  // Each container has a file of its own: what it says is true of none but its own numbers.
  for (const [name, line] of [
    ['app', 'captain:x:1000:1000::/:/bin/sh'],
    ['plain', 'nobodys:x:0:0::/:/bin/sh'],
  ] as const) {
    const write = `echo '${line}' > /etc/passwd`;
    demand(await dockerd.cli('exec', '--user', '0', name, 'sh', '-c', write), 'docker exec');
  }
  // Who asks there is a process there as well, for a moment: one that stands below is where an arrow leads.
  const asked = new Map<string, string>();
  for (const name of ['mapped', 'app']) {
    asked.set(name, await uidInside(await dockerd.leader(name)));
  }
  await openNsview(page, nsview, 'view=lens&lens=user');

  for (const [name, inside] of asked) {
    const pid = await dockerd.leader(name);
    const outside = uidOf(pid);
    expect(inside).toBe(name === 'app' ? '1000' : '0');
    await expect(boxOf(page, pid), name).toHaveAttribute('data-id-map', mapOf(pid));
    const mark = markOf(page, pid, inside);
    await expect(mark, name).toHaveAttribute('data-outside', outside);
    // Its dot stands right there, and the number outside is on the line of the host.
    const dot = page.locator(`[data-process="${pid}"]`);
    const at = await middleOf(mark.locator('circle'));
    expect(Math.abs((await middleOf(dot.locator('circle'))) - at)).toBeLessThan(0.5);
    await expect(page.locator(`[data-side="host"] [data-id="${outside}"]`), name).toHaveCount(1);
  }
  const plain = await dockerd.leader('plain');
  expect(uidOf(plain)).toBe('0');
  await expect(markOf(page, plain, '0')).toHaveAttribute('data-outside', '0');
  const picture = page.getByRole('listbox');
  await expect(picture).toContainText('root (0) in plain is root');
  const mapped = await dockerd.leader('mapped');
  const band = page.locator(`[data-band="${mapOf(mapped)}"]`);
  await expect(band).toHaveCount(1);
  await expect(picture).toContainText(`user 0 in plain is 0 on the host`);
  await expect(picture).toContainText(`ser 0 in mapped and app is ${uidOf(mapped)} on the host`);

  // What is said between boxes is walked to by arrows, tells itself, and chooses its namespace.
  const host = linksOf(plain).user;
  await page.locator(`[data-key="${host}"]`).focus();
  const walked = page.locator('[role="option"]:focus');
  const outside = page.locator(`[data-key="root ${linksOf(mapped).user}"]`);
  await page.keyboard.press('ArrowUp');
  await expect(walked).toHaveAttribute('data-key', 'answer');
  await expect(walked.locator('title')).toContainText('ser 0 in plain is 0 on the host');
  await page.locator(`[data-process="${mapped}"]`).focus();
  await page.keyboard.press('ArrowDown');
  await expect(outside).toBeFocused();
  await expect(outside.locator('title')).toHaveText(new RegExp(`is ${uidOf(mapped)} outside`));
  // Two namespaces have that map in common: it speaks of no one of them.
  await page.keyboard.press('Enter');
  const onHost = page.locator(`[data-key="root ${host}"]`);
  await onHost.focus();
  await expect(onHost).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('Enter');
  await expect(onHost).toHaveAttribute('aria-selected', 'true');
  expect(new URL(page.url()).searchParams.get('select')).toBe(`namespace:${host}`);
  expect(await barriers(page)).toEqual([]);

  // What is selected is answered: the same number in two namespaces, and where each is on the host.
  await openNsview(page, nsview, 'view=lens&lens=user&select=container:plain,container:mapped');
  await expect(picture).toContainText(
    `User 0 in mapped is ${uidOf(mapped)} on the host; user 0 in plain is 0 on the host.`,
  );
  const same = page.locator('[data-same-user="0"] td');
  await expect(same).toHaveText(['0', '0', uidOf(mapped)]);

  await openNsview(page, nsview, 'view=lens&lens=user&select=container:app');
  const app = await dockerd.leader('app');
  const cell = page.getByRole('complementary').locator('[data-uid="1000"]');
  await expect(cell.first()).toHaveAttribute('data-host-uid', uidOf(app));
  await expect(cell.first().locator('[data-user]')).toHaveText(['captain']);
  await expect(picture).toContainText(`User 1000 in app is ${uidOf(app)} on the host.`);
  expect(await barriers(page)).toEqual([]);
  // One that shares its users with the host has a number of the host, and the host’s name for it.
  await openNsview(page, nsview, 'view=lens&lens=user&select=container:plain');
  const shared = page.getByRole('complementary').locator('[data-uid="0"]');
  await expect(shared.first()).toHaveText('0host 0root');
  await expect(page.getByRole('complementary')).not.toContainText('nobodys');
});

test('user namespaces in user namespaces are nested, each with its map', async ({
  page,
  nsview,
}) => {
  const inner = 'exec unshare -U --map-root-user sleep 600';
  const outer = ['-U', '--map-root-user', 'sh', '-c', `sh -c '${inner}' & wait`];
  const child = spawn('unshare', outer, { stdio: 'ignore' });
  const { pid: first = 0 } = child;
  const sleeper = () =>
    descendants(first).find((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8') === 'sleep\n');
  try {
    const second = await until('the inner one sleeps', sleeper, 5000);
    expect(linksOf(first).user).not.toBe(linksOf(second).user);
    await freshSnapshot(nsview);
    await openNsview(page, nsview, 'view=lens&lens=user');
    const boxes = [boxOf(page, process.pid), boxOf(page, first), boxOf(page, second)];
    for (const pid of [first, second]) {
      await expect(boxOf(page, pid)).toHaveAttribute('data-id-map', mapOf(pid));
      await expect(markOf(page, pid, await uidInside(pid))).toHaveAttribute(
        'data-outside',
        uidOf(pid),
      );
    }
    // Each within the one around it.
    const rects = await Promise.all(
      boxes.map((box) => box.locator('> rect').first().boundingBox()),
    );
    rects.slice(1).forEach((rect, nth) => {
      const around = rects[nth];
      if (rect === null || around === null || around === undefined) throw new Error('not shown');
      expect(rect.x).toBeGreaterThan(around.x);
      expect(rect.y).toBeGreaterThan(around.y);
      expect(rect.x + rect.width).toBeLessThan(around.x + around.width);
      expect(rect.y + rect.height).toBeLessThan(around.y + around.height);
    });
  } finally {
    const second = sleeper();
    if (second !== undefined) process.kill(second, 'SIGKILL');
    child.kill('SIGKILL');
  }
});
