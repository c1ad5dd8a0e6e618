import { barriers } from './harness/axe';
import { expect } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import { containerNode, openNsview, settled } from './harness/pages';
import { drawn, placeOf, test } from './harness/sandbox-fixtures';

/* What can be done with a sandbox in the pictures: as with a container, where there is no reason against it. */

test('it explains itself, is moved by key and by hand, and is let go', async ({
  page,
  nsview,
  dockerd,
  sandboxes,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '8639982s');
  const c1 = String(await dockerd.leader('c1'));
  const pid = await sandboxes.run(
    ...['nsenter', `--net=/proc/${c1}/ns/net`, 'unshare', '--mount', 'sleep', '8639982s'],
  );
  await openNsview(page, nsview, 'sandboxes=1&q=8639982s');
  const sandbox = drawn(page, pid);
  const tip = page.getByRole('tooltip');

  await test.step('parts, lines and the legend say what they are', async () => {
    await sandbox.locator('path[data-type="net"]').hover();
    await expect(tip).toContainText(/sleep shares its network namespace net:\[\d+\] with c1/);
    await page.mouse.move(0, 0);
    await expect(tip).toHaveCount(0);
    await sandbox.focus();
    await expect(page.getByRole('list', { name: 'Legend' })).toContainText('a sandbox');
    const tie = page.locator(`[data-sandbox-tie][data-from="${String(pid)}"]`);
    const line = await tie
      .locator('path')
      .first()
      .evaluate((path: SVGPathElement) => {
        const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
        const at = new DOMPoint(x, y).matrixTransform(path.getScreenCTM() ?? undefined);
        return { x: at.x, y: at.y };
      });
    await page.mouse.move(line.x, line.y);
    await expect(tip).toContainText('sleep shares its network namespace');
    await page.mouse.click(line.x, line.y);
    await expect(page).toHaveURL(/select=namespace:net:\d+/);
  });

  await test.step('Shift and an arrow move it, p lets it go', async () => {
    const home = await placeOf(sandbox);
    const ring = await placeOf(containerNode(page, 'c1'));
    await sandbox.focus();
    await page.keyboard.press('Shift+ArrowDown');
    await expect(sandbox).toHaveAttribute('data-pinned', 'true');
    const [x = 0, y = 0] = numbersIn(home);
    expect(numbersIn(await placeOf(sandbox))).toEqual([x, y + 24]);
    await expect(sandbox).toBeFocused();
    await page.keyboard.press('p');
    await expect(sandbox).not.toHaveAttribute('data-pinned', 'true');
    expect(await placeOf(sandbox)).toBe(home);
    await sandbox.evaluate(pressTwiceAtOnce, 'p');
    await expect(sandbox).not.toHaveAttribute('data-pinned', 'true');
    await page.keyboard.press('p');
    await expect(sandbox).toHaveAttribute('data-pinned', 'true');
    expect(await placeOf(sandbox)).toBe(home);
    await page.keyboard.press('p');
    expect(await placeOf(containerNode(page, 'c1'))).toBe(ring);
  });

  await test.step('a pointer drags it, a double-click lets it go', async () => {
    const home = await placeOf(sandbox);
    const box = await sandbox.locator('rect').first().boundingBox();
    if (box === null) throw new Error('it is not in the picture');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 4 });
    await page.mouse.up();
    await expect(sandbox).toHaveAttribute('data-pinned', 'true');
    expect(await placeOf(sandbox)).not.toBe(home);
    // A container that comes moves nothing that a hand has put.
    const put = await placeOf(sandbox);
    await dockerd.run('--name', 'c2', 'ubuntu', 'sleep', '8639982s');
    await expect(containerNode(page, 'c2')).toBeVisible();
    await settled(page);
    expect(await placeOf(sandbox)).toBe(put);
    await page.mouse.dblclick(x + 60, y + 40);
    await expect(sandbox).not.toHaveAttribute('data-pinned', 'true');
  });
});

test('the focus stays in the picture when what had it goes', async ({
  page,
  nsview,
  dockerd,
  sandboxes,
}) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '8639986s');
  const pid = await sandboxes.run('unshare', '--uts', 'sleep', '8639986s');
  await openNsview(page, nsview, 'view=sharing&sandboxes=1&q=8639986s');
  await drawn(page, pid).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`select=sandbox:${String(pid)}`));
  process.kill(pid, 'SIGKILL');
  await expect(drawn(page, pid)).toHaveCount(0);
  await expect(page.locator('[data-key]:focus')).toHaveCount(1);
});

test('axe finds no barrier in any view with them', async ({ page, nsview, dockerd, sandboxes }) => {
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '8639985s');
  const pid = await sandboxes.run('unshare', '--uts', '--net', 'sleep', '8639985s');
  const selected = `sandboxes=1&q=8639985s&select=sandbox:${String(pid)}`;
  for (const view of ['sharing', 'lens', 'matrix', 'processes', 'kernel']) {
    for (const { query } of LOOKS) {
      await openNsview(page, nsview, `view=${view}&${selected}&${query}`);
      await expect(page.getByRole('complementary')).toContainText('sleep');
      expect(await barriers(page), `${view} ${query}`).toEqual([]);
    }
  }
});

function numbersIn(transform: string | null): number[] {
  return [...(transform ?? '').matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
}

/** Presses a key, and once more as soon as what it did is seen: nobody is faster. */
async function pressTwiceAtOnce(thing: Element, key: string): Promise<void> {
  const as = { key, bubbles: true, cancelable: true };
  const press = () => thing.dispatchEvent(new KeyboardEvent('keydown', as));
  await new Promise<void>((resolve) => {
    const once = new MutationObserver(() => {
      once.disconnect();
      press();
      resolve();
    });
    once.observe(thing, { attributes: true });
    press();
  });
}
