import { existsSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import { expect } from './harness/fixtures';
import { containerNode, openNsview, settled } from './harness/pages';
import { drawn, placeOf, test } from './harness/sandbox-fixtures';
import { linksOf } from './harness/witness';

/* Processes of no container in namespaces other than the host's: bubblewrap, unshare, a browser's own. */

/** The namespace that each part of a sandbox tells. */
async function toldBy(sandbox: Locator): Promise<Partial<Record<NamespaceType, string | null>>> {
  const parts = await sandbox
    .locator('[data-type][data-sharing]')
    .evaluateAll((all) =>
      all.map((part) => [part.getAttribute('data-type'), part.getAttribute('data-namespace')]),
    );
  return Object.fromEntries(parts);
}

/** Null: it has ended. */
function linksIfThere(pid: number) {
  try {
    return linksOf(pid);
  } catch {
    return null;
  }
}

/** Which sharing each part tells. */
async function sharingOf(sandbox: Locator): Promise<Partial<Record<NamespaceType, string>>> {
  const parts = await sandbox
    .locator('[data-type][data-sharing]')
    .evaluateAll((all) =>
      all.map((part) => [part.getAttribute('data-type'), part.getAttribute('data-sharing')]),
    );
  return Object.fromEntries(parts);
}

test('each is drawn beside containers where it is asked for, with the namespaces that the kernel names', async ({
  page,
  dockerd,
  nsview,
  ordinary,
  sandboxes,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const c1 = String(await dockerd.leader('c1'));
  const wrapped = await sandboxes.bubblewrap(ordinary.user);
  const apart = await sandboxes.run('unshare', '--net', '--uts', 'sleep', '1d');
  const joined = await sandboxes.run(
    ...['nsenter', `--net=/proc/${c1}/ns/net`, 'unshare', '--mount', 'sleep', '1d'],
  );
  const visitor = await sandboxes.run('nsenter', `--net=/proc/${c1}/ns/net`, 'sleep', '1d');
  await openNsview(page, nsview);
  await expect(containerNode(page, 'c1')).toBeVisible();
  await expect(page.locator('[data-sandbox]')).toHaveCount(0);

  await openNsview(page, nsview, 'sandboxes=1&q=sleep');
  // bubblewrap stays the first process in it.
  const bwrap = page.getByRole('option', { name: /^bwrap, sandbox, 2 processes/ });
  await expect(bwrap).toHaveCount(1);
  expect(await toldBy(bwrap)).toEqual(linksOf(wrapped));
  expect(await sharingOf(bwrap)).toEqual({
    ...Object.fromEntries(NAMESPACE_TYPES.map((type) => [type, 'own'])),
    time: 'host',
  });
  for (const pid of [apart, joined]) expect(await toldBy(drawn(page, pid))).toEqual(linksOf(pid));
  expect(await sharingOf(drawn(page, apart))).toMatchObject({
    net: 'own',
    uts: 'own',
    mnt: 'host',
  });
  expect(await sharingOf(drawn(page, joined))).toMatchObject({ net: 'shared', mnt: 'own' });
  const { net } = linksOf(joined);
  await expect(
    page.locator(`[data-sandbox-tie="${net}"][data-from="${String(joined)}"]`),
  ).toHaveCount(1);
  await expect(page.locator(`[data-sandbox="${String(visitor)}"]`)).toHaveCount(0);

  await test.step('so it is with all that this machine happens to have', async () => {
    // Tests beside this one begin and end processes.
    await openNsview(page, nsview, 'sandboxes=all&freeze=1');
    let compared = 0;
    for (const sandbox of await page.locator('[role="option"][data-sandbox]').all()) {
      const pid = Number(await sandbox.getAttribute('data-sandbox'));
      const told = await toldBy(sandbox);
      const links = linksIfThere(pid);
      if (links === null || Object.values(told).includes(null)) continue;
      expect(told, `PID ${String(pid)}`).toEqual(links);
      compared += 1;
    }
    expect(compared).toBeGreaterThanOrEqual(3);
  });

  await test.step('what is selected is told, and the address has it', async () => {
    await openNsview(page, nsview, 'sandboxes=1&q=sleep');
    await drawn(page, joined).click();
    await expect(page).toHaveURL(new RegExp(`select=sandbox:${String(joined)}`));
    const inspector = page.getByRole('complementary');
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText('sleep');
    await expect(inspector.locator('[data-fact="net"]')).toContainText('shared with c1');
    await inspector.locator('[data-fact="mnt"] button[aria-expanded]').click();
    await expect(inspector).toContainText(`sudo readlink /proc/${String(joined)}/ns/mnt`);
    await page.reload();
    await settled(page);
    await expect(drawn(page, joined)).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('a process in it says so', async () => {
    await openNsview(page, nsview, `select=process:${String(joined)}`);
    const link = page
      .getByRole('complementary')
      .getByRole('button', { name: `sleep (${String(joined)})` });
    await link.click();
    await expect(page).toHaveURL(new RegExp(`select=sandbox:${String(joined)}`));
  });

  await test.step('it is a row of the Matrix, below those of containers', async () => {
    await openNsview(page, nsview, 'view=matrix&sandboxes=1&q=sleep');
    const row = page.locator(`[data-row][data-sandbox="${String(joined)}"]`);
    await expect(row).toHaveRole('row');
    await expect(row.locator('[data-type="net"]')).toContainText('with c1');
    await expect(row.locator('[data-type="mnt"]')).toContainText('own');
    await expect(row.locator('[data-type="net"]')).toHaveAttribute('data-namespace', net);
  });
});

test('keys reach it, the search finds it, and filters leave it out', async ({
  page,
  nsview,
  dockerd,
  sandboxes,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const pid = await sandboxes.run('unshare', '--uts', 'sleep', '1234567s');
  const sandbox = drawn(page, pid);
  // What compares containers selects one of these.
  for (const key of ['Enter', 'Shift+Enter']) {
    await openNsview(page, nsview, 'sandboxes=1&q=1234567s');
    await expect(page.locator('[role="option"][data-sandbox]')).toHaveCount(1);
    await page.locator('[data-container=":host"]').focus();
    await page.keyboard.press('ArrowRight');
    await expect(sandbox).toBeFocused();
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`select=sandbox:${String(pid)}`));
  }

  // Selected, but not drawn: it says so.
  await openNsview(page, nsview, `select=sandbox:${String(pid)}&q=nowhere`);
  const hidden = page.locator(`[data-selected-hidden="sandbox:${String(pid)}"]`);
  await expect(hidden).toContainText('sandboxes are not shown, not meeting the filter');
  await hidden.getByRole('button', { name: 'Show it' }).click();
  await expect(sandbox).toHaveAttribute('aria-selected', 'true');
  await expect(hidden).toHaveCount(0);

  await openNsview(page, nsview);
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('1234567s');
  const found = page.getByRole('group', { name: 'Sandboxes' }).getByRole('option');
  await expect(found).toHaveCount(1);
  await found.click();
  await expect(sandbox).toHaveAttribute('aria-selected', 'true');

  await openNsview(page, nsview, 'select=container::host');
  await page.locator('[data-sandboxes]').getByRole('button', { name: 'Show them' }).click();
  await expect(sandbox).toBeVisible();
  await page.keyboard.press('f');
  const box = page.getByRole('checkbox', { name: /^Sandboxes/ });
  await expect(box).toBeChecked();
  await box.uncheck();
  await expect(page.locator('[data-sandbox]')).toHaveCount(0);
});

test('a browser’s own sandbox is several, which share what the first has made', async ({
  page,
  nsview,
  dockerd,
  ordinary,
  sandboxes,
}) => {
  test.skip(
    !existsSync('/usr/bin/chromium'),
    'there is no browser that an ordinary user may start',
  );
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const [renderer = 0] = await sandboxes.chromium(ordinary.user);
  await openNsview(page, nsview, 'sandboxes=1&q=chromium');
  const links = linksOf(renderer);
  const ours = page.locator('[role="option"][data-sandbox]', {
    has: page.locator(`[data-namespace="${links.user}"]`),
  });
  const shown = await ours.count();
  expect(shown).toBeGreaterThan(1);
  const own = ours.and(page.locator(`[data-sandbox="${String(renderer)}"]`));
  expect(await toldBy(own)).toEqual(links);
  expect(await sharingOf(own)).toMatchObject({ pid: 'own', net: 'shared', user: 'shared' });
  await expect(page.locator(`[data-sandbox-tie="${links.net}"]`)).toHaveCount(shown - 1);
});

test('more than forty are one thing, which opens', async ({ page, nsview, dockerd, sandboxes }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  // For so long nothing sleeps that a test beside this one has started.
  const query = 'q=8639977s';
  for (let count = 0; count < 45; count += 1)
    await sandboxes.run('unshare', '--uts', 'sleep', '8639977s');
  await openNsview(page, nsview, `sandboxes=1&${query}`);
  const fold = page.locator('[data-folded-sandboxes]');
  await expect(fold).toHaveAttribute('data-folded-sandboxes', '45');
  await expect(page.locator('[role="option"][data-sandbox]')).toHaveCount(0);
  await fold.click();
  await expect(page).toHaveURL(/sandboxes=all/);
  await expect(page.locator('[role="option"][data-sandbox]')).toHaveCount(45);
  await openNsview(page, nsview, `view=matrix&sandboxes=1&rows=all&${query}`);
  await expect(page.locator('[data-row=":sandboxes"]')).toHaveAttribute('data-folded-count', '45');
  await expect(page.locator('[data-row][data-sandbox]')).toHaveCount(0);
  await page.locator('[data-row=":sandboxes"] [role="rowheader"]').click();
  await expect(page).toHaveURL(/sandboxes=all/);
  await expect(page.locator('[data-row][data-sandbox]')).toHaveCount(45);
});

test('hidden again they are in no way of a key, and all of the picture is what it was', async ({
  page,
  nsview,
  dockerd,
  sandboxes,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '8639978s');
  for (let count = 0; count < 30; count += 1)
    await sandboxes.run('unshare', '--uts', 'sleep', '8639978s');
  await openNsview(page, nsview, 'q=8639978s');
  const world = page.locator('[role="presentation"]:has([data-key])');
  const whole = await placeOf(world);
  const drawnOnes = page.locator('[role="option"][data-sandbox]');
  const ask = async (wanted: boolean) => {
    await page.keyboard.press('f');
    await page.getByRole('checkbox', { name: /^Sandboxes/ }).setChecked(wanted);
    await page.keyboard.press('Escape');
    await expect(drawnOnes).toHaveCount(wanted ? 30 : 0);
  };
  await ask(true);
  // The camera goes to all of them.
  await expect(world).not.toHaveAttribute('transform', whole ?? '');
  await page.locator('[data-container=":host"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-sandbox]:focus')).toHaveCount(1);

  await ask(false);
  await page.locator('[data-container=":host"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-container]:focus')).toHaveCount(1);
  await page.keyboard.press('0');
  await expect(world).toHaveAttribute('transform', whole ?? '');
});

test('none of them moves for a container that comes', async ({
  page,
  nsview,
  dockerd,
  sandboxes,
}) => {
  const command = ['sleep', '8639979s'];
  for (const name of ['c1', 'c2']) await dockerd.run('--name', name, 'ubuntu', ...command);
  const pids: number[] = [];
  for (let count = 0; count < 3; count += 1)
    pids.push(await sandboxes.run('unshare', '--uts', ...command));
  const [first = 0, ...others] = pids;
  await openNsview(page, nsview, 'sandboxes=1&q=8639979s');
  // Placed anew, the others would stand where the first one did.
  await expect(drawn(page, first)).toBeVisible();
  process.kill(first, 'SIGKILL');
  await expect(drawn(page, first)).toHaveCount(0);
  await settled(page);
  const placed = () => Promise.all(others.map((pid) => placeOf(drawn(page, pid))));
  const before = await placed();
  expect(new Set(before).size).toBe(2);
  await dockerd.run('--name', 'c3', 'ubuntu', ...command);
  await expect(containerNode(page, 'c3')).toBeVisible();
  await settled(page);
  expect(await placed()).toEqual(before);
});
