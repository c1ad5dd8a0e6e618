import type { Locator, Page } from '@playwright/test';
import { LANGUAGES } from '../lib/model/language';
import { isSeenFirst } from '../lib/lessons/seen-first';
import { barriers } from './harness/axe';
import { demand } from './harness/command';
import { courseLesson } from './harness/course-lesson';
import type { Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { LOOKS } from './harness/looks';
import { openNsview, settled } from './harness/pages';

/** Milliseconds that what the server tells takes on a slow line. */
const SLOW = 600;
const STARTS_C1 = 'docker run --name c1 -d ubuntu sh -c "sleep 1d"';

async function type(dockerd: Dockerd, line: string): Promise<void> {
  demand(await dockerd.type(line), line);
}

/** Which step is shown, and how it stands. */
async function expectStep(page: Page, step: number, state: string): Promise<void> {
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-step', String(step));
  await expect(html).toHaveAttribute('data-step-state', state);
  const dot = page.locator(`[data-lesson-step="${String(step)}"]`);
  await expect(dot).toHaveAttribute('data-step-state', state);
  await expect(dot).toHaveAttribute('aria-current', 'step');
}

function evidence(page: Page, name: string): Locator {
  return page.locator(`[data-evidence="${name}"]`);
}

/** What the page says is to be typed, a line each. */
function commands(page: Page): Promise<string[]> {
  return page.locator('[data-command]').allTextContents();
}

test('a step is predicted, typed, and then seen: what was seen is told first, and then why', async ({
  page,
  dockerd,
  nsview,
}) => {
  await openNsview(page, nsview, 'lesson=isolation');
  await expect(page.locator('html')).toHaveAttribute('data-lesson', 'isolation');
  await expectStep(page, 1, 'waiting');
  await expect(page).toHaveURL(/view=sharing.*lesson=isolation&step=1/);
  await expect(evidence(page, 'running')).toHaveAttribute('data-evidence-state', 'false');
  expect(await commands(page)).toEqual([STARTS_C1]);

  // Nothing says which answer is right, not even to who has one.
  const wrong = page.locator('[data-choice="vm"]');
  const reasons = page.getByText('No machine was booted');
  await wrong.click();
  await expect(wrong).toHaveAttribute('data-chosen', 'true');
  await expect(page.locator('[data-verdict="right"]')).toHaveCount(0);
  await expect(reasons).toHaveCount(0);

  for (const line of await commands(page)) await type(dockerd, line);
  await expectStep(page, 1, 'done');
  for (const name of ['running', 'sees', 'own']) {
    await expect(evidence(page, name)).toHaveAttribute('data-evidence-state', 'true');
  }
  const leader = String(await dockerd.leader('c1'));
  await expect(page.locator('[data-evidence]', { hasText: leader }).first()).toBeVisible();
  await expect(page.locator('[data-choice="here"]')).toHaveAttribute('data-verdict', 'right');
  await expect(wrong).toHaveAttribute('data-verdict', 'wrong');
  await expect(reasons).toBeVisible();
  await expect(page.getByText(/Done: seen at \d\d:\d\d:\d\d/)).toBeVisible();
  await expect(page.locator('[data-told]')).toContainText('done');

  // Each why says whether it was so, to who sees no sign, in either language.
  const sign = (name: string) =>
    page.getByRole('paragraph').getByRole('img', { name, exact: true });
  for (const [isRight, isNot] of [
    ['right', 'not so'],
    ['正确', '不对'],
  ] as const) {
    await expect(sign(isRight)).toHaveCount(1);
    await expect(sign(isNot)).toHaveCount(1);
    await page.keyboard.press('L');
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  // What was answered stays what was answered.
  await page.locator('[data-choice="here"]').dispatchEvent('click');
  await expect(wrong).toHaveAttribute('data-chosen', 'true');

  await page.reload();
  await settled(page);
  await expectStep(page, 1, 'done');
  await expect(wrong).toHaveAttribute('data-chosen', 'true');

  // What was seen then and is no longer so is told apart from both.
  await type(dockerd, 'docker rm --force c1');
  await expectStep(page, 1, 'disagrees');
  await expect(evidence(page, 'running')).toHaveAttribute('data-evidence-state', 'false');
});

test('who does not answer is told what was seen, and neither what is right nor why', async ({
  page,
  dockerd,
  nsview,
}) => {
  await openNsview(page, nsview, 'lesson=isolation&step=1');
  await expectStep(page, 1, 'waiting');
  await type(dockerd, STARTS_C1);
  await expectStep(page, 1, 'done');
  await expect(page.locator('[data-verdict="right"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Skip', exact: true }).press('Enter');
  await expect(page.locator('[data-choice="here"]')).toHaveAttribute('data-verdict', 'right');
  await expect(page.locator('[data-chosen="true"]')).toHaveCount(0);
  // The focus has not gone with what was pressed, and the sign before why has a word.
  const question = page.getByRole('region', { name: 'Where does its process run?' });
  await expect(question).toBeFocused();
  await expect(question.getByRole('paragraph').getByRole('img', { name: 'right' })).toBeVisible();
});

test('what came near is named by its cause, and does not complete the step', async ({
  page,
  dockerd,
  nsview,
}) => {
  await openNsview(page, nsview, 'lesson=isolation&step=1');
  await expectStep(page, 1, 'waiting');
  await type(dockerd, 'docker run --name c1 --pid=host -d ubuntu sh -c "sleep 1d"');
  await expectStep(page, 1, 'disagrees');
  await expect(page.locator('[data-near-miss]')).toContainText('PID namespace');
  await type(dockerd, 'docker rm --force c1');
  await expectStep(page, 1, 'waiting');
  await expect(page.locator('[data-near-miss]')).toHaveCount(0);
  // Some other container, and one of that name which was only made.
  await type(dockerd, 'docker run --name c3 -d ubuntu sh -c "sleep 1d"');
  await expect(page.locator('[data-container="c3"]')).toBeVisible();
  await expectStep(page, 1, 'waiting');
  await type(dockerd, 'docker create --name c1 ubuntu sh -c "sleep 1d"');
  await expectStep(page, 1, 'disagrees');
  await expect(page.locator('[data-near-miss]')).toContainText('does not run');
  await type(dockerd, 'docker start c1');
  await expectStep(page, 1, 'done');
});

test('somebody else’s c1 is told apart and left alone; other names go on', async ({
  page,
  dockerd,
  nsview,
}) => {
  const life = async () =>
    demand(
      await dockerd.cli('inspect', '--format', '{{.Id}} {{.State.StartedAt}}', 'c1'),
      'docker inspect',
    );
  await type(dockerd, STARTS_C1);
  const before = await life();
  await openNsview(page, nsview, 'lesson=isolation&step=1');
  await expect(page.locator('[data-foreign="c1"]')).toBeVisible();
  await expectStep(page, 1, 'waiting');
  await page.getByRole('button', { name: /Use other names: c1-mine/ }).click();
  await expect(page.locator('[data-foreign]')).toHaveCount(0);
  expect(await commands(page)).toEqual([STARTS_C1.replace('c1', 'c1-mine')]);
  for (const line of await commands(page)) await type(dockerd, line);
  await expectStep(page, 1, 'done');
  await page.reload();
  await settled(page);
  await expectStep(page, 1, 'done');
  expect(await commands(page)).toEqual([STARTS_C1.replace('c1', 'c1-mine')]);
  expect(await life()).toBe(before);
});

test('the address is the step, Back is the step before, and a hand may wander and return', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, 'lesson=isolation');
  await expect(page).toHaveURL(/view=sharing.*step=1/);
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/view=processes&vantages=:host,c1&lesson=isolation&step=2/);
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/view=processes&vantages=:host,c1,c2&lesson=isolation&step=3/);
  await page.goBack();
  await expect(page).toHaveURL(/view=processes.*step=2/);
  await expect(page.locator('html')).toHaveAttribute('data-step', '2');

  const back = page.getByRole('button', { name: /Back to the step/ });
  await expect(back).toHaveCount(0);
  await page.keyboard.press('v');
  await expect(back).toBeVisible();
  // A link shows what was on screen, wandered or not.
  await page.reload();
  await settled(page);
  await expect(page).not.toHaveURL(/view=processes/);
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/view=processes&vantages=:host,c1/);
  await expect(back).toHaveCount(0);

  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/step=1/);
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/step=1/);
  await page.getByRole('button', { name: 'Leave the lesson' }).click();
  await expect(page).not.toHaveURL(/lesson|step/);
  await expect(page.locator('html')).not.toHaveAttribute('data-lesson');
});

test('an answer that is pressed before the machine was looked at is not lost', async ({
  page,
  nsview,
}) => {
  await page.routeWebSocket(/\/socket\.io\//, (here) => {
    const server = here.connectToServer();
    server.onMessage((message) => setTimeout(() => here.send(message), SLOW));
  });
  await page.goto(`${nsview.url}/?lesson=isolation&step=1`);
  const answer = page.locator('[data-choice="vm"]');
  await expect(answer).toHaveAttribute('aria-disabled', 'true');
  await expect(page.locator('html')).not.toHaveAttribute('data-step-state');
  await answer.click();
  await expect(answer).toHaveAttribute('data-chosen', 'true');
});

test('with the keyboard alone: the list, the choice, a dark screen, the other language', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, 'view=matrix');
  await page.keyboard.press('l');
  const list = page.getByRole('dialog', { name: 'Lessons' });
  await expect(list).toBeVisible();
  const isolation = list.locator('a[href^="?lesson=isolation"]');
  await isolation.focus();
  await page.keyboard.press('Enter');
  await expectStep(page, 1, 'waiting');
  await expect(list).toHaveCount(0);

  await page.locator('[data-choice="vm"]').focus();
  await page.keyboard.press('Space');
  await expect(page.locator('[data-choice="vm"]')).toHaveAttribute('data-chosen', 'true');

  await page.keyboard.press('b');
  await expect(page.locator('[data-blank]')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.locator('[data-blank]')).toHaveCount(0);
  await expect(page.locator('[data-choice="vm"]')).toBeFocused();
  await page.keyboard.press('L');
  await expect(page.getByRole('heading', { level: 3 }).first()).toHaveText(/启动第一个容器/);
});

test('where there is no container yet, the page leads to the lesson, also by the keyboard', async ({
  page,
  dockerd,
  nsview,
}) => {
  await dockerd.clear();
  await openNsview(page, nsview);
  const leads = page.getByRole('button', { name: /Isolation in action/ });
  await expect(leads).toBeVisible();
  const isReached = () => leads.evaluate((button) => button === document.activeElement);
  for (let presses = 0; presses < 40 && !(await isReached()); presses += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(leads).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lesson=isolation&step=1/);
  await expectStep(page, 1, 'waiting');
});

test('a lesson or a step that is not there is told, with those that are', async ({
  page,
  nsview,
}) => {
  await openNsview(page, nsview, 'lesson=nonesuch');
  await expect(page.locator('#lesson').getByRole('alert')).toContainText('nonesuch');
  await page.locator('a[href^="?lesson=isolation"]').click();
  await expectStep(page, 1, 'waiting');
  await openNsview(page, nsview, 'lesson=isolation&step=99');
  await expect(page.locator('#lesson').getByRole('alert')).toContainText('no step 99');
  await page.getByRole('button', { name: 'To its first step' }).click();
  await expectStep(page, 1, 'waiting');
});

test('a recording is looked at as a machine is', async ({ page, nsview }) => {
  await openNsview(page, nsview, 'lesson=isolation&step=1&recording=course');
  await expectStep(page, 1, 'done');
  await expect(evidence(page, 'running')).toHaveAttribute('data-evidence-state', 'true');
});

test('nobody is kept out: axe, in every theme and language', async ({ page, dockerd, nsview }) => {
  test.setTimeout(120_000);
  await openNsview(page, nsview, 'lesson=isolation&step=1');
  await page.locator('[data-choice="vm"]').click();
  await type(dockerd, STARTS_C1);
  await expectStep(page, 1, 'done');
  await openNsview(page, nsview, 'lesson=isolation&step=2');
  await page.locator('[data-choice="own"]').click();
  await expect(page.locator('[data-seen]')).toBeVisible();
  for (const { query } of LOOKS) {
    for (const step of [1, 2, 3]) {
      await openNsview(page, nsview, `lesson=isolation&step=${String(step)}&${query}`);
      await expectStep(page, step, step === 1 ? 'done' : 'waiting');
      expect(await barriers(page), `${query}, step ${String(step)}`).toEqual([]);
    }
  }
});

test('from the back row it can be read, and nothing has to be scrolled', async ({
  page,
  dockerd,
  nsview,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1920, height: 1080 });
  const expectReadable = async (language: string) => {
    const where = `${language}, ${new URL(page.url()).search}`;
    const said = '#lesson :is(h2, h3, p, code, span, [data-choice], [data-seen])';
    const texts = await page.locator(said).evaluateAll((elements) =>
      elements
        .filter(({ childNodes }) => [...childNodes].some(({ nodeType }) => nodeType === 3))
        .map((element) => ({
          text: element.textContent,
          px: Number.parseFloat(getComputedStyle(element).fontSize),
        })),
    );
    expect(texts.length, where).toBeGreaterThan(0);
    expect(
      texts.filter(({ px }) => px < 28),
      where,
    ).toEqual([]);
    await expect(page.locator('#lesson [data-more-below]'), where).toHaveCount(0);
    const over = await page.locator('#lesson [role="region"]').evaluate((region) => ({
      high: region.scrollHeight - region.clientHeight,
      wide: region.scrollWidth - region.clientWidth,
    }));
    expect(over, where).toEqual({ high: 0, wide: 0 });
  };
  const expectReadableInAll = async () => {
    for (const language of LANGUAGES) {
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expectReadable(language);
      await page.keyboard.press('L');
    }
  };
  await openNsview(page, nsview, 'lesson=isolation&projector=1');
  for (const [index, step] of courseLesson('isolation').steps.entries()) {
    await expect(page.locator('html')).toHaveAttribute('data-step', String(index + 1));
    const lines = await commands(page);
    await expectReadableInAll();
    for (const line of lines) await dockerd.type(line);
    const wrong = page.locator('[data-choice]').first();
    if ((await wrong.count()) > 0) await wrong.click();
    if (isSeenFirst(step)) {
      await expect(page.locator('[data-seen]')).toBeVisible();
      await expectReadableInAll();
      await page.locator('[data-seen]').click();
    }
    await expectReadableInAll();
    await page.keyboard.press('PageDown');
  }
});
