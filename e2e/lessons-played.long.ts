import { SHIPPED_LESSONS } from '../lib/lessons/shipped';
import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { playStep } from './harness/lesson';
import { makeBusybox, playLesson, removeLeftBehind } from './harness/lesson-played';
import { openNsview } from './harness/pages';
import { hasRegistry, startRegistry } from './harness/registry';

/* All lessons of the course; two of them are played by `npm test` as well, in the other language. */

test.describe.configure({ timeout: 900_000 });

test.afterAll(removeLeftBehind);

for (const id of SHIPPED_LESSONS) {
  const lesson = courseLesson(id);
  const language = id === 'process' ? 'en' : 'zh-CN';
  test(`the lesson ${id} is played from its first step to its last`, async ({
    page,
    dockerd,
    nsview,
  }) => {
    const needs = (what: (typeof lesson.steps)[number]['requires'][number]) =>
      lesson.steps.some(({ requires }) => requires.includes(what));
    test.skip(needs('registry') && !hasRegistry(), 'there is no docker-registry on this machine');
    const registry = needs('registry') ? await startRegistry(dockerd) : null;
    try {
      const passedOver = await playLesson(page, { dockerd, nsview }, lesson, language);
      const description = passedOver.join(', ');
      if (description !== '') test.info().annotations.push({ type: 'passed over', description });
      // What a machine lacks is its own; that this daemon maps no users is what it was started for.
      const impossible = lesson.steps.filter((step) => passedOver.includes(step.id));
      const unforeseen = impossible.filter(
        ({ requires }) => !requires.some((each) => /^cgroup-|^remapped/.test(each)),
      );
      expect(unforeseen.map((step) => step.id)).toEqual([]);
    } finally {
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
  expect(await playStep(page, dockerd, step, nth, 'en')).toBe(true);
});
