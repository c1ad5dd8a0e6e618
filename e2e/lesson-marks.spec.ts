import { courseLesson } from './harness/course-lesson';
import { expect, test } from './harness/fixtures';
import { openNsview } from './harness/pages';
import { recordedSteps } from './harness/recorded-steps';
import { tellsState } from './harness/usage-frames';

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

test('the parent that is asked for is marked, and named by what tells it', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, overAt('process', 'parent'));
  await page.locator('[data-choice]').nth(1).click();
  const marked = page.locator('[data-lit="true"] [data-column="command"]');
  await expect(marked).toHaveText(/^containerd-shim/);
  // Whose parent it is stands below it, and to its right.
  const [parent, child] = [marked, page.locator('[data-vantage=":host"] [aria-level="2"]').first()];
  await expect(child).toContainText('sleep 1d');
  const left = async (row: typeof child) => (await row.boundingBox())?.x ?? 0;
  expect(await left(child.locator('[data-column="command"]'))).toBeGreaterThan(await left(parent));
});

test('who goes on is not told to stand still by what was read before, in the next step', async ({
  page,
  dockerd,
  nsview,
}) => {
  let isHeld = false;
  const heard: string[] = [];
  await page.routeWebSocket(/socket\.io/, (page) => {
    const server = page.connectToServer();
    server.onMessage((message) => {
      heard.push(String(message));
      if (!isHeld || !String(message).includes('"usage"')) page.send(message);
    });
  });
  await openNsview(page, nsview, 'lesson=process&step=1&projector=1');
  await dockerd.run('--name', 'c1', 'ubuntu', 'sleep', '1d');
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'done');
  for (let step = 2; step <= 7; step += 1) {
    await page.keyboard.press('PageDown');
    await expect(page.locator('html')).toHaveAttribute('data-step', String(step));
  }
  const said = page.locator('[data-vantage="c1"] [data-state-told]');
  const leader = await dockerd.leader('c1');
  process.kill(leader, 'SIGSTOP');
  await expect(said).toHaveText('T stopped');
  // What is to be older by then than what the step is told.
  await expect.poll(() => heard.some((frame) => tellsState(frame, leader, 'T'))).toBe(true);
  isHeld = true;
  process.kill(leader, 'SIGCONT');
  await page.keyboard.press('PageDown');
  await expect(said).toHaveText('S sleeping');
  await page.keyboard.press('PageDown');
  await expect(page.locator('html')).toHaveAttribute('data-step', '9');
  await expect(page.locator('[data-vantage="c1"] [data-spoken]')).toHaveCount(1);
  await expect(said).toHaveCount(0, { timeout: 1 });
});

test('number 1 is marked where a signal goes to it, and where it has gone its pane says how', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, overAt('process', 'kill-inside'));
  await page.locator('[data-choice]').nth(1).click();
  for (const vantage of [':host', 'c1']) {
    const marked = page.locator(`[data-vantage="${vantage}"] [data-lit="true"]`);
    await expect(marked.locator('[data-column="command"]')).toHaveText('sleep 1d');
    await expect(marked.locator('[data-state-told]')).toHaveCount(0);
  }
  await openNsview(page, nsview, overAt('process', 'kill-host'));
  await expect(page.locator('[data-vantage="c1"] [data-stopped]')).toHaveText('exited (137)');
});
