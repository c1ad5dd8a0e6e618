import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { freshSnapshot } from './harness/api';
import { barriers } from './harness/axe';
import { mustRun } from './harness/command';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';

/* Which processes call which kernel: against what uname, scmp_sys_resolver and the files of /proc say. */

const processRow = (page: Page, pid: number) => page.locator(`[data-process="${String(pid)}"]`);

/** The call that a process is in, as the kernel numbers it and libseccomp names it. */
async function callOf(pid: number): Promise<string> {
  const [number = ''] = readFileSync(`/proc/${String(pid)}/syscall`, 'utf8').split(' ');
  return mustRun('scmp_sys_resolver', [number]);
}

test('containers and host call one kernel, each process by a call that has its name', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '-i', 'ubuntu', 'cat');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=kernel');

  const kernel = page.locator('[data-kernel="host"]');
  await expect(kernel).toHaveCount(1);
  await expect(kernel).toContainText(`Linux ${await mustRun('uname', ['-r'])}`);
  for (const name of ['c1', 'c2']) {
    const pid = await dockerd.leader(name);
    const row = containerNode(page, name).locator(`[data-process="${String(pid)}"]`);
    await expect(row).toHaveAttribute('data-call', await callOf(pid));
    await expect(row).toContainText(await callOf(pid));
  }
  // Each in another one, or nothing would tell them apart.
  expect(await callOf(await dockerd.leader('c1'))).not.toBe(
    await callOf(await dockerd.leader('c2')),
  );
  await expect(containerNode(page, ':host').locator('[data-process="1"]')).toBeVisible();

  const flags = /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'latin1'))?.[1];
  const isGuest = flags === undefined ? 'unknown' : / hypervisor( |$)/.test(flags) ? 'yes' : 'no';
  await expect(page.locator('[data-guest]')).toHaveAttribute('data-guest', isGuest);
});

test('a call that changes is told anew, and a held moment is held', async ({
  page,
  context,
  dockerd,
  nsview,
}) => {
  const program = 'mkfifo /gate; read line </gate; exec sleep 1d';
  await dockerd.run('--name', 'c1', 'ubuntu', 'sh', '-c', program);
  const pid = await dockerd.leader('c1');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=kernel');
  const row = processRow(page, pid);
  const waiting = await callOf(pid);
  await expect(row).toHaveAttribute('data-call', waiting);

  // Who looks at the same and holds nothing: when it has asked twice, this page would have asked as well.
  const other = await context.newPage();
  let rounds = 0;
  other.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes(`"name":"process"`) && String(payload).includes(`:${pid}`))
        rounds += 1;
    }),
  );
  await openNsview(other, nsview, 'view=kernel');
  await expect(processRow(other, pid)).toHaveAttribute('data-call', waiting);
  await page.keyboard.press('z');
  await expect(page.locator('html')).toHaveAttribute('data-state', 'frozen');
  await dockerd.cli('exec', 'c1', 'sh', '-c', 'echo >/gate');
  await expect.poll(() => callOf(pid)).toMatch(/nanosleep$/);
  await expect(processRow(other, pid)).toHaveAttribute('data-call', await callOf(pid));
  const since = rounds;
  await expect.poll(() => rounds).toBeGreaterThan(since + 1);
  await expect(row).toHaveAttribute('data-call', waiting);
  await page.keyboard.press('z');
  await expect(row).toHaveAttribute('data-call', await callOf(pid));
});

test('a fence and a process are selected by pointer and by keys, without barriers', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const pid = await dockerd.leader('c1');
  await freshSnapshot(nsview);
  await openNsview(page, nsview, 'view=kernel');
  await processRow(page, pid).click();
  await expect(page).toHaveURL(new RegExp(`select=process:${String(pid)}(&|$)`));
  await expect(processRow(page, pid)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('complementary').locator('[data-call]')).toHaveAttribute(
    'data-call',
    await callOf(pid),
  );
  expect(await barriers(page)).toEqual([]);

  await containerNode(page, 'c1').getByRole('option').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/select=container:c1/);
  await page.keyboard.press('ArrowDown');
  await expect(processRow(page, pid)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`select=process:${String(pid)}(&|$)`));
  for (const query of ['theme=light', 'theme=contrast&lang=zh-CN', 'projector=1']) {
    await openNsview(page, nsview, `view=kernel&${query}`);
    await expect(processRow(page, pid)).toHaveAttribute('data-call', await callOf(pid));
    expect(await barriers(page), query).toEqual([]);
  }
});

test('a virtual machine is a sketch, until a process goes by the name of one', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, 'view=kernel');
  await expect(page.locator('[data-vm]')).toHaveAttribute('data-vm', 'sketch');
  await expect(page.locator('[data-vm]')).toContainText('Nothing of this machine');
  let machine: ChildProcess | undefined;
  try {
    machine = spawn('sleep', ['600'], { argv0: 'qemu-system-x86_64', stdio: 'ignore' });
    const pid = String(machine.pid);
    await expect(page.locator('[data-vm]')).toHaveAttribute('data-vm', pid);
    await expect(page.locator('[data-vm]')).toContainText('qemu-system-x86_64');
    await page.locator('[data-kernel="guest"]').click();
    await expect(page).toHaveURL(new RegExp(`select=process:${pid}(&|$)`));
  } finally {
    machine?.kill('SIGKILL');
  }
  await expect(page.locator('[data-vm]')).toHaveAttribute('data-vm', 'sketch');
});

test('of a recording, calls are told as not recorded', async ({ page, nsview }) => {
  await openNsview(page, nsview, 'view=kernel&recording=course&at=40');
  const row = containerNode(page, 'c1').locator('[data-process]').first();
  await expect(row).toHaveAttribute('data-unreadable', 'call');
  await expect(row).toContainText('not recorded');
  await expect(page.locator('[data-guest]')).toHaveAttribute('data-guest', 'unknown');
});
