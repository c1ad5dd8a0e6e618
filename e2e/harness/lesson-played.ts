import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Lesson } from '../../lib/lessons/lesson';
import { withNames } from '../../lib/lessons/names';
import type { Language } from '../../lib/model/language';
import { demand } from './command';
import type { Dockerd } from './dockerd';
import { type Learner, learnerAt, playStep } from './lesson';
import type { Nsview } from './nsview';
import { openNsview } from './pages';

/** `ubuntu` is all that the daemons of tests have, and it is a busybox. */
export async function makeBusybox(dockerd: Pick<Dockerd, 'cli'>): Promise<void> {
  await dockerd.cli('tag', 'ubuntu', 'busybox');
}

/** The folders of this machine that the course's commands make, and leave there. */
const LEFT_BEHIND = ['nsview-hello', 'nsview-notes', 'nsview-out'];

/** Remove what commands of the course leave behind outside of containers. */
export function removeLeftBehind(): void {
  for (const name of LEFT_BEHIND) rmSync(join('/tmp', name), { recursive: true, force: true });
}

export interface Classroom {
  dockerd: Dockerd;
  /** Watches that daemon. */
  nsview: Nsview;
  learner?: Learner;
}

/** What the page offers where somebody else has the names of a lesson: `c1-mine`. */
const SUFFIX = 'mine';

/** A lesson with its containers under the names that the page offers where theirs are taken. */
function underOtherNames(lesson: Lesson): Lesson {
  const other = (text: string) => withNames({ suffix: SUFFIX }, lesson, text);
  return {
    ...lesson,
    steps: lesson.steps.map(({ title, run, solve, ...step }) => ({
      ...step,
      title: Object.fromEntries(Object.entries(title).map(([tag, text]) => [tag, other(text)])),
      run: run.map(other),
      solve: solve.map(other),
    })),
  };
}

/**
 * Do a whole lesson, from its first step to its last. Where its names are taken it is done under others.
 *
 * @returns the ids of steps that cannot be done on this machine, which were passed over
 */
export async function playLesson(
  page: Page,
  { dockerd, nsview, learner = learnerAt(dockerd) }: Classroom,
  lesson: Lesson,
  language: Language,
): Promise<string[]> {
  const passedOver: string[] = [];
  await makeBusybox(dockerd);
  const names = demand(await dockerd.cli('ps', '-a', '--format', '{{.Names}}'), 'docker ps');
  const isTaken = lesson.containers.some((name) => names.split('\n').includes(name));
  await openNsview(page, nsview, `lesson=${lesson.id}&lang=${language}`);
  await expect(page.locator('[data-lesson-step]')).toHaveCount(lesson.steps.length);
  if (isTaken) await page.locator('[data-foreign] button').first().click();
  await expect(page.locator('[data-foreign]')).toHaveCount(0);
  const { steps } = isTaken ? underOtherNames(lesson) : lesson;
  for (const [index, step] of steps.entries()) {
    const isPlayed = await playStep(page, learner, step, index + 1, language);
    if (!isPlayed) passedOver.push(step.id);
    await page.keyboard.press('PageDown');
  }
  await expect(page.locator('[data-lesson-step][data-step-state="done"]')).toHaveCount(
    steps.length - passedOver.length,
  );
  return passedOver;
}
