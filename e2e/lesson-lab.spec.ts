import type { Page } from '@playwright/test';
import { barriers } from './harness/axe';
import { demand } from './harness/command';
import { courseLesson } from './harness/course-lesson';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { writeLesson } from './harness/lab-lesson';
import { learnerAt } from './harness/lesson';
import { expectLab, outputOf, playStepInLab, runInLab } from './harness/lesson-in-lab';
import { openNsview, settled } from './harness/pages';

/* The lab in a browser: what it may do at all is in lab.spec.ts. */

const isolation = courseLesson('isolation');

/** Its lines without the number of `ps` itself, which is another each time. */
function withoutPs(printed: string): string[] {
  return printed
    .trim()
    .split('\n')
    .map((line) => (line.endsWith('ps aux') ? 'ps aux' : line.trimEnd()));
}

async function expectLikePs(page: Page, dockerd: Dockerd, nth: number, name: string) {
  const told = demand(await dockerd.cli('exec', name, 'ps', 'aux'), 'docker exec');
  const shown = await outputOf(page, nth).locator('[data-printed]').textContent();
  expect(withoutPs(shown ?? '')).toEqual(withoutPs(told));
}

async function labelled(dockerd: Dockerd): Promise<string> {
  const format = ['--format', '{{.Names}}', '--filter', 'label=nsview.lesson'];
  return demand(await dockerd.cli('ps', '-a', ...format), 'docker ps');
}

test('the lesson isolation is done in the lab, by key and by click, each step seen or checked', async ({
  page,
  dockerd,
  ownNsview,
}) => {
  test.setTimeout(240_000);
  const nsview = await ownNsview({ docker: dockerd.endpoint, args: ['--lab'] });
  await openNsview(page, nsview, 'lesson=isolation&lang=en');
  await expectLab(page, isolation);
  for (const [index, step] of isolation.steps.entries()) {
    const hand = index % 2 === 0 ? 'key' : 'click';
    const how = await playStepInLab(page, learnerAt(dockerd), step, index + 1, 'en', hand);
    expect([step.id, how]).toEqual([step.id, 'answered' in step.done ? 'checked' : 'seen']);
    if (step.id === 'ps-in-c1') await expectLikePs(page, dockerd, 0, 'c1');
    if (step.id === 'ps-in-both') {
      await expectLikePs(page, dockerd, 0, 'c2');
      await expectLikePs(page, dockerd, 1, 'c1');
    }
    if (step.id === 'mistyped') {
      await expect(outputOf(page, 0)).toContainText('invalid PID mode');
      await expect(outputOf(page, 0)).toHaveAttribute('data-exit', '125');
      // Over a reload as well, and nothing runs by the key that has run.
      await page.reload();
      await settled(page);
      await expect(outputOf(page, 0)).toContainText('invalid PID mode');
      await expect(page.locator('html')).toHaveAttribute('data-step-state', 'done');
      await page.keyboard.press('x');
      await expect(page.locator('[data-told]')).toContainText('have run');
    }
    await page.keyboard.press('PageDown');
  }
  await expect(page.locator('[data-lesson-step][data-step-state="done"]')).toHaveCount(
    isolation.steps.length,
  );
  expect(await labelled(dockerd)).toBe('');
});

test('what is left is asked about on leaving, and after a crash; others’ things stay', async ({
  page,
  dockerd,
  ownNsview,
}) => {
  test.setTimeout(120_000);
  const options = { docker: dockerd.endpoint, args: ['--lab'] };
  await dockerd.run('--name', 'web', 'ubuntu', 'sleep', '1d');
  const killed = await ownNsview(options);
  await openNsview(page, killed, 'lesson=isolation&lang=en');
  await expectLab(page, isolation);

  // Nobody runs by accident what would tell the answer.
  await page.keyboard.press('x');
  await expect(page.locator('[data-told]')).toContainText('Answer first');
  await page.locator('[data-choice="here"]').click();
  for (const key of ['PageUp', 'b', 'b']) await page.keyboard.press(key);
  await expect(page.locator('[data-output]')).toHaveCount(0);
  await runInLab(page, 0, 'click');
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'done');
  // Who pressed the button stays where it was, for it has gone.
  await expect(page.locator('[data-output]')).toBeFocused();
  for (const theme of ['light', 'dark']) {
    await page.evaluate((to) => (document.documentElement.dataset.theme = to), theme);
    expect(await barriers(page), theme).toEqual([]);
  }

  const leave = page.getByRole('button', { name: 'Leave the lesson' });
  await leave.click();
  const dialog = page.locator('[data-leaving="isolation"]');
  await expect(dialog.locator('[data-left="containers"]')).toContainText('c1');
  await expect(dialog).not.toContainText('web');
  expect(await barriers(page), 'leaving').toEqual([]);
  await dialog.locator('[data-leave="stay"]').click();
  await expect(page.locator('html')).toHaveAttribute('data-lesson', 'isolation');
  await leave.click();
  await dialog.locator('[data-leave="keep"]').click();
  await expect(page.locator('html')).not.toHaveAttribute('data-lesson');
  expect(await labelled(dockerd)).toBe('c1');

  await page.goto('about:blank');
  await killed.stop('SIGKILL');
  const next = await ownNsview(options);
  await openNsview(page, next, 'lang=en');
  await page.keyboard.press('l');
  const offer = page.locator('[data-left-behind]');
  await expect(offer).toContainText('c1');
  expect(await barriers(page), 'left behind').toEqual([]);
  await offer.getByRole('button', { name: 'Remove all of it' }).click();
  await expect(offer.locator('[data-cleaning="removed"]')).toBeVisible();
  expect(await labelled(dockerd)).toBe('');
  const all = ['--format', '{{.Names}}'];
  expect(demand(await dockerd.cli('ps', '-a', ...all), 'docker ps')).toBe('web');
});

test('the browser’s Back asks before it leaves a lesson, and then leads where it was to', async ({
  page,
  dockerd,
  ownNsview,
}) => {
  test.setTimeout(120_000);
  const nsview = await ownNsview({ docker: dockerd.endpoint, args: ['--lab'] });
  const html = page.locator('html');
  await openNsview(page, nsview, 'view=matrix&lang=en');
  await page.keyboard.press('v');
  await expect(page).not.toHaveURL(/view=matrix/);
  const before = page.url();
  await page.keyboard.press('l');
  await page.locator('a[href*="lesson=isolation"]').click();
  await expectLab(page, isolation);

  // Nothing was made yet, so there is nothing to ask.
  await page.goBack();
  await expect(html).not.toHaveAttribute('data-lesson');
  await expect(page).toHaveURL(before);

  await page.keyboard.press('l');
  await page.locator('a[href*="lesson=isolation"]').click();
  await expectLab(page, isolation);
  await page.locator('[data-choice="here"]').click();
  await runInLab(page, 0, 'click');
  await expect(html).toHaveAttribute('data-step-state', 'done');
  const during = page.url();
  const dialog = page.locator('[data-leaving="isolation"]');
  await page.goBack();
  await expect(dialog.locator('[data-left="containers"]')).toContainText('c1');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(during);
  await expect(html).toHaveAttribute('data-lesson', 'isolation');

  // From step to step nobody is asked.
  await page.keyboard.press('PageDown');
  await expect(html).toHaveAttribute('data-step', '2');
  await page.goBack();
  await expect(html).toHaveAttribute('data-step', '1');
  await expect(dialog).toHaveCount(0);

  await page.goBack();
  await dialog.locator('[data-leave="keep"]').click();
  await expect(html).not.toHaveAttribute('data-lesson');
  await expect(page).toHaveURL(before);
  expect(await labelled(dockerd)).toBe('c1');

  // What was kept is told of at the way back in, and Forward is one.
  await page.goForward();
  await expect(html).toHaveAttribute('data-lesson', 'isolation');
  await page.goBack();
  await dialog.locator('[data-leave="remove"]').click();
  await expect(html).not.toHaveAttribute('data-lesson');
  await expect(page).toHaveURL(before);
  expect(await labelled(dockerd)).toBe('');
  // Back leads on, not round in a circle.
  await page.goBack();
  await expect(page).not.toHaveURL(before);
  await expect(html).not.toHaveAttribute('data-lesson');
});

test('what runs long is stopped by hand, over a reload as well, and nothing runs beside it', async ({
  page,
  dockerd,
  ownNsview,
}, testInfo) => {
  const file = testInfo.outputPath('own.yaml');
  writeLesson(
    file,
    ['docker run --name c1 -d ubuntu sleep 1d', 'docker exec c1 sleep 55'],
    'sleep',
  );
  const args = ['--lab', '--lesson', file];
  const nsview = await ownNsview({ docker: dockerd.endpoint, args });
  await openNsview(page, nsview, 'lesson=own&lang=en');
  await page.locator('[data-choice="so"]').click();
  await runInLab(page, 0, 'click');
  await page.locator('[data-run="1"]').click();
  const output = outputOf(page, 1);
  await expect(output).toHaveAttribute('data-running', 'true');
  await expect(page.locator('[data-run="1"]')).toHaveAttribute('aria-disabled', 'true');
  await expect(page.locator('[data-run-again]')).toHaveAttribute('aria-disabled', 'true');
  await page.locator('[data-stop]').click();
  await expect(output).toContainText('It was stopped');
  await expect(page.locator('html')).toHaveAttribute('data-step-state', 'disagrees');

  await output.locator('[data-run-again]').click();
  await expect(output).toHaveAttribute('data-running', 'true');
  await page.reload();
  await settled(page);
  await expect(output).toContainText('asked for before this page was opened');
  await page.locator('[data-stop]').click();
  await expect(output.locator('[data-run-again]')).toHaveAttribute('aria-disabled', 'false');
});

test('without the lab there is nothing to run, and no key for it', async ({ page, nsview }) => {
  await openNsview(page, nsview, 'lesson=isolation&step=15&lang=en');
  await page.locator('[data-choice="pid"]').click();
  await expect(page.locator('[data-verdict="done"]')).toHaveAttribute('data-done-by', 'told');
  await page.keyboard.press('x');
  await expect(page.locator('[data-run], [data-output], [data-lab]')).toHaveCount(0);
});
