import type { Locator } from 'playwright';

/**
 * Clicks a button, and waits for the frames that show what it brings.
 * @param selectors what is in the document at each step
 * @returns for each, milliseconds from the click until the frame that shows it was drawn
 */
export function clickToPaint(button: Locator, selectors: readonly string[]): Promise<number[]> {
  return button.evaluate(async (element: HTMLElement, steps) => {
    const drawn = steps.map(
      (wanted) =>
        new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            if (document.querySelector(wanted) === null) return;
            observer.disconnect();
            // The message is handled after the frame that the callback belongs to was drawn.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now());
              port2.postMessage(null);
            });
          });
          observer.observe(document.body, { childList: true, subtree: true });
        }),
    );
    const from = performance.now();
    element.click();
    return (await Promise.all(drawn)).map((at) => at - from);
  }, selectors);
}
