import type { Page } from '@playwright/test';
import type { Lesson } from '../lib/lessons/lesson';
import { SHIPPED_LESSONS } from '../lib/lessons/shipped';
import { freshSnapshot } from './harness/api';
import { courseLesson } from './harness/course-lesson';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { learnerAt, leavesTrace, linesOf, typeLines } from './harness/lesson';
import { makeBusybox, removeLeftBehind } from './harness/lesson-played';
import { openNsview } from './harness/pages';

/* What comes near to a step of the course does not complete it. */

/**
 * What the page then asks of details is answered within a second or two, and what does not happen gives no sign: that
 * is waited for by the clock, after the page has what came of the commands.
 */
const LOOKED_FOR = 3_000;
const OWN_IMAGES =
  'docker images --format "{{.Repository}}:{{.Tag}}" | grep nsview- | xargs -r docker rmi --force';

/** Make what a learner has who comes to a step. @param index of the step, from 0 */
async function comeTo(dockerd: Dockerd, lesson: Lesson, index: number): Promise<void> {
  const learner = learnerAt(dockerd);
  await dockerd.clear();
  await learner.type(OWN_IMAGES);
  for (const step of lesson.steps.slice(0, index)) await typeLines(learner, linesOf(step));
}

/** Show a step, and demand that it was not done. @returns false: it cannot be done on this machine */
async function shows(page: Page, nth: number): Promise<boolean> {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-step', String(nth));
  await expect(html).toHaveAttribute('data-step-state', /^(waiting|impossible|disagrees)$/);
  return (await html.getAttribute('data-step-state')) !== 'impossible';
}

/** Wait until the page shows this moment, or a later one. */
async function expectSeen(page: Page, { seq }: { seq: number }): Promise<void> {
  const shown = async () => Number(await page.locator('html').getAttribute('data-seq'));
  await expect.poll(shown).toBeGreaterThanOrEqual(seq);
}

test.afterAll(removeLeftBehind);

for (const id of SHIPPED_LESSONS) {
  const lesson = courseLesson(id);
  test(`what comes near to a step of the lesson ${id} does not complete it`, async ({
    page,
    dockerd,
    nsview,
  }) => {
    test.setTimeout(3_600_000);
    await makeBusybox(dockerd);
    // With none of its containers there: later they are the lesson's own.
    await openNsview(page, nsview, `lesson=${id}&step=1`);
    let looks = 0;
    for (const [index, step] of lesson.steps.entries()) {
      if (!leavesTrace(step)) continue;
      const nth = index + 1;
      for (const near of step.near) {
        // Nobody looks meanwhile: on the way it may well pass by what completes the step.
        await page.goto('about:blank');
        await comeTo(dockerd, lesson, index);
        await openNsview(page, nsview, `lesson=${id}&step=${String(nth)}`);
        if (!(await shows(page, nth))) break;
        await learnerAt(dockerd).type(near);
        await expectSeen(page, await freshSnapshot(nsview));
        await page.waitForTimeout(LOOKED_FOR);
        // What was done once is told where another step is shown, even if it is so no more.
        await page.keyboard.press('PageDown');
        await expect(page.locator('html')).toHaveAttribute('data-step', String(nth + 1));
        const dot = page.locator(`[data-lesson-step="${String(nth)}"]`);
        await expect(dot, `${step.id}: ${near}`).toHaveAttribute('data-step-state', 'waiting');
        looks += 1;
      }
    }
    expect(looks).toBeGreaterThan(0);
  });
}
