import { expect, type Locator, type Page } from '@playwright/test';
import { commandsOf } from '../../lib/lessons/commands-of';
import type { Lesson, Step } from '../../lib/lessons/lesson';
import { isSeenFirst } from '../../lib/lessons/seen-first';
import { plainText, textIn } from '../../lib/lessons/text';
import type { Language } from '../../lib/model/language';
import {
  expectOpen,
  expectUntold,
  leavesTrace,
  predict,
  rightAnswer,
  expectDone,
  saySeen,
  typeLines,
  type Learner,
} from './lesson';

/** How the lab is told to run a command. */
export type Hand = 'key' | 'click';

/** An image may have to be made first. */
const ENDED_WITHIN = 120_000;

/** The output of a command of the step that is shown. @param nth from 0 */
export function outputOf(page: Page, nth: number): Locator {
  return page
    .locator('li', { has: page.locator('[data-command]') })
    .nth(nth)
    .locator('[data-output]');
}

/** Have the lab run a command of the step that is shown, and wait for its end. */
export async function runInLab(page: Page, nth: number, hand: Hand): Promise<void> {
  const button = page.locator(`[data-run="${String(nth)}"]`);
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  if (hand === 'key') await page.keyboard.press('x');
  else await button.click();
  await expect(outputOf(page, nth)).toHaveAttribute('data-ended-as-said', /./, {
    timeout: ENDED_WITHIN,
  });
}

/**
 * Do the step that is shown in the lab: predict, run, read what was printed and seen.
 *
 * @returns how it was done; null: it cannot be done on this machine
 */
export async function playStepInLab(
  page: Page,
  learner: Learner,
  step: Step,
  nth: number,
  language: Language,
  hand: Hand,
): Promise<'seen' | 'checked' | 'told' | null> {
  const html = page.locator('html');
  await expectOpen(page, nth);
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText(
    plainText(textIn(step.title, language)),
  );
  if ((await html.getAttribute('data-step-state')) === 'impossible') {
    expect(step.requires, step.id).not.toEqual([]);
    return null;
  }
  if (step.predict !== undefined) {
    // What would tell the answer comes after it.
    for (const button of await page.locator('[data-run]').all()) {
      await expect(button).toHaveAttribute('aria-disabled', 'true');
    }
    if (isSeenFirst(step)) await predict(page, step, nth);
    else await rightAnswer(page, step).click();
  }
  if (step.run.length === 0 && step.solve.length > 0) {
    await page.locator('[data-solution]').click();
  }
  const commands = commandsOf(step);
  const shown = page.locator('[data-command]');
  expect(await shown.allTextContents(), step.id).toEqual(commands);
  const byHand = await page.locator('[data-by-hand]').count();
  for (const [command, line] of commands.entries()) {
    const isRun = (await page.locator(`[data-run="${String(command)}"]`).count()) > 0;
    if (isRun) await runInLab(page, command, hand);
    else await typeLines(learner, [line]);
  }
  const isTold = byHand > 0 || step.run.length === 0;
  if (isTold && isSeenFirst(step)) {
    await expectUntold(page, step, nth);
    await saySeen(page);
  }
  await expectDone(page, step);
  const how = leavesTrace(step) ? 'seen' : isTold ? 'told' : 'checked';
  await expect(page.locator('[data-verdict="done"]')).toHaveAttribute('data-done-by', how);
  return how;
}

/** Wait until a lesson is there, with the lab. */
export async function expectLab(page: Page, lesson: Lesson): Promise<void> {
  await expect(page.locator('[data-lesson-step]')).toHaveCount(lesson.steps.length);
  await expect(page.locator('[data-lab="ready"]')).toBeVisible();
}
