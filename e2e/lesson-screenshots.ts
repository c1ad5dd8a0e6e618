/**
 * `npm run screenshots:lessons FOLDER LESSON en|zh-CN THEME [lab]`: each step of a lesson as a projector shows it, before
 * anything is typed, when it is predicted and nothing is told for that, and when it is done, to be looked at; in the lab also as two windows on a desk show it. Needs root
 * and a build.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { LANGUAGES } from '../lib/model/language';
import { THEMES } from '../lib/view-state/view-state';
import { launchOptions } from './harness/browser';
import { courseLesson } from './harness/course-lesson';
import { startDockerd } from './harness/dockerd';
import { makeUbuntu } from './harness/images';
import { learnerAt, playStep } from './harness/lesson';
import { playStepInLab } from './harness/lesson-in-lab';
import { makeBusybox, removeLeftBehind } from './harness/lesson-played';
import { startNsview } from './harness/nsview';
import { ToldAnew } from './harness/told-anew';
import { until } from './harness/until';

const [folder, id, tongue, theme, lab] = process.argv.slice(2);
const language = LANGUAGES.find((each) => each === tongue);
if (
  folder === undefined ||
  id === undefined ||
  language === undefined ||
  !THEMES.some((each) => each === theme) ||
  (lab !== undefined && lab !== 'lab')
) {
  process.stderr.write(
    `usage: npm run screenshots:lessons FOLDER LESSON ${LANGUAGES.join('|')} ${THEMES.join('|')} [lab]\n`,
  );
  process.exit(2);
}
/** What nothing tells of beside a lesson, and is asked about again and again. */
const ASKED_AGAIN = ['written', 'insides'];
/** Milliseconds, more than any of them waits for its turn. */
const ASKED_AT_LEAST_EVERY = 10_000;
const PROJECTOR = { width: 1920, height: 1080 };
const DESKS = [
  [1920, 1080],
  [1280, 720],
] as const;
const lesson = courseLesson(id);
mkdirSync(folder, { recursive: true });

async function shoot(page: Page, name: string): Promise<void> {
  // No choice is to look as if it was pointed at.
  await page.mouse.move(0, PROJECTOR.height - 1);
  await page.waitForSelector('html[data-settled="true"]');
  const path = join(String(folder), `${lesson.id}-${name}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
}

/** Without the projector, in a large window and in a small one. */
async function shootOnDesk(page: Page, name: string): Promise<void> {
  await page.keyboard.press('p');
  for (const [width, height] of DESKS) {
    await page.setViewportSize({ width, height });
    await shoot(page, `${name}-${String(width)}`);
  }
  await page.setViewportSize(PROJECTOR);
  await page.keyboard.press('p');
}

const dockerd = await startDockerd();
try {
  await makeUbuntu(dockerd);
  await makeBusybox(dockerd);
  const learner = learnerAt(dockerd);
  const args = lab === undefined ? [] : ['--lab'];
  // As on a machine of one's own the docker command need not be told where its daemon is.
  const nsview = await startNsview({ args, environment: { DOCKER_HOST: dockerd.endpoint } });
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    const told = new ToldAnew(page);
    await page.setViewportSize(PROJECTOR);
    const query = `lesson=${lesson.id}&projector=1&lang=${language}&theme=${String(theme)}`;
    await page.goto(`${nsview.url}/?${query}`);
    for (const [index, step] of lesson.steps.entries()) {
      const name = `${String(index + 1).padStart(2, '0')}-${step.id}`;
      await page.waitForSelector(`html[data-step="${String(index + 1)}"][data-step-state]`);
      await shoot(page, `${name}-before`);
      if (lab === undefined) {
        const shownAt = performance.now();
        const shootPredicted = () => shoot(page, `${name}-predicted`);
        if (await playStep(page, learner, step, index + 1, language, shootPredicted)) {
          const doneAt = performance.now();
          // A recap has what was learnt in place of a picture.
          const shown = step.kind === 'recap' ? [] : ASKED_AGAIN;
          for (const name of shown.filter((each) => told.wasAsked(each, shownAt))) {
            // The picture that came with what was done may not ask it any more.
            const isAsked = () => told.wasAsked(name, performance.now() - ASKED_AT_LEAST_EVERY);
            const isTold = () => told.isSince(name, doneAt) || !isAsked();
            await until(`${name} is told anew`, isTold, 30_000);
          }
          await shoot(page, `${name}-done`);
        }
      } else if (await playStepInLab(page, learner, step, index + 1, language, 'click')) {
        await shoot(page, `${name}-done`);
        await shootOnDesk(page, name);
      }
      await page.keyboard.press('PageDown');
    }
  } finally {
    await browser.close();
    await nsview.stop();
  }
} finally {
  await dockerd.close();
  removeLeftBehind();
}
