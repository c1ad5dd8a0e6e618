import type { Page } from '@playwright/test';
import { expect, test } from './harness/fixtures';
import type { Nsview } from './harness/nsview';
import { openNsview } from './harness/pages';

/* Steps about images: what is beside them is what these are made of. The lesson's own recording has them. */

/** Opens a step of the lesson at a moment of its recording, in seconds. */
function openStep(page: Page, nsview: Nsview, step: number, at: number) {
  const replay = `recording=lesson-images&at=${String(at)}&freeze=1`;
  return openNsview(page, nsview, `lesson=images&step=${String(step)}&lang=en&${replay}`);
}

test('what two images are built on stands there once, across both', async ({ page, nsview }) => {
  await openStep(page, nsview, 2, 35);
  for (const name of ['nsview-hello', 'nsview-hello:2']) {
    await expect(page.locator(`[data-stack="${name}"]`)).toHaveAttribute('data-there', 'true');
  }
  const inSoMany = (n: number) => page.locator(`[data-layer][data-readers="${String(n)}"]`);
  await expect(inSoMany(2)).toHaveCount(1);
  await expect(inSoMany(1)).toHaveText([/^RUN echo hello/, /^RUN echo goodbye/]);
  // What starts is a note in each.
  await expect(page.locator('[data-note]', { hasText: 'CMD' })).toHaveCount(2);
});

test('an image that was removed is named as not there', async ({ page, nsview }) => {
  await openStep(page, nsview, 6, 99);
  await expect(page.locator('[data-stack="nsview-hello"]')).toHaveAttribute('data-there', 'false');
  await expect(page.locator('[data-stack="nsview-hello:2"]')).toHaveAttribute('data-there', 'true');
});

test('it gives way to what a hand chooses, and comes back with the step’s view', async ({
  page,
  nsview,
}) => {
  await openStep(page, nsview, 2, 35);
  const stacks = page.locator('[data-stack]');
  await expect(stacks).toHaveCount(2);
  await expect(page.locator('[data-container=":host"]')).toBeHidden();
  await page.locator('header').getByRole('button', { name: 'Kernel' }).click();
  await expect(stacks).toHaveCount(0);
  await page.keyboard.press('r');
  await expect(stacks).toHaveCount(2);
});
