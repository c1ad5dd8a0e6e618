import { SHIPPED_LESSONS } from '../lib/lessons/shipped';
import { LANGUAGES } from '../lib/model/language';
import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { learnerAt, leavesTrace } from './harness/lesson';
import { expectLab, playStepInLab } from './harness/lesson-in-lab';
import { makeBusybox, removeLeftBehind } from './harness/lesson-played';
import { openNsview } from './harness/pages';
import { hasRegistry, startRegistry } from './harness/registry';

/* All lessons of the course in the lab, in each language on a daemon of its own. */

test.describe.configure({ timeout: 900_000 });

test.afterAll(removeLeftBehind);

for (const language of LANGUAGES) {
  for (const id of SHIPPED_LESSONS) {
    const lesson = courseLesson(id);
    test(`the lesson ${id} is done in the lab, in ${language}`, async ({
      page,
      ownDockerd,
      ownNsview,
    }) => {
      const needsRegistry = lesson.steps.some(({ requires }) => requires.includes('registry'));
      test.skip(needsRegistry && !hasRegistry(), 'there is no docker-registry on this machine');
      const dockerd = await ownDockerd();
      await makeBusybox(dockerd);
      const registry = needsRegistry ? await startRegistry(dockerd) : null;
      try {
        const nsview = await ownNsview({ docker: dockerd.endpoint, args: ['--lab'] });
        await openNsview(page, nsview, `lesson=${id}&lang=${language}`);
        await expectLab(page, lesson);
        const told: string[] = [];
        for (const [index, step] of lesson.steps.entries()) {
          const hand = index % 2 === 0 ? 'click' : 'key';
          const how = await playStepInLab(
            page,
            learnerAt(dockerd),
            step,
            index + 1,
            language,
            hand,
          );
          if (how === 'told') told.push(step.id);
          await page.keyboard.press('PageDown');
        }
        // All but what has nothing to run.
        const silent = lesson.steps.filter((step) => !leavesTrace(step) && step.run.length === 0);
        expect(told).toEqual(silent.map((step) => step.id));
      } finally {
        await registry?.close();
      }
    });
  }
}
