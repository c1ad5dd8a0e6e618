import { useLayoutEffect, type RefObject } from 'react';

/** What gives its room first, by name; a style sheet leaves it out. */
const GIVES = ['commands', 'values', 'facts'] as const;

/**
 * Marks an element with what has to give its room, `data-tight="commands values"` say, as long as it is with all that it has
 * to say higher than what it scrolls in.
 */
export function useTight(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const content = element.current;
    const scroller = content?.closest('[role="region"]');
    if (content === null || scroller === null || scroller === undefined) return;
    const measure = () => {
      delete content.dataset.tight;
      for (let given = 1; given <= GIVES.length; given += 1) {
        if (content.offsetHeight <= scroller.clientHeight) return;
        content.dataset.tight = GIVES.slice(0, given).join(' ');
      }
    };
    const observer = new ResizeObserver(measure);
    for (const each of [content, scroller]) observer.observe(each);
    return () => observer.disconnect();
  }, [element]);
}
