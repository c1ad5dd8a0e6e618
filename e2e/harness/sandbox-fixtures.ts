import type { Locator, Page } from '@playwright/test';
import { test as base } from './fixtures';
import { Sandboxes } from './sandboxes';

/** With programs in namespaces of their own, which end with the test. */
export const test = base.extend<{ sandboxes: Sandboxes }>({
  sandboxes: async ({}, use) => {
    const sandboxes = new Sandboxes();
    await use(sandboxes);
    await sandboxes.close();
  },
});

/** What is drawn of the sandbox that a process tops. */
export const drawn = (page: Page, pid: number): Locator =>
  page.getByRole('option').and(page.locator(`[data-sandbox="${String(pid)}"]`));

/** Where it stands in the picture. */
export const placeOf = (thing: Locator): Promise<string | null> => thing.getAttribute('transform');
