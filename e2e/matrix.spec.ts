import type { Locator, Page } from '@playwright/test';
import { barriers } from './harness/axe';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';
import { DOZEN, runTopology } from './harness/topology';
import { linksOf } from './harness/witness';

/** `pid:[4026532183]` as ids have it: `pid:4026532183`. */
const idOf = (link: string) => link.replace(/[[\]]/g, '');

const cell = (page: Page, name: string, type: string) =>
  containerNode(page, name).locator(`[data-type="${type}"]`);

test('same letter, same namespace; and the sentence says so', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c3', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'metrics', '--pid', 'host', 'ubuntu', 'sleep', '1d');
  const kernels = linksOf(await dockerd.leader('c1'));
  await openNsview(page, nsview, 'view=matrix');

  for (const name of ['c1', 'c2']) {
    await expect(cell(page, name, 'pid')).toContainText('PID-A');
    await expect(cell(page, name, 'pid')).toHaveAttribute('data-namespace', idOf(kernels.pid));
    await expect(cell(page, name, 'net')).toHaveAttribute('data-sharing', 'own');
  }
  await expect(cell(page, 'c3', 'pid')).toHaveAttribute('data-sharing', 'own');
  await expect(cell(page, 'metrics', 'pid')).toHaveAttribute('data-sharing', 'host');
  // Said once: in the inspector, and below the rows where that is away.
  const [main, inspector] = [page.locator('main'), page.getByRole('complementary')];
  for (const sentence of [
    'c1 and c2 share the same PID namespace.',
    "metrics runs in the host's PID namespace.",
  ]) {
    await expect(inspector).toContainText(sentence);
    await expect(main).not.toContainText(sentence);
  }
  await page.keyboard.press('i');
  await expect(inspector).toHaveCount(0);
  await expect(main).toContainText('c1 and c2 share the same PID namespace.');
});

test('where there are more sentences than room, it shows, and the keyboard scrolls', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runTopology(dockerd, DOZEN);
  await page.setViewportSize({ width: 1000, height: 500 });
  await openNsview(page, nsview, 'view=matrix&inspector=0');
  const sentences = page.getByRole('region', { name: 'The sharing in sentences' });
  const signOf = (scroller: Locator) => scroller.locator('xpath=..').locator('[data-more-below]');
  const sign = signOf(sentences);
  await expect(sign).toBeVisible();
  await expect(signOf(page.getByRole('grid'))).toBeVisible();
  await expect(sentences.getByRole('listitem').last()).not.toBeInViewport();
  expect(await barriers(page)).toEqual([]);
  await sentences.focus();
  await page.keyboard.press('End');
  await expect(sentences.getByRole('listitem').last()).toBeInViewport();
  await expect(sign).toHaveCount(0);
});

test('walked by arrow keys, sorted and grouped, all of it in the link', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run(
    '--name',
    'a1',
    '--label',
    'com.docker.compose.project=shop',
    'ubuntu',
    'sleep',
    '1d',
  );
  await dockerd.run('--name', 'b1', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=matrix');
  const grid = page.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '4');
  await page.locator('[data-container=":host"] [data-column="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-container="b1"] [data-column="0"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/select=container:b1/);
  await expect(containerNode(page, 'b1')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/select=namespace:pid:/);
  await page.keyboard.press('Control+Home');
  await expect(page.locator('[data-container=":host"] [data-column="0"]')).toBeFocused();

  await page.getByRole('button', { name: 'project', exact: true }).click();
  await expect(page).toHaveURL(/group=project/);
  await expect(page.getByText('project shop')).toBeVisible();
  await page.getByRole('columnheader', { name: 'net' }).getByRole('button').click();
  await expect(page).toHaveURL(/sort=net/);
  await expect(page.getByRole('columnheader', { name: 'net' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('two containers compared, by keyboard', async ({ page, dockerd, nsview }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview, 'view=matrix');
  await page.locator('[data-container=":host"] [data-column="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Enter');
  await expect(page).toHaveURL(/select=container:c1,container:c2/);
  const row = (type: string) => page.locator(`[data-compare="${type}"]`);
  await expect(row('pid')).toHaveAttribute('data-standing', 'same');
  await expect(row('net')).toHaveAttribute('data-standing', 'different');
  await expect(
    page.getByText('c1 and c2 see each other’s processes, and can signal them'),
  ).toBeVisible();
  for (const name of ['c1', 'c2']) {
    await expect(containerNode(page, name)).toHaveAttribute('aria-selected', 'true');
  }
});
