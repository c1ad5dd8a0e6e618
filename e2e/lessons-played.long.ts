import { SHIPPED_LESSONS } from '../lib/lessons/shipped';
import { LANGUAGES } from '../lib/model/language';
import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { learnerAt, playStep } from './harness/lesson';
import { makeBusybox, playLesson, removeLeftBehind } from './harness/lesson-played';
import { LearnerAtTerminal } from './harness/lesson-terminal';
import { openNsview } from './harness/pages';
import { hasRegistry, startRegistry } from './harness/registry';

/*
 * All lessons of the course, in each language, typed in a terminal; each twice, and every time on a daemon of its own
 * that reaches nothing.
 */

test.describe.configure({ timeout: 900_000 });

test.afterAll(removeLeftBehind);

const plays = ['once', 'again'].flatMap((go) =>
  LANGUAGES.flatMap((language) => SHIPPED_LESSONS.map((id) => ({ go, language, id }))),
);

for (const { go, language, id } of plays) {
  const lesson = courseLesson(id);
  const needsRegistry = lesson.steps.some(({ requires }) => requires.includes('registry'));
  test(`the lesson ${id} is typed ${go} in a terminal, ${language}`, async ({
    page,
    ownDockerd,
    ownNsview,
  }) => {
    test.skip(needsRegistry && !hasRegistry(), 'there is no docker-registry on this machine');
    const dockerd = await ownDockerd();
    expect(await dockerd.waysOut(), 'routes to anywhere else').toEqual([]);
    const registry = needsRegistry ? await startRegistry(dockerd) : null;
    const nsview = await ownNsview({ docker: dockerd.endpoint });
    const learner = await LearnerAtTerminal.at(page, dockerd);
    try {
      const passedOver = await playLesson(page, { dockerd, nsview, learner }, lesson, language);
      const description = passedOver.join(', ');
      if (description !== '') test.info().annotations.push({ type: 'passed over', description });
      // What a machine lacks is its own; that this daemon maps no users is what it was started for.
      const impossible = lesson.steps.filter((step) => passedOver.includes(step.id));
      const unforeseen = impossible.filter(
        ({ requires }) => !requires.some((each) => /^cgroup-|^remapped/.test(each)),
      );
      expect(unforeseen.map((step) => step.id)).toEqual([]);
      expect(await dockerd.waysOut(), 'routes to anywhere else').toEqual([]);
    } finally {
      await learner.leave();
      await registry?.close();
    }
  });
}

test('the step of who root is can be played where a daemon maps users', async ({
  page,
  ownDockerd,
  ownNsview,
}) => {
  const dockerd = await ownDockerd({ usernsRemap: true });
  await makeBusybox(dockerd);
  const nsview = await ownNsview({ docker: dockerd.endpoint });
  const lesson = courseLesson('namespaces');
  const index = lesson.steps.findIndex(({ requires }) => requires.includes('remapped-daemon'));
  const step = lesson.steps[index];
  if (step === undefined) throw new Error('no step of the lesson needs a daemon that maps users');
  const nth = index + 1;
  await openNsview(page, nsview, `lesson=${lesson.id}&step=${String(nth)}`);
  expect(await playStep(page, learnerAt(dockerd), step, nth, 'en')).toBe(true);
});
