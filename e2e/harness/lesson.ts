import type { Locator, Page } from '@playwright/test';
import type { Step } from '../../lib/lessons/lesson';
import { isSeenFirst } from '../../lib/lessons/seen-first';
import { plainText, textIn } from '../../lib/lessons/text';
import type { Language } from '../../lib/model/language';
import type { Dockerd } from './dockerd';
import { expect } from './fixtures';

/** What a step shows may have to be asked for, and some of it comes about in seconds: a limit that is hit. */
const SEEN_WITHIN = 40_000;
/** Tests are root, and a machine of tests need not have `sudo`. What is left running shall not hold the shell. */
const SHELL = 'sudo() { "$@"; }; exec > /dev/null 2>&1\n';

/** A trace is what nsview sees by itself; where there is none a step is done by its answer. */
export function leavesTrace({ done }: Step): boolean {
  return !('answered' in done);
}

/** Who types; some lines are there to be refused, so that it is the page that says what came of them. */
export interface Learner {
  type: (line: string) => Promise<unknown>;
}

/** One who has a new shell for each line, and does not read what it prints. */
export function learnerAt(dockerd: Dockerd): Learner {
  return { type: (line) => dockerd.type(SHELL + line) };
}

/** Type lines one after the other. */
export async function typeLines({ type }: Learner, lines: readonly string[]): Promise<void> {
  for (const line of lines) await type(line);
}

/** What does a step: what it says is to be typed, or what its learner has to find. */
export function linesOf({ kind, run, solve }: Step): readonly string[] {
  return kind === 'vary' ? solve : run;
}

/** Wait until a step is shown and was looked at, and demand that it is not done. @param nth from 1 */
export async function expectOpen(page: Page, nth: number): Promise<void> {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-step', String(nth));
  await expect(html).toHaveAttribute('data-step-state', /^(waiting|impossible)$/);
  await expect(page.locator(`[data-lesson-step="${String(nth)}"]`)).toHaveAttribute(
    'aria-current',
    'step',
  );
}

/** The right one of the answers that a step offers. */
export function rightAnswer(page: Page, step: Step): Locator {
  const id = step.predict?.answers.find(({ right }) => right)?.id ?? '';
  return page.locator(`[data-choice="${id}"]`);
}

/** Predict what the step that is shown asks, rightly, and demand that nothing is told for that. @param nth from 1 */
export async function predict(page: Page, step: Step, nth: number): Promise<void> {
  await rightAnswer(page, step).click();
  await expectUntold(page, step, nth);
}

/** Demand that a step was predicted, and that nothing is told of it. @param nth from 1 */
export async function expectUntold(page: Page, step: Step, nth: number): Promise<void> {
  await expectOpen(page, nth);
  await expect(page.locator('html'), step.id).toHaveAttribute('data-step-state', 'waiting');
  await expect(rightAnswer(page, step)).toHaveAttribute('data-chosen', 'true');
  await expect(page.locator('[data-choice][data-verdict]'), step.id).toHaveCount(0);
  await expect(page.locator('[data-evidence]:visible'), step.id).toHaveCount(0);
}

/** Say that what the step that is shown has typed was seen. */
export async function saySeen(page: Page): Promise<void> {
  await page.locator('[data-seen]').click();
  await expect(page.locator('[data-seen]')).toHaveCount(0);
}

/** Wait until the step that is shown is done, and each of its facts is seen to be so. */
export async function expectDone(page: Page, step: Step): Promise<void> {
  const html = page.locator('html');
  await expect(html, step.id).toHaveAttribute('data-step-state', 'done', { timeout: SEEN_WITHIN });
  const facts = page.locator('[data-evidence]');
  await expect(facts).toHaveCount(step.evidence.length);
  await expect(
    page.locator('[data-evidence]:not([data-evidence-state="true"])'),
    step.id,
  ).toHaveCount(0, { timeout: SEEN_WITHIN });
}

/**
 * Do the step that is shown as a learner does who knows: predict, type, read what was seen.
 *
 * @param nth its number, from 1
 * @param predicted called when it was predicted, where it is not told before it was seen
 * @returns false: the page says that it cannot be done on this machine, which only a step with requirements may
 */
export async function playStep(
  page: Page,
  learner: Learner,
  step: Step,
  nth: number,
  language: Language,
  predicted: () => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  const html = page.locator('html');
  const right = rightAnswer(page, step);
  const isFirstSeen = isSeenFirst(step);
  const answer = async () => {
    if (step.predict !== undefined) await right.click();
  };
  await expectOpen(page, nth);
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText(
    plainText(textIn(step.title, language)),
  );
  if ((await html.getAttribute('data-step-state')) === 'impossible') {
    expect(step.requires, step.id).not.toEqual([]);
    return false;
  }
  const shown = await page.locator('[data-command]').allTextContents();
  expect(shown, step.id).toEqual(step.run);
  if (leavesTrace(step)) await answer();
  if (isFirstSeen) {
    await predict(page, step, nth);
    await predicted();
  }
  await typeLines(learner, step.kind === 'vary' ? step.solve : shown);
  if (isFirstSeen) {
    await expectUntold(page, step, nth);
    await saySeen(page);
  } else if (!leavesTrace(step)) {
    await expectOpen(page, nth);
    await answer();
  }
  await expectDone(page, step);
  const how = page.locator('[data-verdict="done"]');
  const isSeen = leavesTrace(step);
  await expect(how).toHaveAttribute('data-done-by', isSeen ? 'seen' : 'told');
  const words = language === 'en' ? ['Done: seen', 'Answered'] : ['已完成', '作答'];
  await expect(how).toContainText(words[isSeen ? 0 : 1] ?? '');
  await expect(how).not.toContainText(words[isSeen ? 1 : 0] ?? '');
  if (!isSeen) {
    await expect(how).toContainText(language === 'en' ? 'not checked' : '未经检查');
    const agrees = language === 'en' ? 'the machine agrees now' : '机器现在的状态与此相符';
    if (step.evidence.length > 0) await expect(how).toContainText(agrees);
  }
  if (step.predict !== undefined) await expect(right).toHaveAttribute('data-verdict', 'right');
  return true;
}
