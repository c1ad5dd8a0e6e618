import { expect, type Locator, type Page } from '@playwright/test';
import type { Nsview } from './nsview';

/** Open nsview and wait until the page is at rest. @param query of the URL, e.g. `view=processes` */
export async function openNsview(page: Page, nsview: Nsview, query = ''): Promise<void> {
  await page.goto(`${nsview.url}/?${query}`);
  await settled(page);
}

/** Milliseconds after which a page that is not at rest is looked at from outside, which says so. */
const REST_WITHIN = 10_000;

/** Wait until data is in, fonts are loaded and the layout is at rest. */
export async function settled(page: Page): Promise<void> {
  // The page itself knows at once; who looks from outside looks again only every second after a while.
  await page.evaluate(restOf, REST_WITHIN).catch(() => 'the page went elsewhere meanwhile');
  await expect(page.locator('html')).toHaveAttribute('data-settled', 'true');
}

/** In the page: until it is at rest, or the time is over. */
function restOf(within: number): Promise<void> {
  const { documentElement: html } = document;
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    };
    const look = () => {
      if (html.dataset.settled === 'true') end();
    };
    const observer = new MutationObserver(look);
    const timer = setTimeout(end, within);
    observer.observe(html, { attributeFilter: ['data-settled'] });
    look();
  });
}

export function containerNode(page: Page, name: string): Locator {
  return page.locator(`[data-container="${name}"]`);
}

export interface ShownProcess {
  /** The host PID. */
  process: number;
  /** The PID as shown in this pane. */
  pid: number;
  user: string;
  command: string;
}

/** The rows that a pane of the Processes view shows, from top to bottom. */
export function shownProcesses(page: Page, vantage: string): Promise<ShownProcess[]> {
  return page.locator(`[data-vantage="${vantage}"] [data-process]`).evaluateAll((rows) =>
    rows.map((row) => {
      const cell = (column: string) =>
        row.querySelector(`[data-column="${column}"]`)?.textContent?.trim() ?? '';
      return {
        process: Number(row.getAttribute('data-process')),
        pid: Number(cell('pid')),
        user: cell('user'),
        command: cell('command'),
      };
    }),
  );
}
