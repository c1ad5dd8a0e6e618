import { setTimeout as delay } from 'node:timers/promises';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import type { Lesson } from '../../lib/lessons/lesson';
import { SHIPPED_LESSONS } from '../../lib/lessons/shipped';
import { courseLesson } from './course-lesson';
import type { Nsview } from './nsview';
import { openNsview } from './pages';

interface Desk {
  lesson: Lesson;
  page: Page;
  /** The step that is shown, from 0. */
  index: number;
}

/** A page for each lesson of the course, at which nobody types or answers anything. */
export class Standing {
  /** Steps that were said to be done all the same: `isolation: join`. */
  readonly completed = new Set<string>();
  private constructor(private readonly desks: readonly Desk[]) {}

  /** Open them where somebody else has containers of the lessons' names. */
  static async open(context: BrowserContext, nsview: Nsview): Promise<Standing> {
    const desks: Desk[] = [];
    for (const id of SHIPPED_LESSONS) {
      const page = await context.newPage();
      await openNsview(page, nsview, `lesson=${id}&step=1`);
      await expect(page.locator('[data-foreign]')).toHaveAttribute('data-foreign', 'c1 c2');
      desks.push({ lesson: courseLesson(id), page, index: 0 });
    }
    return new Standing(desks);
  }

  /**
   * Show step after step, again and again, until something has ended and each was shown.
   *
   * @param pause milliseconds that each is shown for
   */
  async until(ended: Promise<void>, pause: number): Promise<void> {
    const longest = Math.max(...this.desks.map(({ lesson }) => lesson.steps.length));
    let goesOn = true;
    const end = ended.finally(() => (goesOn = false));
    for (let turns = 0; goesOn || turns < longest; turns += 1) {
      await delay(pause);
      await Promise.all(this.desks.map((desk) => this.#turn(desk)));
    }
    await end;
  }

  /** @throws for a lesson that is none of the course */
  deskOf(id: string): Desk {
    const desk = this.desks.find(({ lesson }) => lesson.id === id);
    if (desk === undefined) throw new Error(`no desk for the lesson ${id}`);
    return desk;
  }

  /** What was done once is told where another step is shown, even if it is so no more. */
  async #turn(desk: Desk): Promise<void> {
    const { lesson, page, index } = desk;
    desk.index = (index + 1) % lesson.steps.length;
    await page.keyboard.press(desk.index === 0 ? 'Home' : 'PageDown');
    await expect(page.locator('html')).toHaveAttribute('data-step', String(desk.index + 1));
    const dot = page.locator(`[data-lesson-step="${String(index + 1)}"]`);
    if ((await dot.getAttribute('data-step-state')) === 'done') {
      this.completed.add(`${lesson.id}: ${lesson.steps[index]?.id ?? ''}`);
    }
  }
}
