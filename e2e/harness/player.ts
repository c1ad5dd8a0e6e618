import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures';

/* What a viewer does with a recording that is played. */

export const slider = (page: Page): Locator =>
  page.getByRole('slider', { name: 'Moment of the recording' });

/** @param at milliseconds from its start */
export async function seek(page: Page, at: number): Promise<void> {
  await slider(page).fill(String(at));
  await expect(slider(page)).toHaveValue(String(at));
}
