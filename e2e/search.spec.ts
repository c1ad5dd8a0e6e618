import { expect, test } from './harness/fixtures';
import { containerNode, openNsview } from './harness/pages';
import { linksOf } from './harness/witness';

test('found by name, inode, number and what is shared, with the keyboard alone', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '4711');
  await dockerd.run('--name', 'c2', '--pid', 'container:c1', 'ubuntu', 'sleep', '1d');
  await dockerd.run('--name', 'other', 'ubuntu', 'sleep', '1d');
  const leader = await dockerd.leader('c1');
  const inode = linksOf(leader).pid.replace(/\D/g, '');
  await openNsview(page, nsview);
  const result = (name: string) => page.locator(`[data-result="${name}"]`);
  const find = async (text: string) => {
    await page.keyboard.press('/');
    await page.keyboard.type(text);
  };
  // The browser may close a dialog a moment after the key.
  const leave = async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: /^Search/ })).toBeHidden();
  };

  await find('other');
  await expect(result('other')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/select=container:other/);
  await expect(containerNode(page, 'other')).toHaveAttribute('aria-selected', 'true');

  await find('type:pid shared');
  await expect(result('c1')).toBeVisible();
  await expect(result('c2')).toBeVisible();
  await expect(result('other')).toHaveCount(0);
  await leave();

  await find(inode);
  await expect(result(`pid:[${inode}]`)).toBeVisible();
  await leave();

  await page.keyboard.press('Control+k');
  await page.keyboard.type(`"sleep 4711"`);
  await expect(result('sleep 4711')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=processes/);
  await expect(page.locator(`[data-vantage="c1"] [data-process="${leader}"]`)).toHaveAttribute(
    'data-lit',
    'true',
  );
});

test('opened again at once, it begins anew', async ({ page, nsview }) => {
  await openNsview(page, nsview);
  const field = page.getByRole('combobox', { name: /^Search/ });
  await page.keyboard.press('/');
  await page.keyboard.type('something');
  // That a dialog was closed is told a moment later: by then this one is open again.
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('dialog:modal')?.close();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '/' }));
  });
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await page.keyboard.type('type');
  await expect(field).toHaveValue('type');
});

test('what is typed before the field is there is in it', async ({ page, nsview }) => {
  await openNsview(page, nsview);
  const field = page.getByRole('combobox', { name: /^Search/ });
  // In one task of the page: nothing is drawn in between.
  await page.evaluate(() => {
    const press = (target: EventTarget, key: string) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press(document.body, '/');
    const dialog = document.querySelector('dialog:modal');
    if (dialog === null) throw new Error('no dialog');
    for (const key of ['t', 'x', 'Backspace', 'y']) press(dialog, key);
  });
  await expect(field).toHaveValue('ty');
  await page.keyboard.type('pe');
  await expect(field).toHaveValue('type');
});

test('Enter that is pressed before the field is there chooses what is found', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.run('--name', 'quick', 'ubuntu', 'sleep', '1d');
  await openNsview(page, nsview);
  await expect(containerNode(page, 'quick')).toBeVisible();
  await page.evaluate(() => {
    const press = (target: EventTarget, key: string) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press(document.body, '/');
    const dialog = document.querySelector('dialog:modal');
    if (dialog === null) throw new Error('no dialog');
    for (const key of [...'quick', 'Enter', 'x']) press(dialog, key);
  });
  await expect(containerNode(page, 'quick')).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('dialog:modal')).toHaveCount(0);
});

test('says what it did not understand', async ({ page, nsview }) => {
  await openNsview(page, nsview);
  await page.keyboard.press('/');
  await page.keyboard.type('type:disk shared');
  await expect(page.getByText('type:disk was not understood.')).toBeVisible();
});

test('every key is told', async ({ page, nsview }) => {
  await openNsview(page, nsview);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and legend' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys and legend' })).toBeHidden();
});
