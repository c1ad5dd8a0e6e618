import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { launchOptions } from '../../e2e/harness/browser';
import type { ReadInside } from '../../e2e/harness/generated/networks';
import { writeRecording } from '../../e2e/harness/generated/recording';
import { startNsview, type Nsview } from '../../e2e/harness/nsview';
import type { Snapshot } from '../../lib/model/snapshot';

/** Milliseconds; on a busy machine a page of hundreds takes its time. */
const SETTLES_WITHIN = 60_000;

const WINDOW: BrowserContextOptions = {
  viewport: { width: 1280, height: 720 },
  reducedMotion: 'no-preference',
};

/** Serves pictures of a machine that was made up, as a recording: the real server, protocol and page. */
export async function withRecording<T>(
  snapshots: readonly Snapshot[],
  work: (nsview: Nsview) => Promise<T>,
  inside: readonly ReadInside[] = [],
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nsv-bench-'));
  try {
    const path = join(folder, 'generated.nsview');
    writeRecording(path, snapshots, inside);
    const nsview = await startNsview({ args: ['--open', path] });
    try {
      return await work(nsview);
    } finally {
      await nsview.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(launchOptions());
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Does the work with a page that nothing is kept for: no cache, no places of things. */
export async function withPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(WINDOW);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** When a page came to rest for the first time, and how many containers were in its picture then. */
export interface Rest {
  /** Milliseconds since navigation. */
  at: number;
  containers: number;
}

/** Opens a page and waits until it is at rest. */
export async function openWatched(page: Page, url: string): Promise<Rest> {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.documentElement.dataset.settled !== 'true') return;
      observer.disconnect();
      const drawn = document.querySelectorAll('[data-container]:not([data-container=":host"])');
      performance.mark('settled', { detail: drawn.length });
    }).observe(document, { subtree: true, attributeFilter: ['data-settled'] });
  });
  await openSettled(page, url);
  const [rest] = await page.evaluate(() =>
    performance.getEntriesByName('settled').map((mark) => ({
      at: mark.startTime,
      containers: 'detail' in mark ? Number(mark.detail) : 0,
    })),
  );
  if (rest === undefined) throw new Error('the page has not told when it came to rest');
  return rest;
}

export async function openSettled(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('html[data-settled="true"]', { timeout: SETTLES_WITHIN });
}
