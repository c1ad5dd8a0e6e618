import type { Page } from '@playwright/test';
import { barriers } from './harness/axe';
import { demand } from './harness/command';
import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { rightAnswer } from './harness/lesson';
import { openNsview, settled } from './harness/pages';

/* A lesson that was done is begun anew in its tab: for a rehearsal, and for the next class. */

const STARTS_C1 = 'docker run --name c1 -d ubuntu sh -c "sleep 1d"';
const ISOLATION = courseLesson('isolation');

/** What is pressed for it beside the steps of the lesson, and at its end. */
const beside = (page: Page) => page.locator('#lesson header [data-begin-again]');
const atItsEnd = (page: Page) => page.locator('#lesson nav [data-begin-again]');

async function expectBegun(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-step', '1');
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'waiting');
  await expect(page.locator('[data-chosen="true"]')).toHaveCount(0);
  await expect(page.locator('[data-lesson-step][data-step-state="done"]')).toHaveCount(0);
}

test('a lesson is begun again at the second press, by the keyboard, and what was answered is gone', async ({
  page,
  dockerd,
  nsview,
}) => {
  await openNsview(page, nsview, 'lesson=isolation&step=1&lang=en');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-step-state', 'waiting');
  await page.locator('[data-choice="vm"]').click();
  demand(await dockerd.type(STARTS_C1), STARTS_C1);
  await expect(html).toHaveAttribute('data-step-state', 'done');
  await page.keyboard.press('PageDown');
  await expect(html).toHaveAttribute('data-step', '2');

  // The first press asks, and who goes elsewhere has said no.
  await beside(page).focus();
  await page.keyboard.press('Enter');
  await expect(beside(page)).toHaveAttribute('data-begin-again', 'asking');
  await expect(page.locator('[data-told]')).toContainText('Press again');
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(beside(page)).toHaveAttribute('data-begin-again', 'offered');
  await expect(html).toHaveAttribute('data-step', '2');

  await beside(page).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectBegun(page);
  await expect(page.locator('[data-told]')).toContainText('The lesson begins again. Step 1');
  await expect(beside(page)).toBeFocused();

  // What it had made is its own still: it has to be made anew, and nobody is asked whose it is.
  await expect(page.locator('[data-foreign]')).toHaveCount(0);
  await page.reload();
  await settled(page);
  await expectBegun(page);
  demand(await dockerd.type('docker rm --force c1'), 'docker rm');
  demand(await dockerd.type(STARTS_C1), STARTS_C1);
  await expect(html).toHaveAttribute('data-step-state', 'done');

  // And at the first step, where no other one is gone to. A double click is one press.
  await beside(page).dblclick();
  await expect(beside(page)).toHaveAttribute('data-begin-again', 'asking');
  await expect(html).toHaveAttribute('data-step-state', 'done');
  await beside(page).click();
  await expectBegun(page);
});

test('at its end it is offered in words, and the keyboard stays with the steps', async ({
  page,
  nsview,
}) => {
  const recap = ISOLATION.steps.at(-1);
  if (recap === undefined) throw new Error('it has steps');
  const nth = String(ISOLATION.steps.length);
  await openNsview(page, nsview, `lesson=isolation&step=${nth}&lang=zh-CN`);
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'waiting');
  await expect(atItsEnd(page)).toHaveCount(0);
  await rightAnswer(page, recap).click();
  await expect(atItsEnd(page)).toHaveText('从头再来');
  await atItsEnd(page).click();
  await expect(atItsEnd(page)).toHaveText('再按一次：作答会清空');
  await atItsEnd(page).click();
  await expectBegun(page);
  await expect(page.locator('[data-told]')).toContainText('这一课从头开始');
  await expect(page.getByRole('button', { name: '下一步' })).toBeFocused();
});

test('in a recording it goes back to the beginning of that', async ({ page, nsview }) => {
  await openNsview(page, nsview, 'lesson=isolation&step=1&lang=en&recording=lesson-isolation');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-step-state', 'waiting');
  await page.keyboard.press('PageDown');
  await expect(html).toHaveAttribute('data-step-state', 'done', { timeout: 60_000 });
  await beside(page).click();
  await beside(page).click();
  await expectBegun(page);
  await expect(page.locator('[data-replay="play"]')).toBeVisible();
});
