import Docker from 'dockerode';
import { chromium, type Page } from 'playwright';
import { z } from 'zod';
import { launchOptions } from '../e2e/harness/browser';
import { demand } from '../e2e/harness/command';
import type { Dockerd } from '../e2e/harness/dockerd';
import type { Nsview } from '../e2e/harness/nsview';
import { median, quantile, type Report } from './report';

const STARTS = 20;
/** Containers that are there already, as on a machine in use. */
const STANDING = 12;

const startEventSchema = z.object({
  Action: z.literal('start'),
  timeNano: z.number(),
  Actor: z.object({ Attributes: z.object({ name: z.string() }) }),
});

/** When the daemon says that a container started, and when a bare listener heard of it. */
interface Start {
  at: number;
  heard: number;
}

/** `start.to.paint`: from Docker's start event to the frame that shows the container. */
export async function benchStartToPaint(
  dockerd: Dockerd,
  nsview: Nsview,
  report: Report,
): Promise<void> {
  for (let index = 0; index < STANDING; index += 1) {
    await runContainer(dockerd, `standing-${index}`);
  }
  const starts = new Map<string, Start>();
  const events = await new Docker({ socketPath: dockerd.socket }).getEvents();
  events.on('data', (chunk: Buffer) => {
    const heard = performance.timeOrigin + performance.now();
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      const event = startEventSchema.safeParse(JSON.parse(line));
      if (!event.success) continue;
      const { timeNano, Actor } = event.data;
      starts.set(Actor.Attributes.name, { at: timeNano / 1e6, heard });
    }
  });
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(`${nsview.url}/?view=sharing`);
    await page.waitForSelector('html[data-settled="true"]');
    await page.waitForSelector(`[data-container="standing-${STANDING - 1}"]`);

    const toPaint: number[] = [];
    const toListener: number[] = [];
    for (let index = 0; index < STARTS; index += 1) {
      const name = `started-${index}`;
      const painted = await whenPainted(page, name);
      await runContainer(dockerd, name);
      const paintedAt = await painted.at();
      const start = starts.get(name);
      if (start === undefined) throw new Error(`no start event came for ${name}`);
      toPaint.push(paintedAt - start.at);
      toListener.push(start.heard - start.at);
      demand(await dockerd.cli('rm', '--force', name), 'docker rm');
      await page.waitForSelector(`[data-container="${name}"]`, { state: 'detached' });
    }
    const figures = [
      { name: 'start.to.paint', of: (samples: number[]) => quantile(samples, 0.95) },
      { name: 'start.to.paint.p50', of: median },
    ];
    for (const { name, of } of figures) {
      report({
        name,
        value: of(toPaint),
        unit: 'ms',
        baseline: { name: 'bare dockerode listener', value: of(toListener), unit: 'ms' },
        n: STARTS,
      });
    }
  } finally {
    await browser.close();
    if ('destroy' in events && typeof events.destroy === 'function') events.destroy();
  }
}

async function runContainer(dockerd: Dockerd, name: string): Promise<void> {
  demand(
    await dockerd.cli('run', '--detach', '--name', name, 'ubuntu', 'sleep', '1d'),
    'docker run',
  );
}

/** Sets a trap for the frame after the running container's node is in the document. */
async function whenPainted(page: Page, name: string): Promise<{ at: () => Promise<number> }> {
  const trap = await page.evaluateHandle((container) => {
    const painted = new Promise<number>((resolve) => {
      // A node is drawn, as one without a process, when the container is created: not that one.
      const selector = `[data-container="${container}"] [data-sharing="own"]`;
      const observer = new MutationObserver(() => {
        if (document.querySelector(selector) === null) return;
        observer.disconnect();
        // The message is handled after the frame that the callback belongs to was drawn.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    });
    return { painted };
  }, name);
  return { at: () => trap.evaluate(({ painted }) => painted) };
}
