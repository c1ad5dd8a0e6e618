import type { Locator } from 'playwright';
import { painting } from './painted';

/**
 * Clicks a button, and waits for the frames that show what it brings.
 * @param selectors what is in the document at each step
 * @returns for each, milliseconds from the click until the frame that shows it was drawn
 */
export async function clickToPaint(
  button: Locator,
  selectors: readonly string[],
): Promise<number[]> {
  const painted = await painting(button.page(), selectors);
  const from = await button.evaluate((element: HTMLElement) => {
    const now = performance.now();
    element.click();
    return now;
  });
  const drawn = await painted.evaluate(({ at }) => at);
  await painted.dispose();
  return drawn.map((at) => at - from);
}
