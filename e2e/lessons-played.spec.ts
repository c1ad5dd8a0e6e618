import { expect, test } from './harness/fixtures';
import { courseLesson } from './harness/course-lesson';
import { playLesson } from './harness/lesson-played';

/* Two lessons of the course, a step after the other. */

test('the lesson isolation is played from its first step to its last', async ({
  page,
  dockerd,
  nsview,
}) => {
  test.setTimeout(300_000);
  const passedOver = await playLesson(page, { dockerd, nsview }, courseLesson('isolation'), 'en');
  expect(passedOver).toEqual([]);
});

test('the lesson process is played in Chinese', async ({ page, dockerd, nsview }) => {
  test.setTimeout(300_000);
  const passedOver = await playLesson(page, { dockerd, nsview }, courseLesson('process'), 'zh-CN');
  expect(passedOver).toEqual([]);
});
