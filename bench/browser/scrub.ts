import type { Browser, Page } from 'playwright';
import { demand } from '../../e2e/harness/command';
import { startDockerd } from '../../e2e/harness/dockerd';
import { EVENTS_APART } from '../../e2e/harness/events-apart';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import { STEP } from '../../e2e/harness/generated/recording';
import { makeUbuntu } from '../../e2e/harness/images';
import { startNsview } from '../../e2e/harness/nsview';
import { median, quantile, type Report, type Wanted } from '../report';
import { openSettled, withPage, withRecording } from './generated-page';

export const SCRUB_FIGURES = ['scrub.painted', 'live.painted'] as const;

const CONTAINERS = 60;
const PROCESSES = 2000;
/** Moments of the recording, each with a container more than the one before. */
const MOMENTS = 24;
/** So many times it goes through all of them. */
const TURNS = 3;
/** So many events of a hand that draws, a frame apart: the last one is where it wants to be. */
const DRAWN = 6;
const FRAME = 16;
/** Milliseconds for what hangs. */
const WITHIN = 30_000;
const ROUNDS = 20;

/**
 * `scrub.painted`: from the last event of a hand that draws the slider through time until the frame that shows what was
 * there then, among 60 containers and 2,000 processes; beside the same with 2 containers. `live.painted`: from the key that goes
 * back to live until the frame that shows what is there now; beside going back by a click on an event.
 */
export async function benchScrubbing(
  browser: Browser,
  isWanted: Wanted,
  report: Report,
): Promise<void> {
  if (isWanted('scrub.painted')) {
    const many = await drawing(browser, new GeneratedMachine(CONTAINERS, PROCESSES));
    const few = await drawing(browser, new GeneratedMachine(2, 20));
    report({
      name: 'scrub.painted',
      value: quantile(many, 0.95),
      unit: 'ms',
      baseline: { name: 'with 2 containers', value: quantile(few, 0.95), unit: 'ms' },
      n: many.length,
      more: { median: median(many), most: Math.max(...many) },
    });
  }
  if (isWanted('live.painted')) {
    const { back, live } = await toAndFro(browser);
    report({
      name: 'live.painted',
      value: quantile(live, 0.95),
      unit: 'ms',
      baseline: { name: 'back to an event', value: quantile(back, 0.95), unit: 'ms' },
      n: live.length,
      more: { median: median(live), most: Math.max(...live) },
    });
  }
}

/** For each moment of a recording, near and far, milliseconds until it is drawn. */
function drawing(browser: Browser, machine: GeneratedMachine): Promise<number[]> {
  const snapshots = [machine.snapshot()];
  for (let nth = 1; nth < MOMENTS; nth += 1) {
    const plan = { name: `moment-${nth}`, image: 'ubuntu', project: null, joins: {} };
    machine.run({ ...plan, stopped: false }, 3);
    snapshots.push(machine.snapshot());
  }
  return withRecording(snapshots, (nsview) =>
    withPage(browser, async (page) => {
      await openSettled(page, `${nsview.url}/?view=sharing&timeline=60`);
      await page.waitForSelector('input[type="range"]');
      const samples: number[] = [];
      for (let turn = 0; turn < TURNS * (MOMENTS - 1); turn += 1) {
        const nth = 1 + (turn % (MOMENTS - 1));
        await drawTo(page, 0, { selector: '[data-container="moment-1"]', isThere: false });
        const seen = { selector: `[data-container="moment-${nth}"]`, isThere: true };
        samples.push(await drawTo(page, nth * STEP, seen));
      }
      return samples;
    }),
  );
}

interface Seen {
  selector: string;
  isThere: boolean;
}

/** Draws the slider to a moment, by way of others. @returns milliseconds from the last event to the frame that shows it */
async function drawTo(page: Page, to: number, seen: Seen): Promise<number> {
  const time = await page.evaluate(
    async ({ to: end, selector, isThere, events, frame, within }) => {
      const slider = document.querySelector('input[type="range"]');
      if (!(slider instanceof HTMLInputElement)) throw new Error('there is no slider');
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      const begin = Number(slider.value);
      let last = 0;
      for (let nth = 1; nth <= events; nth += 1) {
        if (nth > 1) await new Promise((resolve) => setTimeout(resolve, frame));
        set?.call(slider, String(Math.round(begin + ((end - begin) * nth) / events)));
        last = performance.now();
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
      for (;;) {
        await new Promise(requestAnimationFrame);
        if (performance.now() - last > within) throw new Error(`${selector} was not drawn`);
        if ((document.querySelector(selector) !== null) === isThere) break;
      }
      // The frame that the callback belongs to is drawn before this is handled.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      return performance.now() - last;
    },
    { to, ...seen, events: DRAWN, frame: FRAME, within: WITHIN },
  );
  await page.waitForSelector('html[data-settled="true"]');
  return time;
}

/** Between a moment of a real machine at which there was one container and now, when there are two. */
async function toAndFro(browser: Browser): Promise<{ back: number[]; live: number[] }> {
  const dockerd = await startDockerd();
  try {
    await makeUbuntu(dockerd);
    const nsview = await startNsview({ docker: dockerd.endpoint });
    try {
      return await withPage(browser, async (page) => {
        await openSettled(page, `${nsview.url}/?view=sharing&timeline=5`);
        for (const name of ['before', 'after']) {
          const command = `docker run --name ${name} -d ubuntu sh -c "sleep 1d"`;
          demand(await dockerd.type(command), command);
          await page.waitForSelector(`[data-container="${name}"]`);
          // What happens within that is one event, and nothing tells that it is over.
          await page.waitForTimeout(EVENTS_APART);
        }
        await page.waitForSelector('[data-event] >> nth=1');
        const [back, live]: number[][] = [[], []];
        for (let nth = 0; nth < ROUNDS; nth += 1) {
          const isGone = { selector: '[data-container="after"]', isThere: false };
          back?.push(await wished(page, { click: '[data-event]' }, isGone));
          const isBack = { ...isGone, isThere: true };
          live?.push(await wished(page, { key: 'g' }, isBack));
        }
        return { back: back ?? [], live: live ?? [] };
      });
    } finally {
      await nsview.stop();
    }
  } finally {
    await dockerd.close();
  }
}

/** @returns milliseconds from a click or a key until the frame that shows what came of it */
async function wished(
  page: Page,
  { click, key }: { click?: string; key?: string },
  seen: Seen,
): Promise<number> {
  const time = await page.evaluate(
    async ({ pressed, stroke, selector, isThere, within }) => {
      const target = document.querySelector(pressed ?? 'body');
      if (!(target instanceof HTMLElement)) throw new Error(`there is no ${pressed ?? ''}`);
      const begun = performance.now();
      if (stroke === undefined) target.click();
      else target.dispatchEvent(new KeyboardEvent('keydown', { key: stroke, bubbles: true }));
      for (;;) {
        await new Promise(requestAnimationFrame);
        if (performance.now() - begun > within) throw new Error(`${selector} was not drawn`);
        if ((document.querySelector(selector) !== null) === isThere) break;
      }
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      return performance.now() - begun;
    },
    { pressed: click, stroke: key, ...seen, within: WITHIN },
  );
  await page.waitForSelector('html[data-settled="true"]');
  return time;
}
