import type { Browser, Page } from 'playwright';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import { NAMESPACE_TYPES, type NamespaceType } from '../../lib/model/namespace-type';
import { quantile, type Report } from '../report';
import { openSettled, withPage, withRecording } from './generated-page';

const CONTAINERS = 60;
const DOTS = 2000;
/** What is looked through, one after another, each as different from the one before as can be. */
const LENSES: readonly NamespaceType[] = [
  'net',
  'uts',
  'pid',
  'user',
  'mnt',
  'time',
  'pid',
  'cgroup',
];
/** Milliseconds: two frames of a screen that shows sixty in a second. */
const SMOOTH = 33;
/** Milliseconds for which an empty page is looked at: as long as dots travel. */
const AS_LONG = 700;

/** `lens.switch`: how many of the frames come in time while 2,000 dots travel to other boxes. */
export async function benchLensSwitch(browser: Browser, report: Report): Promise<void> {
  const snapshot = machineWithDots().snapshot();
  await withRecording([snapshot], async (nsview) => {
    const empty = await withPage(browser, async (page) => {
      const frames: number[] = [];
      for (let turn = 0; turn < LENSES.length; turn += 1) {
        frames.push(...(await framesWhile(page, () => page.evaluate(idle, AS_LONG))));
      }
      return frames;
    });
    const { frames, drawn } = await withPage(browser, async (page) => {
      await openSettled(page, `${nsview.url}/?view=lens&lens=pid`);
      const dots = await page.locator('[data-process]').count();
      const all: number[] = [];
      for (const type of LENSES) all.push(...(await framesWhile(page, () => switchTo(page, type))));
      return { frames: all, drawn: dots };
    });
    if (drawn < DOTS) throw new Error(`only ${drawn} dots are drawn`);
    report({
      name: 'lens.switch',
      value: smoothShare(frames),
      unit: '% of frames under 33 ms',
      baseline: { name: 'empty page', value: smoothShare(empty), unit: '% of frames under 33 ms' },
      n: frames.length,
      more: {
        dots: drawn,
        framesPerSecond: rate(frames),
        emptyFramesPerSecond: rate(empty),
        longest: Math.round(Math.max(...frames)),
        median: quantile(frames, 0.5),
      },
    });
  });
}

/** One whose containers have so many processes together. */
function machineWithDots(): GeneratedMachine {
  const without = new GeneratedMachine(CONTAINERS).snapshot().processes;
  const others = without.filter(({ container }) => container === null).length;
  return new GeneratedMachine(CONTAINERS, DOTS + others);
}

async function switchTo(page: Page, type: NamespaceType): Promise<void> {
  await page.keyboard.press(String(NAMESPACE_TYPES.indexOf(type) + 1));
  await page.waitForSelector(`html[data-settled="true"] [data-box^="${type}:"]`);
}

function idle(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Milliseconds that each frame took while something was done. */
async function framesWhile(page: Page, work: () => Promise<void>): Promise<number[]> {
  const watch = await page.evaluateHandle(() => {
    const watched = {
      times: [] as number[],
      wanted: true,
      look(time: number) {
        watched.times.push(time);
        if (watched.wanted) requestAnimationFrame((next) => watched.look(next));
      },
    };
    requestAnimationFrame((time) => watched.look(time));
    return watched;
  });
  await work();
  const times = await watch.evaluate((watched) => {
    watched.wanted = false;
    return watched.times;
  });
  return times.slice(1).map((time, index) => time - (times[index] ?? NaN));
}

function smoothShare(frames: readonly number[]): number {
  return (frames.filter((frame) => frame < SMOOTH).length / frames.length) * 100;
}

function rate(frames: readonly number[]): number {
  return Math.round((frames.length / frames.reduce((sum, frame) => sum + frame, 0)) * 1000);
}
