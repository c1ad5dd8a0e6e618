import { expect, test } from './harness/fixtures';
import { courseLesson } from './harness/course-lesson';
import { playLesson } from './harness/lesson-played';
import { LearnerAtTerminal } from './harness/lesson-terminal';

test('the lesson isolation is typed in a terminal, from its first step to its last', async ({
  page,
  dockerd,
  nsview,
}) => {
  test.setTimeout(300_000);
  const learner = await LearnerAtTerminal.at(page, dockerd);
  const lesson = courseLesson('isolation');
  const passedOver = await playLesson(page, { dockerd, nsview, learner }, lesson, 'en');
  expect(passedOver).toEqual([]);
  // In c1; in c2; in both when they share.
  expect(learner.compared, 'lists of processes, as ps printed them').toBe(4);
  await learner.leave();
});
