import type { Locator, Page } from '@playwright/test';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { containerNode, openNsview, settled } from './harness/pages';

const SLEEP = ['ubuntu', 'sleep', '1d'];

/** Where something of the picture stands, in the picture's own coordinates. */
function placeOf(thing: Locator): Promise<string | null> {
  return thing.getAttribute('transform');
}

/** Where all rings and diamonds stand, by key. */
function places(page: Page): Promise<Record<string, string | null>> {
  return page
    .locator('[data-key]')
    .evaluateAll((things) =>
      Object.fromEntries(
        things.map((thing) => [thing.getAttribute('data-key'), thing.getAttribute('transform')]),
      ),
    );
}

async function middleOf(thing: Locator): Promise<{ x: number; y: number }> {
  const box = await thing.boundingBox();
  if (box === null) throw new Error('it is not drawn');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function dragBy(page: Page, thing: Locator, dx: number, dy: number): Promise<void> {
  // Waits until it stands still: a hand takes hold of nothing that moves on.
  await thing.hover();
  const { x, y } = await middleOf(thing);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx, y + dy, { steps: 5 });
  await page.mouse.up();
}

async function runAll(dockerd: Dockerd, names: readonly string[], ...flags: string[]) {
  for (const name of names) await dockerd.run('--name', name, ...flags, ...SLEEP);
}

/** Opens the page and waits for all of these: one that came later would move the others. */
async function openWith(page: Page, nsview: Nsview, names: readonly string[]) {
  await openNsview(page, nsview);
  for (const name of names) await expect(containerNode(page, name)).toBeVisible();
  await settled(page);
}

test('what is dragged stays where it is put, over a reload, until it is let go', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runAll(dockerd, ['c1', 'c2', 'c3']);
  await openWith(page, nsview, ['c1', 'c2', 'c3']);
  const c1 = containerNode(page, 'c1');
  const before = await places(page);
  const home = await placeOf(c1);
  const camera = await placeOf(page.locator('g[role="presentation"]'));

  await dragBy(page, c1, 20, 150);
  const moved = await placeOf(c1);
  expect(moved).not.toBe(home);
  await expect(c1).toHaveAttribute('data-pinned', 'true');
  // Nothing else moved, the picture was not panned, and nothing was selected.
  const after = await places(page);
  const others = (all: Record<string, string | null>) =>
    Object.entries(all).filter(([key]) => !key.endsWith('/c1'));
  expect(others(after)).toEqual(others(before));
  expect(await placeOf(page.locator('g[role="presentation"]'))).toBe(camera);
  await expect(page.locator('[aria-selected="true"]')).toHaveCount(0);

  await runAll(dockerd, ['c4']);
  await expect(containerNode(page, 'c4')).toBeVisible();
  expect(await placeOf(c1)).toBe(moved);
  await page.reload();
  await settled(page);
  expect(await placeOf(c1)).toBe(moved);
  await expect(c1).toHaveAttribute('data-pinned', 'true');

  // A click still selects, with Shift a second one compares, and the ground still pans.
  await c1.click();
  await expect(page).toHaveURL(/select=container:c1/);
  await containerNode(page, 'c2').click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/select=container:c1,container:c2/);
  await c1.dblclick();
  await expect(c1).not.toHaveAttribute('data-pinned');
  await expect.poll(() => placeOf(c1)).toBe(home);
});

/** Is the middle of a ring under the pointer, but for a pixel or two? */
async function isAt(thing: Locator, x: number, y: number): Promise<boolean> {
  const middle = await middleOf(thing);
  return Math.hypot(middle.x - x, middle.y - y) < 3;
}

test('what is held in the hand stays there when news come', async ({ page, dockerd, nsview }) => {
  await runAll(dockerd, ['c1', 'c2']);
  await openWith(page, nsview, ['c1', 'c2']);
  const c1 = containerNode(page, 'c1');
  const { x, y } = await middleOf(c1);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 80, { steps: 5 });
  await runAll(dockerd, ['c3'], '--pid=container:c1');
  await expect(containerNode(page, 'c3')).toBeVisible();
  await page.mouse.move(x + 60, y + 140, { steps: 5 });
  demand(await dockerd.cli('rm', '-f', 'c2'), 'docker rm');
  await expect(containerNode(page, 'c2')).toHaveCount(0);
  await page.mouse.move(x + 20, y + 150, { steps: 5 });
  await page.mouse.up();
  await settled(page);
  expect(await isAt(c1, x + 20, y + 150)).toBe(true);
  await expect(c1).toHaveAttribute('data-pinned', 'true');
});

test('what is held in the hand while all is placed anew stays in it', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runAll(dockerd, ['c1', 'c2', 'c3']);
  await openWith(page, nsview, ['c1', 'c2', 'c3']);
  const c1 = containerNode(page, 'c1');
  const home = await placeOf(c1);
  await dragBy(page, c1, 20, 150);
  await expect(c1).toHaveAttribute('data-pinned', 'true');
  const { x, y } = await middleOf(c1);
  // The hand takes hold before the new places are there.
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.getByRole('button', { name: /^Reset layout/ }).dispatchEvent('click');
  await page.mouse.move(x + 30, y - 60, { steps: 5 });
  await settled(page);
  await page.mouse.move(x + 40, y - 80, { steps: 5 });
  await page.mouse.up();
  await settled(page);
  expect(await isAt(c1, x + 40, y - 80)).toBe(true);
  await expect(c1).toHaveAttribute('data-pinned', 'true');
  await c1.dblclick();
  await expect.poll(() => placeOf(c1)).toBe(home);
});

test('the keyboard moves, pins and lets go', async ({ page, dockerd, nsview }) => {
  await runAll(dockerd, ['c1', 'c2']);
  await openWith(page, nsview, ['c1', 'c2']);
  const c1 = containerNode(page, 'c1');
  const home = await placeOf(c1);
  await c1.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowLeft');
  const at = (place: string | null) => place?.match(/-?\d+/g)?.map(Number) ?? [];
  const [x = 0, y = 0] = at(home);
  expect(at(await placeOf(c1))).toEqual([x - 24, y + 48]);
  await expect(c1).toBeFocused();
  await expect(c1).toHaveAttribute('data-pinned', 'true');
  await page.keyboard.press('p');
  await expect.poll(() => placeOf(c1)).toBe(home);

  await page.keyboard.press('Shift+ArrowUp');
  await page.getByRole('button', { name: /^Reset layout/ }).click();
  await expect(c1).not.toHaveAttribute('data-pinned');
});

test('many in the host’s PID namespace are one tie with a number, which opens', async ({
  page,
  dockerd,
  nsview,
}) => {
  // Not the network: there `host` is the daemon's, which has one of its own here.
  const names = ['n1', 'n2', 'n3', 'n4'];
  await runAll(dockerd, names, '--pid=host');
  await runAll(dockerd, ['apart']);
  await openWith(page, nsview, ['apart']);
  const ties = page.locator('[data-tie^="pid:"][data-from]');
  const bundle = page.locator('[data-bundle="pid"]');
  await expect(ties).toHaveCount(4);
  await expect(bundle).toHaveCount(0);

  await runAll(dockerd, ['n5'], '--pid=host');
  await expect(bundle).toHaveAttribute('data-count', '5');
  await expect(bundle).toHaveAttribute('aria-expanded', 'false');
  await expect(ties).toHaveCount(0);

  await bundle.getByText('5', { exact: true }).click();
  await expect(bundle).toHaveAttribute('aria-expanded', 'true');
  await expect(ties).toHaveCount(5);
  // Opened is opened, in other views as well.
  await page.getByRole('button', { name: 'Matrix', exact: true }).click();
  await page.getByRole('button', { name: 'Sharing', exact: true }).click();
  await expect(ties).toHaveCount(5);
  await bundle.focus();
  await page.keyboard.press('Enter');
  await expect(ties).toHaveCount(0);
});

test('a container is seen to join another’s PID namespace, and to leave it', async ({
  page,
  dockerd,
  nsview,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await runAll(dockerd, ['c1']);
  await openWith(page, nsview, ['c1']);
  const root = page.locator('html');
  // What moves in the picture, and whether it was said to be at rest meanwhile, frame by frame.
  await page.evaluate(() => {
    const seen: { tie: number; ring: boolean; settled: boolean }[] = [];
    const look = () => {
      const drawn = document.querySelector<SVGPathElement>('[data-tie^="pid:"] path:last-child');
      const motion = drawn?.getAnimations()[0];
      if (drawn !== null && motion !== undefined) {
        const ring = document.querySelector('[data-container="c2"]') !== null;
        const settled = document.documentElement.dataset.settled === 'true';
        seen.push({ tie: motion.effect?.getComputedTiming().progress ?? 0, ring, settled });
      }
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { seen });
  });
  await runAll(dockerd, ['c2'], '--pid=container:c1');
  await expect(page.locator('[data-tie^="pid:"]')).toHaveCount(2);
  await expect(root).toHaveAttribute('data-settled', 'true');
  const seen = await page.evaluate(
    () => Reflect.get(window, 'seen') as { tie: number; ring: boolean; settled: boolean }[],
  );
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.every(({ ring }) => ring)).toBe(true);
  expect(seen.some(({ tie }) => tie > 0.05 && tie < 0.95)).toBe(true);
  expect(seen.slice(1, -1).filter((each) => each.settled)).toEqual([]);

  const departed = page.locator('[class*="departed"]');
  const leaves = departed.first().waitFor({ state: 'attached' });
  demand(await dockerd.cli('rm', '--force', 'c2'), 'docker rm');
  await expect(containerNode(page, 'c2')).toHaveCount(0);
  await expect(page.locator('[data-tie^="pid:"]')).toHaveCount(0);
  await leaves;
  await expect(root).toHaveAttribute('data-settled', 'true');
  await expect(departed).toHaveCount(0);
});

test('without motion for those who want none', async ({ page, dockerd, nsview }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await runAll(dockerd, ['c1']);
  await openWith(page, nsview, ['c1']);
  await page.evaluate(() => {
    const { animate } = Element.prototype;
    let started = 0;
    Element.prototype.animate = function (...args) {
      started += 1;
      Object.assign(window, { started });
      return animate.apply(this, args);
    };
    Object.assign(window, { started });
  });
  await runAll(dockerd, ['c2'], '--pid=container:c1');
  await expect(page.locator('[data-tie^="pid:"]')).toHaveCount(2);
  expect(await page.evaluate(() => Reflect.get(window, 'started') as number)).toBe(0);
});

test('what is pointed at or has the focus says what it means, and hides nothing of it', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runAll(dockerd, ['c1']);
  await runAll(dockerd, ['c2'], '--pid=container:c1');
  await openNsview(page, nsview);
  const tip = page.getByRole('tooltip');
  const arc = containerNode(page, 'c2').locator('[data-type="pid"]');
  await arc.hover();
  await expect(tip).toHaveText(/c2 shares its PID namespace pid:\[\d+\] with c1/);
  const [told, ring] = [await tip.boundingBox(), await containerNode(page, 'c2').boundingBox()];
  if (told === null || ring === null) throw new Error('neither is hidden');
  const apart =
    told.x >= ring.x + ring.width ||
    told.x + told.width <= ring.x ||
    told.y >= ring.y + ring.height ||
    told.y + told.height <= ring.y;
  expect(apart).toBe(true);

  await containerNode(page, 'c1').click();
  await expect(page).toHaveURL(/select=container:c1/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(tip).toBeVisible();
  // The first Escape closes the tip, the second deselects.
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await expect(page).toHaveURL(/select=container:c1/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/select=/);
});

test('the containers of a Compose project stand on one ground with its name', async ({
  page,
  dockerd,
  nsview,
}) => {
  const label = ['--label', 'com.docker.compose.project=shop'];
  await runAll(dockerd, ['shop-web-1', 'shop-db-1'], ...label);
  await runAll(dockerd, ['apart']);
  await openWith(page, nsview, ['apart']);
  const ground = page.locator('[data-project="shop"]');
  await expect(ground).toHaveCount(1);
  await expect(page.locator('[data-project-name="shop"]')).toHaveText('shop');
  const land = await ground.boundingBox();
  if (land === null) throw new Error('it is not drawn');
  const isOnIt = async (name: string) => {
    const { x, y } = await middleOf(containerNode(page, name));
    return x > land.x && x < land.x + land.width && y > land.y && y < land.y + land.height;
  };
  expect(await isOnIt('shop-web-1')).toBe(true);
  expect(await isOnIt('shop-db-1')).toBe(true);
  expect(await isOnIt('apart')).toBe(false);
});
