import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { recordedSteps } from './harness/recorded-steps';

/* What a step of a lesson speaks of is marked in the picture beside it: here in lists of processes, in a recording. */

/** The address of a step when it is over in the recording of its lesson, and whoever is asked has answered. */
function overAt(lesson: string, name: string): string {
  const steps = recordedSteps(lesson);
  const next = steps[steps.findIndex(({ step }) => step === name) + 1];
  const { steps: all } = courseLesson(lesson);
  const nth = all.findIndex(({ id }) => id === name);
  const at = String((next?.at ?? 0) / 1000);
  const replay = `recording=lesson-${lesson}&at=${at}&freeze=1`;
  return `${all[nth]?.focus ?? ''}&lesson=${lesson}&step=${String(nth + 1)}&projector=1&${replay}`;
}

test('a process that was stopped is said to be, in each pane, and after it goes on that it sleeps', async ({
  page,
  nsview,
}) => {
  for (const [step, said] of [
    ['stop', 'T stopped'],
    ['continue', 'S sleeping'],
  ] as const) {
    await openNsview(page, nsview, overAt('process', step));
    for (const vantage of [':host', 'c1']) {
      const marked = page.locator(`[data-vantage="${vantage}"] [data-lit="true"]`);
      await expect(marked, `${step} ${vantage}`).toHaveCount(1);
      await expect(marked.locator('[data-state-told]')).toHaveText(said);
    }
  }
});

test('the parent that is asked for is marked with its child, and named by what tells it', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, overAt('process', 'parent'));
  await page.locator('[data-choice]').nth(1).click();
  const commands = page.locator('[data-vantage=":host"] [data-lit="true"] [data-column="command"]');
  await expect(commands.first()).toHaveText(/^containerd-shim/);
  await expect(commands.nth(1)).toHaveText('sleep 1d');
});
