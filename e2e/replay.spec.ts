import type { Page } from '@playwright/test';
import type { Lesson, Step } from '../lib/lessons/lesson';
import { isSeenFirst } from '../lib/lessons/seen-first';
import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { expectUntold, leavesTrace, predict, rightAnswer, saySeen } from './harness/lesson';
import type { Nsview } from './harness/nsview';
import { openNsview } from './harness/pages';

/* Lessons that are watched in a recording: nothing is typed, and no daemon is asked. */

const NOBODY = { docker: 'unix:///run/nsview-nobody.sock' };

/** Wait until a step of the recording stands at its beginning. @param nth from 1 */
async function expectAtBeginning(page: Page, nth: number): Promise<void> {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-state', 'replay');
  await expect(html).toHaveAttribute('data-step', String(nth));
  await expect(page.locator('[data-replay="play"]')).toBeVisible();
  await expect(html).toHaveAttribute('data-step-state', 'waiting');
}

/** Watch the step that is shown as one does who predicts, and then presses what leads on. */
async function watchStep(page: Page, step: Step, nth: number): Promise<void> {
  const html = page.locator('html');
  const asks = step.predict !== undefined;
  const looksBack = !leavesTrace(step) && !isSeenFirst(step);
  await expectAtBeginning(page, nth);
  if (isSeenFirst(step)) await predict(page, step, nth);
  else if (asks && !looksBack) await rightAnswer(page, step).click();
  await page.keyboard.press('PageDown');
  await expect(page.locator('[data-replay="again"]')).toBeVisible({ timeout: 30_000 });
  if (asks && looksBack) await rightAnswer(page, step).click();
  await expect(html, step.id).toHaveAttribute('data-step-state', 'done');
  await expect(page.locator('[data-evidence]')).toHaveCount(step.evidence.length);
  await expect(page.locator('[data-evidence]:not([data-evidence-state="true"])')).toHaveCount(0);
}

async function playAt(page: Page, speed: '1' | '8'): Promise<void> {
  await page.getByRole('combobox', { name: 'Speed' }).selectOption(speed);
}

function numberOf(lesson: Lesson, id: string): number {
  return lesson.steps.findIndex((step) => step.id === id) + 1;
}

async function openStep(page: Page, nsview: Nsview, lesson: Lesson, id: string): Promise<number> {
  const nth = numberOf(lesson, id);
  await openNsview(page, nsview, `lesson=${lesson.id}&step=${String(nth)}`);
  return nth;
}

test('with no daemon at all, the empty page leads to a lesson, and that to its recording, step by step', async ({
  page,
  ownNsview,
}) => {
  test.setTimeout(240_000);
  const lesson = courseLesson('isolation');
  await openNsview(page, await ownNsview(NOBODY), 'view=sharing');
  await page.getByRole('button', { name: 'the lesson “Isolation in action”' }).click();
  await expectAtBeginning(page, 1);
  await playAt(page, '8');
  for (const [index, step] of lesson.steps.entries()) {
    await watchStep(page, step, index + 1);
    await page.keyboard.press('PageDown');
  }
  await expect(page.locator('[data-lesson-step][data-step-state="done"]')).toHaveCount(
    lesson.steps.length,
  );
});

test('an address names a step of a recording, which stands at its beginning, and begins anew when one comes back', async ({
  page,
  ownNsview,
}) => {
  const lesson = courseLesson('isolation');
  const nth = numberOf(lesson, 'join');
  const nsview = await ownNsview(NOBODY);
  await openNsview(page, nsview, `lesson=isolation&step=${String(nth)}&recording=lesson-isolation`);
  await expectAtBeginning(page, nth);
  await playAt(page, '8');
  const join = lesson.steps[nth - 1];
  if (join === undefined) throw new Error('the lesson has no such step');
  await watchStep(page, join, nth);
  await page.keyboard.press('PageDown');
  await expectAtBeginning(page, nth + 1);
  await page.keyboard.press('PageUp');
  await expectAtBeginning(page, nth);
  await playAt(page, '1');
  await page.getByRole('button', { name: 'Play this step' }).click();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.locator('[data-replay="play"]')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.locator('[data-replay="pause"]')).toBeVisible();
  // While it is played the same key leads to its end at once.
  await page.keyboard.press('PageDown');
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'done');
  await page.getByRole('button', { name: 'Play it again' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'waiting');
});

test('what is predicted of a step without a trace is told when its part was played to its end, or when it was seen before', async ({
  page,
  ownNsview,
}) => {
  const lesson = courseLesson('isolation');
  const nth = numberOf(lesson, 'ps-in-c1');
  const step = lesson.steps[nth - 1];
  if (step === undefined) throw new Error('the lesson has no such step');
  const nsview = await ownNsview(NOBODY);
  const html = page.locator('html');
  const player = (look: 'play' | 'pause' | 'again') => page.locator(`[data-replay="${look}"]`);
  await openNsview(page, nsview, `lesson=isolation&step=${String(nth)}&recording=lesson-isolation`);
  await expectAtBeginning(page, nth);
  await playAt(page, '1');
  const wrong = page.locator('[data-choice="all"]');
  await wrong.click();
  await predict(page, step, nth);
  await expect(wrong).toHaveAttribute('data-chosen', 'false');

  // While it is played, and where that is held, the prediction stands and nothing is told.
  await page.keyboard.press('PageDown');
  await expect(player('pause')).toBeVisible();
  await expectUntold(page, step, nth);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(player('play')).toBeVisible();
  await expectUntold(page, step, nth);
  // The presenter's key plays it on, and then leads to its end at once.
  await page.keyboard.press('PageDown');
  await expect(player('pause')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(html).toHaveAttribute('data-step-state', 'done');
  await expect(player('again')).toBeVisible();
  await expect(rightAnswer(page, step)).toHaveAttribute('data-verdict', 'right');
  await expect(page.locator('[data-verdict="done"]')).toHaveAttribute('data-done-by', 'told');

  // Played again it begins anew; who has seen enough says so.
  await page.getByRole('button', { name: 'Play it again' }).click();
  await expect(html).toHaveAttribute('data-step-state', 'waiting');
  await expect(page.locator('[data-chosen="true"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await predict(page, step, nth);
  await expect(page.getByRole('button', { name: 'I have seen the result' })).toBeVisible();
  await saySeen(page);
  await expect(html).toHaveAttribute('data-step-state', 'done');

  // Who answers after it was played to its end has seen it.
  await page.keyboard.press('PageUp');
  await expectAtBeginning(page, nth - 1);
  await page.locator(`[data-lesson-step="${String(nth)}"]`).click();
  await expectAtBeginning(page, nth);
  await page.keyboard.press('PageDown');
  await expect(player('pause')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(player('again')).toBeVisible();
  await expect(html).toHaveAttribute('data-step-state', 'waiting');
  await rightAnswer(page, step).click();
  await expect(html).toHaveAttribute('data-step-state', 'done');
});

test('where no engine answers, nothing is known of a step, and it can be watched in a recording', async ({
  page,
  ownNsview,
}) => {
  const nsview = await ownNsview(NOBODY);
  for (const id of ['start-c1', 'ps-in-c1']) {
    const nth = await openStep(page, nsview, courseLesson('isolation'), id);
    await expect(page.locator('[data-replay="offered"]')).toBeVisible();
    await page.getByRole('button', { name: 'Watch how it went on another machine' }).click();
    await expectAtBeginning(page, nth);
  }
});

test('a step that cannot be done here is shown in the recording of a machine where it was', async ({
  page,
  nsview,
}) => {
  const lesson = courseLesson('namespaces');
  const nth = await openStep(page, nsview, lesson, 'user-zero');
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'impossible');
  await page.getByRole('button', { name: 'Watch how it went on another machine' }).click();
  await expectAtBeginning(page, nth);
  await playAt(page, '8');
  const step = lesson.steps[nth - 1];
  if (step === undefined) throw new Error('the lesson has no such step');
  await watchStep(page, step, nth);
  // The others were recorded on another machine.
  await page.keyboard.press('PageDown');
  await expectAtBeginning(page, nth + 1);
  await expect(page).toHaveURL(/recording=lesson-namespaces(&|$)/);
  await expect(page.locator(`[data-lesson-step="${String(nth)}"]`)).toHaveAttribute(
    'data-step-state',
    'done',
  );
});
