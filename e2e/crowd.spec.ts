import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './harness/fixtures';
import { GeneratedMachine } from './harness/generated/machine';
import { writeRecording } from './harness/generated/recording';
import { openNsview, settled } from './harness/pages';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nsview-crowd-'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** The names of projects that are drawn, and those of them that run into another one. */
function projectNames(page: Page): Promise<{ drawn: string[]; meeting: string[] }> {
  return page.locator('[data-project-name]').evaluateAll((names) => {
    const boxes = names.map((name) => {
      const { left, right, top, bottom } = name.getBoundingClientRect();
      return { text: name.textContent, left, right, top, bottom };
    });
    const meeting = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.text} and ${b.text}`),
    );
    return { drawn: boxes.map(({ text }) => text), meeting };
  });
}

test('what one sees first can be read: letters in the rings, or the Matrix', async ({
  page,
  ownNsview,
}) => {
  const [small, large] = [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ];
  for (const { count, size, view } of [
    { count: 16, size: small, view: 'sharing' },
    { count: 60, size: small, view: 'matrix' },
    { count: 60, size: large, view: 'sharing' },
  ]) {
    const file = join(folder, `${count}.nsview`);
    writeRecording(file, [new GeneratedMachine(count).snapshot()]);
    const nsview = await ownNsview({ args: ['--open', file] });
    await page.setViewportSize(size);
    await openNsview(page, nsview);
    const letters = page.locator('svg [data-container-id] text', { hasText: /^[PN]$/ });
    const cell = page.getByRole('grid').locator('[data-sharing="shared"]');
    await expect((view === 'sharing' ? letters : cell).first()).toBeVisible();
    await expect(page.getByRole('grid')).toHaveCount(view === 'matrix' ? 1 : 0);
    if (view === 'matrix') {
      await expect(page.getByRole('rowheader', { name: /^together/ }).first()).toBeInViewport();
    }
  }
});

test('above 80 containers the Matrix comes first, and in it those who share', async ({
  page,
  ownNsview,
}) => {
  const file = join(folder, '81.nsview');
  writeRecording(file, [new GeneratedMachine(81, 162).snapshot()]);
  const nsview = await ownNsview({ args: ['--open', file] });
  await openNsview(page, nsview);
  const rows = page.getByRole('grid').locator('[data-container-id]');
  await expect(rows.first().locator('[data-sharing="shared"]').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'sharing', pressed: true })).toBeVisible();
  const groups = page.getByRole('rowheader', { name: /^together/ });
  await expect(groups.first()).toBeVisible();

  await page.getByRole('button', { name: 'nothing' }).click();
  await expect(page).toHaveURL(/group=none/);
  await expect(rows.first()).toBeVisible();
  await expect(groups).toHaveCount(0);

  await openNsview(page, nsview);
  await page.getByRole('button', { name: 'Show Sharing all the same' }).click();
  await expect(page).toHaveURL(/view=sharing/);
  await expect(page.locator('svg [data-container-id]')).toHaveCount(81);
});

test('among 500 containers most projects have a name, and none runs into another', async ({
  page,
  ownNsview,
}) => {
  const file = join(folder, '500.nsview');
  writeRecording(file, [new GeneratedMachine(500, 1000).snapshot()]);
  const nsview = await ownNsview({ args: ['--open', file] });
  await openNsview(page, nsview, 'view=sharing');
  const projects = await page.locator('[data-project]').count();
  expect(projects).toBeGreaterThan(50);
  const { drawn, meeting } = await projectNames(page);
  expect(meeting).toEqual([]);
  expect(drawn.length).toBeGreaterThan(projects / 2);

  // Nearer, where names are smaller in the world, each has one.
  const canvas = page.locator('[data-detail]');
  await expect(canvas).toHaveAttribute('data-detail', 'none');
  for (let press = 0; press < 12; press += 1) {
    await page.getByRole('button', { name: /^Zoom in/ }).click();
  }
  await expect(canvas).toHaveAttribute('data-detail', 'full');
  await settled(page);
  const near = await projectNames(page);
  expect(near.meeting).toEqual([]);
  expect(near.drawn).toHaveLength(projects);
});
