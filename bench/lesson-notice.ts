import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright';
import * as z from 'zod/mini';
import { AttributeLog } from '../e2e/harness/attribute-log';
import { demand } from '../e2e/harness/command';
import { courseLesson } from '../e2e/harness/course-lesson';
import { type Dockerd, startDockerd } from '../e2e/harness/dockerd';
import { makeUbuntu } from '../e2e/harness/images';
import { type Nsview, startNsview } from '../e2e/harness/nsview';
import { until } from '../e2e/harness/until';
import type { Lesson } from '../lib/lessons/lesson';
import { openSettled, withBrowser, withPage } from './browser/generated-page';
import { type Figure, median, quantile, type Report, type Wanted } from './report';

export const LESSON_FIGURES = ['lesson.notice', 'lesson.asked'] as const;

const ROUNDS = 6;
/** Milliseconds, for what hangs. */
const NOTICED_WITHIN = 30_000;

/** A step of a lesson, and the one event of the daemon by which its command has taken effect. */
interface Measured {
  id: string;
  action: string;
  name: string;
}
/** Steps in the order of their lesson, which have to be done one after the other on one page. */
interface Walked {
  lesson: Lesson;
  steps: readonly Measured[];
}
/** By the figure: what is done, and so noticed, in each round. */
const WALKS: Readonly<Record<(typeof LESSON_FIGURES)[number], readonly Walked[]>> = {
  /** What is seen with the event itself completes them. */
  'lesson.notice': [
    {
      lesson: courseLesson('isolation'),
      steps: [
        { id: 'start-c1', action: 'start', name: 'c1' },
        { id: 'start-c2', action: 'start', name: 'c2' },
        { id: 'remove-c2', action: 'destroy', name: 'c2' },
        { id: 'join', action: 'start', name: 'c2' },
      ],
    },
  ],
  /** The page has to ask about what has started: about mounts, devices, a limit. */
  'lesson.asked': [
    {
      lesson: courseLesson('namespaces'),
      steps: [
        { id: 'mnt-root', action: 'start', name: 'c2' },
        { id: 'net-none', action: 'start', name: 'c2' },
      ],
    },
    {
      lesson: courseLesson('limits'),
      steps: [{ id: 'memory-limit', action: 'start', name: 'c1' }],
    },
  ],
};

const eventSchema = z.object({
  Type: z.string(),
  Action: z.string(),
  timeNano: z.number(),
  Actor: z.object({ Attributes: z.object({ name: z.optional(z.string()) }) }),
});

/** What happened to a container: when, by the daemon's clock, and when `docker events` had told it; milliseconds. */
interface Happened {
  action: string;
  name: string | undefined;
  at: number;
  toldAt: number;
}

/** Notes what `docker events` tells, and when. */
function listen(dockerd: Dockerd, notes: Happened[]): ChildProcess {
  const args = ['-H', dockerd.endpoint, 'events', '--format', '{{json .}}'];
  const events = spawn('docker', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface(events.stdout).on('line', (line) => {
    const toldAt = Date.now();
    const { Type, Action, timeNano, Actor } = eventSchema.parse(JSON.parse(line));
    if (Type !== 'container') return;
    notes.push({ action: Action, name: Actor.Attributes.name, at: timeNano / 1e6, toldAt });
  });
  return events;
}

/**
 * From when a command has taken effect, by the daemon's clock, until the page says that the step is done, the slowest
 * but one in twenty; beside `docker events`, from then until it tells the same. `lesson.notice`: of steps that what is
 * seen of every container decides; `lesson.asked`: of steps that details decide, which the page has to ask first.
 */
export async function benchLessonNotice(isWanted: Wanted, report: Report): Promise<void> {
  const dockerd = await startDockerd();
  const notes: Happened[] = [];
  const events = listen(dockerd, notes);
  try {
    await makeUbuntu(dockerd);
    const nsview = await startNsview({ docker: dockerd.endpoint });
    try {
      await withBrowser(async (browser) => {
        for (const name of LESSON_FIGURES) {
          if (!isWanted(name)) continue;
          report(await measured(name, browser, { dockerd, nsview, notes }));
        }
      });
    } finally {
      await nsview.stop();
    }
  } finally {
    events.kill();
    await dockerd.close();
  }
}

interface Stage {
  dockerd: Dockerd;
  nsview: Nsview;
  notes: readonly Happened[];
}

async function measured(
  figure: (typeof LESSON_FIGURES)[number],
  browser: Browser,
  { dockerd, nsview, notes }: Stage,
): Promise<Figure> {
  const noticed: number[] = [];
  const told: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { lesson, steps } of WALKS[figure]) {
      await dockerd.clear();
      await withPage(browser, async (page) => {
        await openSettled(page, `${nsview.url}/?lesson=${lesson.id}&step=1`);
        for (const { id, action, name } of steps) {
          const since = Date.now();
          const doneAt = await doStep(page, dockerd, lesson, id);
          const isIt = (each: Happened) =>
            each.action === action && each.name === name && each.at >= since;
          const happened = await until(
            `docker events tells of ${action}`,
            () => notes.find(isIt),
            NOTICED_WITHIN,
          );
          noticed.push(doneAt - happened.at);
          told.push(happened.toldAt - happened.at);
        }
      });
    }
  }
  return {
    name: figure,
    value: quantile(noticed, 0.95),
    unit: 'ms',
    baseline: { name: 'docker events', value: quantile(told, 0.95), unit: 'ms' },
    n: noticed.length,
    more: { p50: median(noticed), max: Math.max(...noticed), eventsP50: median(told) },
  };
}

/** Go to a step, wait until it was seen undone, and type what it says. @returns when it was done, by Date.now() */
async function doStep(page: Page, dockerd: Dockerd, lesson: Lesson, id: string): Promise<number> {
  const index = lesson.steps.findIndex((step) => step.id === id);
  const step = lesson.steps[index];
  if (step === undefined) throw new Error(`the lesson ${lesson.id} has no step ${id}`);
  const shown = () => page.locator('html').getAttribute('data-step').then(Number);
  for (let nth = (await shown()) + 1; nth <= index + 1; nth += 1) {
    await page.keyboard.press('PageDown');
    await page.waitForSelector(`html[data-step="${String(nth)}"]`);
  }
  await page.waitForSelector('html[data-step-state="waiting"]');
  const log = await AttributeLog.start(page, 'data-step-state');
  // What only looks inside changes nothing, and may be there to find nothing.
  const doing = step.run.filter((line) => !line.startsWith('docker exec'));
  for (const line of doing) demand(await dockerd.type(line), line);
  return log.firstAfter(0, (value) => value === 'done', NOTICED_WITHIN);
}
