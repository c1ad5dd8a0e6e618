import type { Page } from '@playwright/test';
import type { Step } from '../lib/lessons/lesson';
import { demand } from './harness/command';
import { courseLesson } from './harness/course-lesson';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import {
  expectDone,
  expectUntold,
  learnerAt,
  predict,
  rightAnswer,
  saySeen,
  typeLines,
} from './harness/lesson';
import type { Nsview } from './harness/nsview';
import { openNsview, settled } from './harness/pages';

/* A step that leaves no trace: predicted, typed, seen, and only then told. */

/** Which step of the lesson isolation it is, from 1: `ps-in-c1`. */
const NTH = 2;
const STARTS_C1 = 'docker run --name c1 -d ubuntu sh -c "sleep 1d"';

/** Opens it where c1 runs, so that its facts are so before anything is typed for it. */
async function openStep(
  page: Page,
  { dockerd, nsview }: { dockerd: Dockerd; nsview: Nsview },
  how: string,
): Promise<Step> {
  const step = courseLesson('isolation').steps[NTH - 1];
  if (step?.id !== 'ps-in-c1') throw new Error('it is another step');
  demand(await dockerd.type(STARTS_C1), STARTS_C1);
  await openNsview(page, nsview, `lesson=isolation&step=${String(NTH)}&${how}`);
  // The c1 that was there before is the lesson's after all.
  await page.locator('[data-foreign] button').last().click();
  await expect(page.locator('[data-foreign]')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'waiting');
  return step;
}

test('what leaves no trace is told once the learner says that it was seen, whatever was pressed before', async ({
  page,
  dockerd,
  nsview,
}) => {
  const step = await openStep(page, { dockerd, nsview }, 'lang=en');
  const seen = page.locator('[data-seen]');
  const right = rightAnswer(page, step);
  const wrong = page.locator('[data-choice="all"]');
  await expect(seen).toHaveCount(0);
  await expect(page.locator('[data-verdict="waiting"]')).toContainText('and then seen it');

  // The first answer is a prediction, and so is the next.
  await wrong.click();
  await expect(wrong).toHaveAttribute('data-chosen', 'true');
  await predict(page, step, NTH);
  await expect(wrong).toHaveAttribute('data-chosen', 'false');
  await expect(seen).toHaveText('I typed it and saw the result');
  await page.reload();
  await settled(page);
  await expectUntold(page, step, NTH);
  await typeLines(learnerAt(dockerd), await page.locator('[data-command]').allTextContents());
  await expectUntold(page, step, NTH);

  // By the keys: behind the answers and what is typed; what takes its place has the focus.
  await wrong.focus();
  await page.keyboard.press('Space');
  await expect(wrong).toHaveAttribute('data-chosen', 'true');
  const isReached = () => seen.evaluate((button) => button === document.activeElement);
  for (let presses = 0; presses < 8 && !(await isReached()); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(seen).toBeFocused();
  await page.keyboard.press('Enter');
  await expectDone(page, step);
  await expect(right).toHaveAttribute('data-verdict', 'right');
  await expect(wrong).toHaveAttribute('data-verdict', 'wrong');
  const verdict = page.locator(':focus [data-verdict="done"]');
  await expect(verdict).toHaveAttribute('data-done-by', 'told');
  await expect(verdict).toHaveText(
    /^Answered at \d\d:\d\d:\d\d, not checked; the machine agrees now$/,
  );
  await expect(page.locator('[data-told]')).toContainText('done');
});

test('the presenter’s keys go on from a prediction as from any step, and it is there on coming back', async ({
  page,
  dockerd,
  nsview,
}) => {
  const step = await openStep(page, { dockerd, nsview }, 'lang=en&projector=1');
  await expect(page.locator('[data-veil]')).toBeVisible();
  await predict(page, step, NTH);
  await expect(page.locator('[data-veil]')).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(page.locator('html')).toHaveAttribute('data-step', String(NTH + 1));
  const dot = page.locator(`[data-lesson-step="${String(NTH)}"]`);
  await expect(dot).toHaveAttribute('data-step-state', 'waiting');
  await page.keyboard.press('PageUp');
  await expectUntold(page, step, NTH);
  await saySeen(page);
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'done');
});

test('who skips says that it was seen all the same', async ({ page, dockerd, nsview }) => {
  const step = await openStep(page, { dockerd, nsview }, 'lang=zh-CN');
  await page.getByRole('button', { name: '跳过', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'waiting');
  await expect(page.locator('[data-choice][data-verdict]')).toHaveCount(0);
  await page.getByRole('button', { name: '我已输入并看到结果' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'done');
  await expect(rightAnswer(page, step)).toHaveAttribute('data-verdict', 'right');
  await expect(page.locator('[data-chosen="true"]')).toHaveCount(0);
  await expect(page.locator('[data-verdict="done"]')).toContainText('已作答，未经检查');
});
