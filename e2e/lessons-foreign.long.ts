import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { livesOfForeign, runForeign } from './harness/foreign';
import { expectNoneCompleted } from './harness/lesson-among-others';
import { playLesson, removeLeftBehind } from './harness/lesson-played';

/* Lessons on a machine where others are at work; a shorter form of each is in `lessons-foreign.spec.ts`. */

test.describe.configure({ timeout: 1_800_000 });

test.afterAll(removeLeftBehind);

for (const id of ['process', 'kernel', 'namespaces', 'limits', 'isolation']) {
  test(`the lesson ${id} is played beside a c1 and a c2 that are somebody else’s`, async ({
    page,
    dockerd,
    nsview,
  }) => {
    await runForeign(dockerd);
    const before = await livesOfForeign(dockerd);
    await playLesson(page, { dockerd, nsview }, courseLesson(id), 'en');
    expect(await livesOfForeign(dockerd)).toBe(before);
  });
}

test('what others do in ten minutes completes no step', async ({ context, dockerd, nsview }) => {
  const others = { containers: 200, within: 600_000, pause: 4000 };
  await expectNoneCompleted(context, { dockerd, nsview }, others);
});
