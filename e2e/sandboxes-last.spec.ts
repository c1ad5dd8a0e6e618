import { expect } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { drawn, placeOf, test } from './harness/sandbox-fixtures';

/* How long a sandbox is the same one: as long as its namespaces last. */

test('it lasts as long as its namespaces: selected, at its place, when its first process ends', async ({
  page,
  nsview,
  dockerd,
  sandboxes,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const first = await sandboxes.run('unshare', '--uts', 'sleep', '8639981s');
  const second = await sandboxes.run(
    'nsenter',
    `--uts=/proc/${String(first)}/ns/uts`,
    'sleep',
    '8639981s',
  );
  await openNsview(page, nsview, `sandboxes=1&q=8639981s&select=sandbox:${String(first)}`);
  await expect(drawn(page, first)).toHaveAttribute('aria-selected', 'true');
  const place = await placeOf(drawn(page, first));
  process.kill(first, 'SIGKILL');
  await expect(drawn(page, second)).toHaveAttribute('aria-selected', 'true');
  expect(await placeOf(drawn(page, second))).toBe(place);
  await expect(page).toHaveURL(new RegExp(`select=sandbox:${String(second)}`));
  await expect(page.getByRole('complementary')).toContainText('1 process');
});

test('the focus stays in the Matrix when what had it goes', async ({
  page,
  nsview,
  dockerd,
  sandboxes,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '8639983s');
  const pid = await sandboxes.run('unshare', '--uts', 'sleep', '8639983s');
  await openNsview(page, nsview, 'view=matrix&sandboxes=1&q=8639983s');
  const row = page.locator(`[data-sandbox="${String(pid)}"] [role="rowheader"]`);
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`select=sandbox:${String(pid)}`));
  process.kill(pid, 'SIGKILL');
  await expect(row).toHaveCount(0);
  await expect(page.locator('[data-row] [data-column]:focus')).toHaveCount(1);
});

test('of two moments that are compared it is said which came and went', async ({
  page,
  nsview,
  dockerd,
  sandboxes,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  const gone = await sandboxes.run('unshare', '--uts', 'sleep', '8639984s');
  await openNsview(page, nsview, 'sandboxes=all&q=8639984s&timeline=5');
  await expect(drawn(page, gone)).toBeVisible();
  const before = new Date().toISOString();
  const came = await sandboxes.run('unshare', '--uts', 'sleep', '8639984s');
  await expect(drawn(page, came)).toBeVisible();
  process.kill(gone, 'SIGKILL');
  await expect(drawn(page, gone)).toHaveCount(0);
  const after = new Date().toISOString();
  const moments = `timeline=5&past=${after}&from=${before}`;
  await openNsview(page, nsview, `sandboxes=all&q=8639984s&${moments}`);
  const panel = page.locator('[data-compared]');
  const told = (pid: number, difference: string) =>
    panel.locator(`[data-difference="${difference}"]`, { hasText: `PID ${String(pid)}` });
  await expect(told(came, 'appeared')).toHaveCount(1);
  await expect(told(gone, 'went')).toHaveCount(1);
  await expect(drawn(page, came).locator('[data-sign="appeared"]')).toHaveCount(1);
  await openNsview(page, nsview, moments);
  await expect(panel).toContainText(/Outside of containers \d+ sandboxes? came or went/);
});
