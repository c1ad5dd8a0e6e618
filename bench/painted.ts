import type { JSHandle, Page } from 'playwright';

/**
 * Begins to wait for the frame that shows something.
 *
 * @param selectors what is in the document then, of each that is waited for
 * @returns for each when its frame was drawn, by the page's performance.now(), as a promise in the page
 */
export function painting(
  page: Page,
  selectors: readonly string[],
): Promise<JSHandle<{ at: Promise<number[]> }>> {
  return page.evaluateHandle((wanted) => {
    const drawn = wanted.map(
      (selector) =>
        new Promise<number>((resolve) => {
          const observer = new MutationObserver(() => {
            if (document.querySelector(selector) === null) return;
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
    return { at: Promise.all(drawn) };
  }, selectors);
}
