import { readlink } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Step } from '../lib/lessons/lesson';
import { courseLesson } from './harness/course-lesson';
import { startDockerd, type Dockerd } from './harness/dockerd';
import { expect, test } from './harness/fixtures';
import { makeUbuntu } from './harness/images';
import {
  expectDone,
  expectOpen,
  learnerAt,
  rightAnswer,
  typeLines,
  type Learner,
} from './harness/lesson';
import { makeBusybox, removeLeftBehind } from './harness/lesson-played';
import { startNsview, type Nsview } from './harness/nsview';

/*
 * What a lesson says was seen, the picture beside it shows: not when what is on screen is asked again in any case, but
 * for having been seen. Therefore pages here never get to what they put off for longer than this.
 */

const PUT_OFF = 1000;

let dockerd: Dockerd;
let nsview: Nsview;

test.beforeAll(async () => {
  dockerd = await startDockerd();
  await makeUbuntu(dockerd);
  await makeBusybox(dockerd);
  nsview = await startNsview({ docker: dockerd.endpoint });
});
test.afterAll(async () => {
  await nsview.stop();
  await dockerd.close();
  removeLeftBehind();
});

/** Opens a lesson at a step, whose containers are there as those before it leave them. */
async function openStep(page: Page, id: string, step: string) {
  await page.addInitScript((most) => {
    const later = window.setTimeout.bind(window);
    const patient = (handler: TimerHandler, milliseconds = 0, ...given: unknown[]) =>
      milliseconds > most ? 0 : later(handler, milliseconds, ...given);
    Object.assign(window, { setTimeout: patient });
  }, PUT_OFF);
  const { steps } = courseLesson(id);
  const index = steps.findIndex((each) => each.id === step);
  const found = steps[index];
  if (found === undefined) throw new Error(`${id} has no step ${step}`);
  await page.setViewportSize({ width: 1920, height: 1080 });
  const focus = found.focus ?? '';
  await page.goto(
    `${nsview.url}/?${focus}&lesson=${id}&step=${String(index + 1)}&projector=1&lang=en`,
  );
  // What was there before a step is first shown is none of it.
  await expectOpen(page, index + 1);
  return found;
}

/** Types what a step says, until it is done. */
async function doStep(page: Page, learner: Learner, step: Step) {
  await typeLines(learner, step.run);
  await expectDone(page, step);
}

/** The box of a container's network, as the kernel names it. */
async function networkOf(page: Page, name: string) {
  const link = await readlink(`/proc/${String(await dockerd.leader(name))}/ns/net`);
  const id = link.replace(/[[\]]/g, '');
  return { id, box: page.locator(`[data-box="${id}"]`) };
}

test('of a firewall: the rule, the ports and the wires that the step has brought about', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const learner = learnerAt(dockerd);
  const step = await openStep(page, 'namespaces', 'net-firewall');
  // What still stands of the step before would answer for this one: its picture comes after an answer.
  await rightAnswer(page, step).click();
  await doStep(page, learner, step);
  const [c1, c2] = await Promise.all(['c1', 'c2'].map((name) => networkOf(page, name)));
  if (c1 === undefined || c2 === undefined) throw new Error('both run');
  await expect(c1.box.locator('[data-firewall]')).toHaveCount(1);
  await expect(c2.box.locator('[data-firewall]')).toHaveCount(0);
  for (const { box, id } of [c1, c2]) {
    await expect(box.locator('[data-port="80"]')).toBeVisible();
    await expect(page.locator(`[data-wire][data-from="${id} eth0"]`)).toHaveCount(1);
  }
  await expect(page.locator('[data-reach]')).toHaveAttribute('data-reach', 'c2 c1');
  await expect(page.locator('[data-reach]')).toHaveAttribute('data-verdict', 'no');
});

/** Does a step of the lesson on limits, with no container there but what `before` makes. */
async function doLimit(page: Page, id: string, before: readonly string[] = []) {
  const learner = learnerAt(dockerd);
  await typeLines(learner, ['docker rm --force c1 c2']);
  const step = await openStep(page, 'limits', id);
  await typeLines(learner, before);
  await doStep(page, learner, step);
}

test('of memory: that a process was killed for want of it', async ({ page }) => {
  test.setTimeout(120_000);
  const [run = ''] = courseLesson('limits').steps[0]?.run ?? [];
  await doLimit(page, 'memory-hit', [run]);
  await expect(page.locator('[data-did="memory"]')).toBeVisible();
});

test('of processes: how many there are, and that one more was refused', async ({ page }) => {
  test.setTimeout(120_000);
  await doLimit(page, 'pids');
  await expect(page.locator('[data-did="pids"]')).toBeVisible();
  await expect(page.locator('[data-use="pids"]')).toContainText(/10 of 10|all 10 were taken/);
});

test('of CPU time: how much it gets, and that it was held back', async ({ page }) => {
  test.setTimeout(120_000);
  await doLimit(page, 'cpu');
  await expect(page.locator('[data-use="cpu"] [data-figure]')).toContainText('0.2');
  await expect(page.locator('[data-did="cpu"]')).toBeVisible();
});
