import { SHIPPED_LESSONS } from '../lib/lessons/shipped';
import { LANGUAGES } from '../lib/model/language';
import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { recordedSteps } from './harness/recorded-steps';
import { smallTexts } from './harness/small-texts';

/* A lesson from a projector: what the picture beside it says can be read from the back row. */

/** CSS pixels of a screen 1080 high, less what a browser rounds. */
const LEAST = 27.9;

interface Shown {
  focus: string;
  /** From 1. */
  step: number;
  /** When that step is over in the recording of its lesson, in seconds. */
  at: number;
}

/** Each picture of a lesson once, as it is when the last of the steps is over that show it. */
function picturesOf(id: (typeof SHIPPED_LESSONS)[number]): Shown[] {
  const { steps } = courseLesson(id);
  const begun = recordedSteps(id);
  const pictures = steps.flatMap(({ id: name, focus = '' }, index): Shown[] => {
    const nth = begun.findIndex(({ step }) => step === name);
    const next = begun[nth + 1];
    return nth < 0 || next === undefined ? [] : [{ focus, step: index + 1, at: next.at / 1000 }];
  });
  return [...new Map(pictures.map((each) => [each.focus, each])).values()];
}

for (const id of SHIPPED_LESSONS) {
  test(`whatever the pictures of the lesson ${id} say is read from the back row, and lies in sight`, async ({
    page,
    nsview,
  }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 1920, height: 1080 });
    for (const { focus, step, at } of picturesOf(id)) {
      const replay = `recording=lesson-${id}&at=${String(at)}&freeze=1`;
      const lesson = `lesson=${id}&step=${String(step)}&projector=1`;
      await openNsview(page, nsview, `${focus}&${lesson}&${replay}`);
      await expect(page.locator('html')).toHaveAttribute('data-lesson', id);
      for (const language of LANGUAGES) {
        const where = `step ${String(step)}, ${focus}, ${language}`;
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect.poll(() => smallTexts(page, LEAST), where).toEqual([]);
        const beyond = await page
          .locator('#view :is([data-enlarged] *, div)')
          .evaluateAll((boxes) =>
            boxes
              .filter((box) => getComputedStyle(box).overflowX === 'auto')
              .map((box) => box.scrollWidth - box.clientWidth)
              .filter((pixels) => pixels > 1),
          );
        expect(beyond, where).toEqual([]);
        await page.keyboard.press('L');
      }
    }
  });
}
