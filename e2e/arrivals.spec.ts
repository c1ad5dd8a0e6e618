import type { Page } from '@playwright/test';
import { demand } from './harness/command';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview, settled } from './harness/pages';

const SLEEP = ['ubuntu', 'sh', '-c', 'sleep 1d'];

/** Where rings and diamonds are seen, by key, in whole pixels. */
function seen(page: Page): Promise<Record<string, string>> {
  return page.locator('svg [data-key]').evaluateAll((things) =>
    Object.fromEntries(
      things.map((thing) => {
        const { x, y, width, height } = thing.getBoundingClientRect();
        return [thing.getAttribute('data-key'), [x, y, width, height].map(Math.round).join(' ')];
      }),
    ),
  );
}

/** As the course has it: c2 is run again, in c1's PID namespace now. */
async function joinLive(page: Page, dockerd: Dockerd): Promise<void> {
  demand(await dockerd.cli('rm', '--force', 'c2'), 'docker rm');
  await dockerd.run('--name', 'c2', '--pid=container:c1', ...SLEEP);
  await expect(page.locator('[data-tie^="pid:"]')).toHaveCount(2);
  await settled(page);
}

for (const [width, height] of [
  [1280, 720],
  [1440, 900],
] as const) {
  test(`a picture that one comes back to stands as one left it, after a container has joined another, at ${width}×${height}`, async ({
    page,
    dockerd,
    nsview,
  }) => {
    await page.setViewportSize({ width, height });
    for (const name of ['c1', 'c2']) await dockerd.run('--name', name, ...SLEEP);
    await openNsview(page, nsview);
    await joinLive(page, dockerd);
    const before = await seen(page);
    expect(Object.keys(before)).toHaveLength(4);
    await page.getByRole('button', { name: 'Matrix', exact: true }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    await page.getByRole('button', { name: 'Sharing', exact: true }).click();
    await expect(containerNode(page, 'c1')).toBeVisible();
    await settled(page);
    expect(await seen(page)).toEqual(before);
  });
}

test('what comes to be shared while one looks is wholly on the canvas', async ({
  page,
  dockerd,
  nsview,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const name of ['c1', 'c2']) await dockerd.run('--name', name, ...SLEEP);
  await openNsview(page, nsview);
  await joinLive(page, dockerd);
  const canvas = await page.locator('svg:has([data-key])').boundingBox();
  if (canvas === null) throw new Error('there is no canvas');
  const things = page.locator('[data-hub], [data-container="c1"], [data-container="c2"]');
  await expect(things).toHaveCount(3);
  for (const thing of await things.all()) {
    const box = await thing.boundingBox();
    if (box === null) throw new Error('something is not drawn');
    expect(box.x).toBeGreaterThanOrEqual(canvas.x);
    expect(box.y).toBeGreaterThanOrEqual(canvas.y);
    expect(box.x + box.width).toBeLessThanOrEqual(canvas.x + canvas.width);
    expect(box.y + box.height).toBeLessThanOrEqual(canvas.y + canvas.height);
  }
});

test('a view that a hand has set stays where it is, whatever comes', async ({
  page,
  dockerd,
  nsview,
}) => {
  for (const name of ['c1', 'c2']) await dockerd.run('--name', name, ...SLEEP);
  await openNsview(page, nsview);
  const world = page.locator('[role="presentation"]:has([data-key])');
  // Zoomed in by the plus key until most of the picture is outside.
  const whole = await world.getAttribute('transform');
  for (let times = 0; times < 6; times += 1) {
    await page.keyboard.press('+');
    await settled(page);
  }
  await expect(world).not.toHaveAttribute('transform', whole ?? '');
  await page.waitForFunction(() => document.getAnimations().length === 0);
  let set = await world.getAttribute('transform');
  await expect
    .poll(async () => {
      const before = set;
      set = await world.getAttribute('transform');
      return before === set;
    })
    .toBe(true);
  await joinLive(page, dockerd);
  expect(await world.getAttribute('transform')).toBe(set);
});

/** Through what the picture is seen from now on, each time that it changes. */
async function watchCamera(page: Page): Promise<() => Promise<string[]>> {
  await page.locator('[role="presentation"]:has([data-key])').evaluate((world) => {
    const seenThrough: string[] = [];
    Object.assign(window, { seenThrough });
    new MutationObserver(() => seenThrough.push(world.getAttribute('transform') ?? '')).observe(
      world,
      { attributeFilter: ['transform'] },
    );
  });
  return () =>
    page.evaluate(() => {
      const found: unknown = Reflect.get(window, 'seenThrough');
      return Array.isArray(found) ? [...new Set(found.map(String))] : [];
    });
}

for (const [motion, how] of [
  ['no-preference', 'glides'],
  ['reduce', 'jumps'],
] as const) {
  test(`the picture ${how} to what comes to be shared beyond the canvas, where motion is: ${motion}`, async ({
    page,
    dockerd,
    nsview,
  }) => {
    await page.emulateMedia({ reducedMotion: motion });
    await page.setViewportSize({ width: 900, height: 600 });
    await dockerd.run('--name', 'c1', ...SLEEP);
    await openNsview(page, nsview);
    await expect(containerNode(page, 'c1')).toBeVisible();
    await settled(page);
    // They find room beyond what was fitted for one, and that moves nothing.
    const camera = await watchCamera(page);
    const more = Array.from({ length: 14 }, (_, nth) => `more${String(nth).padStart(2, '0')}`);
    for (const name of more) await dockerd.run('--name', name, ...SLEEP);
    await expect(page.locator('svg [data-container-id]')).toHaveCount(15);
    await settled(page);
    expect(await camera()).toEqual([]);
    const outside = await page.locator('svg [data-container-id]').evaluateAll((rings) =>
      rings.flatMap((ring) => {
        const { left, right, top, bottom } = ring.getBoundingClientRect();
        const canvas = ring.closest('svg')?.getBoundingClientRect();
        if (canvas === undefined) return [];
        const isIn =
          left >= canvas.left &&
          right <= canvas.right &&
          top >= canvas.top &&
          bottom <= canvas.bottom;
        return isIn ? [] : [ring.getAttribute('data-container') ?? ''];
      }),
    );
    const donor = outside.at(-1) ?? '';
    expect(more).toContain(donor);

    await dockerd.run('--name', 'joins', `--pid=container:${donor}`, ...SLEEP);
    await expect(page.locator('[data-tie^="pid:"]')).toHaveCount(2);
    await settled(page);
    await expect(page.locator('[data-hub]')).toBeInViewport({ ratio: 1 });
    const moved = (await camera()).length;
    if (motion === 'reduce') expect(moved).toBe(1);
    else expect(moved).toBeGreaterThan(3);
  });
}
