import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Lesson } from '../../lib/lessons/lesson';
import type { Language } from '../../lib/model/language';
import type { Dockerd } from './dockerd';
import { playStep } from './lesson';
import type { Nsview } from './nsview';
import { openNsview } from './pages';

/** `ubuntu` is all that the daemons of tests have, and it is a busybox. */
export async function makeBusybox(dockerd: Dockerd): Promise<void> {
  await dockerd.cli('tag', 'ubuntu', 'busybox');
}

/** The folders of this machine that the course's commands make, and leave there. */
const LEFT_BEHIND = ['nsview-hello', 'nsview-notes', 'nsview-out'];

/** Remove what commands of the course leave behind outside of containers. */
export function removeLeftBehind(): void {
  for (const name of LEFT_BEHIND) rmSync(join('/tmp', name), { recursive: true, force: true });
}

/**
 * Do a whole lesson, from its first step to its last.
 *
 * @returns the ids of steps that cannot be done on this machine, which were passed over
 */
export async function playLesson(
  page: Page,
  { dockerd, nsview }: { dockerd: Dockerd; nsview: Nsview },
  lesson: Lesson,
  language: Language,
): Promise<string[]> {
  const passedOver: string[] = [];
  await makeBusybox(dockerd);
  await openNsview(page, nsview, `lesson=${lesson.id}&lang=${language}`);
  await expect(page.locator('[data-lesson-step]')).toHaveCount(lesson.steps.length);
  for (const [index, step] of lesson.steps.entries()) {
    const isPlayed = await playStep(page, dockerd, step, index + 1, language);
    if (!isPlayed) passedOver.push(step.id);
    await page.keyboard.press('PageDown');
  }
  await expect(page.locator('[data-lesson-step][data-step-state="done"]')).toHaveCount(
    lesson.steps.length - passedOver.length,
  );
  return passedOver;
}
