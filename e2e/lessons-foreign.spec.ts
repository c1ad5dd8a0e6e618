import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { livesOfForeign, runForeign } from './harness/foreign';
import { expectNoneCompleted } from './harness/lesson-among-others';
import { playLesson, removeLeftBehind } from './harness/lesson-played';

/* Lessons on a machine where others are at work. */

test.describe.configure({ timeout: 300_000 });

test.afterAll(removeLeftBehind);

test('the lesson process is played beside a c1 and a c2 that are somebody else’s', async ({
  page,
  dockerd,
  nsview,
}) => {
  await runForeign(dockerd);
  const before = await livesOfForeign(dockerd);
  const lesson = courseLesson('process');
  expect(await playLesson(page, { dockerd, nsview }, lesson, 'zh-CN')).toEqual([]);
  expect(await livesOfForeign(dockerd)).toBe(before);
});

test('what others do completes no step', async ({ context, dockerd, nsview }) => {
  const others = { containers: 10, within: 10_000, pause: 1000 };
  await expectNoneCompleted(context, { dockerd, nsview }, others);
});
