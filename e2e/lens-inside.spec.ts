import type { Locator, Page } from '@playwright/test';
import type { NamespaceType } from '@lib/model/namespace-type';
import { demand, run } from './harness/command';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { linksOf } from './harness/witness';

/* What the boxes of the Lens tell of what namespaces isolate, against what the kernel says in them. */

/** The box of the namespace that a process is in. */
function boxOf(page: Page, type: NamespaceType, pid: number): Locator {
  return page.locator(`[data-box="${linksOf(pid)[type]}"]`);
}

/** What a box tells of one fact. */
function fact(box: Locator, field: string): Locator {
  return box.locator(`[data-fact="${field}"]`);
}

/** What a command says in a namespace of a process. @param flag as nsenter names its type */
async function said(pid: number, flag: string, ...command: string[]): Promise<string> {
  const ran = await run('nsenter', ['-t', String(pid), flag, ...command]);
  return demand(ran, command.join(' ')).trim();
}

test('uts: the host name of each, also one that is changed while one looks', async ({
  page,
  dockerd,
  nsview,
}) => {
  const sleep = ['ubuntu', 'sleep', '1d'];
  await dockerd.run('--name', 'own', '--hostname', 'own-name', ...sleep);
  await dockerd.run('--name', 'plain', ...sleep);
  await dockerd.run('--name', 'hosts', '--uts', 'host', ...sleep);
  await openNsview(page, nsview, 'view=lens&lens=uts');
  for (const name of ['own', 'plain', 'hosts']) {
    const pid = await dockerd.leader(name);
    const hostname = await said(pid, '-u', 'hostname');
    await expect(fact(boxOf(page, 'uts', pid), 'hostname'), name).toContainText(hostname);
  }
  const own = await dockerd.leader('own');
  await said(own, '-u', 'hostname', 'changed-in-there');
  await said(own, '-u', 'domainname', 'example.org');
  const box = boxOf(page, 'uts', own);
  await expect(fact(box, 'hostname')).toContainText('changed-in-there', { timeout: 15_000 });
  await expect(fact(box, 'domainname')).toContainText('example.org');
  await expect(box.locator('[data-unreadable]')).toHaveCount(0);
});
