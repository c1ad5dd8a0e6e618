import { LANGUAGES } from '../lib/model/language';
import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { smallTexts } from './harness/small-texts';

/* A lesson from a projector: what the picture beside it says can be read from the back row. */

/** CSS pixels of a screen 1080 high. What shows much at once is smaller: it is of no use in parts. */
const LEAST = 27;
const MUCH_AT_ONCE: Readonly<Record<string, number>> = { 'lens=mnt': 20 };

test('whatever the picture beside a step says is read from the back row, and lies in sight', async ({
  page,
  nsview,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 1920, height: 1080 });
  const focuses = new Set(courseLesson('isolation').steps.map(({ focus }) => focus ?? ''));
  for (const focus of focuses) {
    for (const language of LANGUAGES) {
      const lesson = `lesson=isolation&step=8&projector=1&lang=${language}`;
      await openNsview(page, nsview, `${focus}&${lesson}&recording=course&at=36000&freeze=1`);
      await expect(page.locator('html')).toHaveAttribute('data-lesson', 'isolation');
      const [, least = LEAST] =
        Object.entries(MUCH_AT_ONCE).find(([of]) => focus.includes(of)) ?? [];
      await expect.poll(() => smallTexts(page, least), `${focus}, ${language}`).toEqual([]);
      const beyond = await page.locator('#view :is([data-enlarged] *, div)').evaluateAll((boxes) =>
        boxes
          .filter((box) => getComputedStyle(box).overflowX === 'auto')
          .map((box) => box.scrollWidth - box.clientWidth)
          .filter((pixels) => pixels > 1),
      );
      expect(beyond, `${focus}, ${language}`).toEqual([]);
    }
  }
});
