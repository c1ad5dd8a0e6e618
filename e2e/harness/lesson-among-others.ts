import { type BrowserContext, expect } from '@playwright/test';
import type { Dockerd } from './dockerd';
import { churnForeign, runForeign } from './foreign';
import { learnerAt, typeLines } from './lesson';
import { makeBusybox } from './lesson-played';
import { Standing } from './lesson-standing';
import type { Nsview } from './nsview';

/**
 * Show all steps of all lessons while containers of others come and go, and demand that none is said to be done; but
 * that the first of isolation is as soon as it is.
 *
 * @param containers how many come
 * @param within milliseconds
 * @param pause milliseconds that each step is shown for
 */
export async function expectNoneCompleted(
  context: BrowserContext,
  { dockerd, nsview }: { dockerd: Dockerd; nsview: Nsview },
  { containers, within, pause }: { containers: number; within: number; pause: number },
): Promise<void> {
  await makeBusybox(dockerd);
  await runForeign(dockerd);
  const standing = await Standing.open(context, nsview);
  await standing.until(churnForeign(dockerd, containers, within), pause);
  expect([...standing.completed]).toEqual([]);

  const { page } = standing.deskOf('isolation');
  await page.keyboard.press('Home');
  await page.locator('[data-foreign] button').first().click();
  await typeLines(learnerAt(dockerd), await page.locator('[data-command]').allTextContents());
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'done');
}
