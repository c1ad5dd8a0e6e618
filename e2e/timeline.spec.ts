import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { snapshotSchema } from '@lib/model/snapshot';
import { barriers } from './harness/axe';
import { freshSnapshot } from './harness/api';
import { demand } from './harness/command';
import { EVENTS_APART } from './harness/events-apart';
import { expect, test } from './harness/fixtures';
import { containerNode, openNsview, settled, shownProcesses } from './harness/pages';
import { linksOf } from './harness/witness';

/* What was, looked back at in a page before a real daemon, beside what is. */

const arc = (page: Page, container: string) =>
  containerNode(page, container).locator('[data-type="pid"]');
const state = (page: Page) => page.locator('html');
const different = (page: Page) =>
  page
    .locator('[data-different]')
    .evaluateAll((all) =>
      all.map(
        (each) => `${each.getAttribute('data-different')} ${each.getAttribute('data-difference')}`,
      ),
    );
/** What has a sign in the view. */
const signs = (page: Page) =>
  page.locator('#view [data-sign]').evaluateAll((all) =>
    all
      .map((each) => {
        const of = each.closest(
          '[data-container], [data-vantage], [data-hub], [data-box], [data-gone]',
        );
        const { container, vantage, hub, box, gone } = (of as HTMLElement | null)?.dataset ?? {};
        const name =
          container ?? vantage ?? gone ?? ((hub ?? box) === undefined ? 'part' : 'namespace');
        return `${name} ${each.getAttribute('data-sign')}`;
      })
      .sort(),
  );

test('the demonstration of the course, looked back at and compared', async ({
  context,
  dockerd,
  ownNsview,
}) => {
  // What happened before is remembered too: one of its own remembers nothing else.
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  const type = async (line: string) => demand(await dockerd.type(line), line);
  const live = await context.newPage();
  await openNsview(live, nsview, 'view=sharing&timeline=15');
  await type('docker run --name c1 -d ubuntu sh -c "sleep 1d"');
  await type('docker run --name c2 -d ubuntu sh -c "sleep 999d"');
  await expect(arc(live, 'c2')).toHaveAttribute('data-sharing', 'own');
  await freshSnapshot(nsview);
  const leaders = [await dockerd.leader('c1'), await dockerd.leader('c2')];
  const twoOwn = leaders.map((pid) => linksOf(pid).pid);
  const apart = new Date().toISOString();
  await live.waitForTimeout(EVENTS_APART);
  await type('docker rm c2 --force');
  await type('docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"');
  await expect(live.locator('[data-hub]')).toHaveCount(1);
  await freshSnapshot(nsview);
  const together = new Date().toISOString();
  const joined = live.getByRole('button', { name: 'c2 made again; in c1’s PID namespace now' });

  await test.step('what happened is told in words, on a page that goes on', async () => {
    await expect(joined).toHaveCount(1);
    await expect(live.locator('[data-timeline]')).toHaveAttribute('data-timeline', 'live');
    expect(await barriers(live)).toEqual([]);
  });

  const back = await context.newPage();
  await test.step('before the change all four views show two own PID namespaces', async () => {
    await openNsview(back, nsview, `view=sharing&past=${apart}`);
    await expect(state(back)).toHaveAttribute('data-state', 'replay');
    for (const name of ['c1', 'c2']) {
      await expect(arc(back, name)).toHaveAttribute('data-sharing', 'own');
    }
    await expect(back.locator('[data-hub]')).toHaveCount(0);

    await openNsview(back, nsview, `view=matrix&past=${apart}`);
    for (const name of ['c1', 'c2']) {
      await expect(arc(back, name)).toHaveAttribute('data-sharing', 'own');
    }

    await openNsview(back, nsview, `view=processes&vantages=c1,c2&rows=all&past=${apart}`);
    for (const name of ['c1', 'c2']) {
      await expect.poll(async () => (await shownProcesses(back, name)).length).toBe(1);
    }

    await openNsview(back, nsview, `view=lens&lens=pid&past=${apart}`);
    // Whatever else runs on this machine may have such a namespace too.
    for (const namespace of twoOwn) {
      await expect(back.locator(`[data-box="${namespace}"]`)).toHaveCount(1);
    }
  });

  await test.step('what else is told is of that moment, or not recorded', async () => {
    await openNsview(back, nsview, `view=sharing&select=container:c1&past=${apart}`);
    await expect(back.locator('#inspector')).not.toContainText('shares');
    await back.keyboard.press('e');
    const download = back.waitForEvent('download');
    await back.getByRole('button', { name: /^Snapshot \(JSON\)/ }).click();
    const saved = await (await download).path();
    const { containers } = snapshotSchema.parse(JSON.parse(readFileSync(saved, 'utf8')));
    expect(containers.map(({ name, sharing }) => `${name} ${sharing.pid}`).sort()).toEqual([
      'c1 own',
      'c2 own',
    ]);
    await openNsview(back, nsview, `select=container:c1&open=1&past=${apart}`);
    await expect(
      back.locator('[data-unreadable="findings"], [data-nothing]').first(),
    ).toBeVisible();
    await expect(back.locator('[data-use="memory"] [data-figure]')).toHaveCount(0);
  });

  await test.step('compared are what came, what went and what changed, in each view and in a list', async () => {
    const compared = `past=${together}&from=${apart}`;
    await openNsview(back, nsview, `view=sharing&${compared}`);
    await expect.poll(() => different(back)).toEqual(['c2 appeared', 'c2 went', 'c1 changed']);
    await expect(back.locator('[data-compared]')).toContainText('in c1’s PID namespace');
    await expect
      .poll(() => signs(back))
      .toEqual(['c1 changed', 'c2 appeared', 'c2 went', 'namespace changed']);
    expect(await barriers(back)).toEqual([]);
    // What a sign says is said in the language of the page.
    const title = containerNode(back, 'c2').locator('title').first();
    await expect(title).toContainText('only at B');
    await back.getByRole('button', { name: '中文' }).click();
    await expect(title).toContainText('只在 B 时存在');
    await back.getByRole('button', { name: 'English' }).click();
    await openNsview(back, nsview, `view=matrix&${compared}`);
    await expect.poll(() => signs(back)).toEqual(['c1 changed', 'c2 appeared', 'c2 went']);
    await openNsview(back, nsview, `view=processes&vantages=c1,c2&${compared}`);
    await expect.poll(() => signs(back)).toEqual(['c1 changed', 'c2 appeared', 'c2 went']);
    await openNsview(back, nsview, `view=lens&lens=pid&${compared}`);
    await expect.poll(() => signs(back)).toEqual(['c2 went', 'namespace changed']);
    await openNsview(back, nsview, `view=kernel&${compared}`);
    await expect.poll(() => signs(back)).toEqual(['c1 changed', 'c2 appeared', 'c2 went']);
  });

  await test.step('a hand goes through it, keys from event to event, and now is a jump', async () => {
    await openNsview(back, nsview, 'view=sharing&timeline=15');
    await back.keyboard.press(',');
    await expect(state(back)).toHaveAttribute('data-state', 'replay');
    await back.keyboard.press(',');
    await expect(back.locator('[data-hub]')).toHaveCount(0);
    await expect(back).toHaveURL(/past=/);
    const slider = back.getByRole('slider', { name: 'Moment that is shown' });
    const at = Number(await joined.getAttribute('data-at'));
    await slider.fill(String(at + 100));
    await expect(back.locator('[data-hub]')).toHaveCount(1);
    await back.getByRole('button', { name: 'Back to live' }).click();
    await expect(state(back)).toHaveAttribute('data-state', 'live');
    await expect(back).not.toHaveURL(/past=/);
    await settled(back);
  });

  await test.step('a moment that was pinned is gone to by a click, and let go of', async () => {
    await openNsview(back, nsview, `view=sharing&timeline=15&past=${apart}`);
    const pin = back.getByRole('button', { name: 'Pin this moment: it is kept' });
    await pin.click();
    const unpin = back.getByRole('button', { name: 'Let go of this moment' });
    await expect(unpin).toBeVisible();
    await back.getByRole('button', { name: 'Back to live' }).click();
    await expect(back.locator('[data-hub]')).toHaveCount(1);
    await back.getByRole('button', { name: /^[0-9:]+ pinned$/ }).click();
    await expect(back.locator('[data-hub]')).toHaveCount(0);
    await unpin.click();
    await expect(back.locator('[data-pin]')).toHaveCount(0);
    await expect(pin).toBeVisible();
  });

  await test.step('a moment of which nothing is known is said to be none', async () => {
    const forgotten = back.locator('[data-forgotten]');
    await expect(forgotten).toHaveCount(0);
    await openNsview(back, nsview, 'view=sharing&past=2001-01-01T00:00:00.000Z');
    await expect(forgotten).toHaveText(
      'This moment is not recorded; shown is the nearest that is.',
    );
    await expect(containerNode(back, 'c1')).toHaveCount(0);
    await expect(back).not.toHaveURL(/past=2001/);
    await expect(forgotten).toBeVisible();
  });

  await test.step('a restart in a namespace of the same number is told as another namespace', async () => {
    await type('docker run --name c3 -d ubuntu sh -c "sleep 1d"');
    const inode = () => arc(live, 'c3').getAttribute('data-namespace');
    await expect(arc(live, 'c3')).toHaveAttribute('data-sharing', 'own');
    const before = await inode();
    const beforehand = new Date().toISOString();
    const leader = await dockerd.leader('c3');
    await expect(async () => {
      await live.waitForTimeout(EVENTS_APART);
      await type('docker restart -t 0 c3');
      expect(await dockerd.leader('c3')).not.toBe(leader);
      await expect(arc(live, 'c3')).toHaveAttribute('data-sharing', 'own');
      await freshSnapshot(nsview);
      expect(await inode()).toBe(before);
    }).toPass({ timeout: 30_000 });
    await expect(
      live
        .getByRole('button', { name: /c3 started again; new .*PID.* with the same number/ })
        .first(),
    ).toBeVisible();
    const then = new Date().toISOString();
    await openNsview(back, nsview, `view=sharing&past=${then}&from=${beforehand}`);
    await expect.poll(() => different(back)).toEqual(['c3 changed']);
    await expect(back.locator('[data-different="c3"]')).toContainText('in another PID namespace');
    await expect(back.locator('[data-different="c3"]')).toContainText('with the same number');
  });
});

test('much that is gone takes no room from what is there in the Matrix', async ({
  page,
  nsview,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const heights = () =>
    page
      .locator('[data-container]')
      .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
  const scroller = page.locator('#view [role="grid"]');
  const compared = 'view=matrix&recording=compose&timeline=5&at=15';
  await openNsview(page, nsview, `${compared}&from=15`);
  const before = await heights();
  const room = (await scroller.boundingBox())?.height ?? 0;
  await openNsview(page, nsview, `${compared}&from=36`);
  const gone = page.locator('[data-gone]');
  await expect(gone.first()).toBeVisible();
  expect(await gone.count()).toBeGreaterThan(4);
  expect(await heights()).toEqual(before);
  expect((await scroller.boundingBox())?.height).toBeCloseTo(room, 0);
  // What has no room is scrolled to, by keyboard too.
  const region = page.getByRole('region', { name: 'only at A' });
  await region.focus();
  await expect(region).toBeFocused();
  // The moment that is compared with goes by keys as the one that is shown does: a second at a time.
  await page.getByRole('slider', { name: 'Moment that it is compared with' }).press('ArrowLeft');
  await expect(page).toHaveURL(/from=35(&|$)/);
  expect(await barriers(page)).toEqual([]);
});

test('what is gone and has no room on the canvas is counted, and seen once all is', async ({
  page,
  nsview,
}) => {
  await page.setViewportSize({ width: 1000, height: 620 });
  await openNsview(page, nsview, 'view=sharing&recording=compose&timeline=5&at=4&from=36');
  const gone = page.locator('[data-gone]');
  await expect(gone).toHaveCount(11);
  const canvas = await page.locator('#view svg').first().boundingBox();
  const outside = () =>
    gone.evaluateAll(
      (all, edge) =>
        all.filter((each) => {
          const { left, right, top, bottom } = each.getBoundingClientRect();
          const [x, y] = [(left + right) / 2, (top + bottom) / 2];
          return x < edge.x || y < edge.y || x > edge.x + edge.width || y > edge.y + edge.height;
        }).length,
      canvas ?? { x: 0, y: 0, width: 0, height: 0 },
    );
  expect(await outside()).toBeGreaterThan(0);
  await page.keyboard.press('0');
  await expect.poll(outside).toBe(0);
});
