import { useLayoutEffect, useState, type RefObject } from 'react';

/** What gives its room first, by name; a style sheet leaves it out. Between them facts do, the last one first. */
const GIVES = ['commands', 'typed'] as const;
const GIVES_LAST = 'values';

/**
 * Marks what has to give its room as long as an element is with all that it has to say higher than what it scrolls in:
 * the element with `data-tight="commands typed"`, say, and each of its facts that is left out with `data-left-out`.
 *
 * @returns how many facts are left out
 */
export function useTight(element: RefObject<HTMLElement | null>): number {
  const [leftOut, setLeftOut] = useState(0);
  useLayoutEffect(() => {
    const content = element.current;
    const scroller = content?.closest('[role="region"]');
    if (content === null || scroller === null || scroller === undefined) return;
    const give = (...names: readonly string[]) => (content.dataset.tight = names.join(' '));
    const measure = () => {
      const facts = [...content.querySelectorAll('[data-evidence]')];
      delete content.dataset.tight;
      for (const fact of facts) fact.removeAttribute('data-left-out');
      // The first fact is the telling one, and stays.
      const gifts = [
        ...GIVES.map((_, nth) => () => give(...GIVES.slice(0, nth + 1))),
        ...facts
          .slice(1)
          .map((_, nth) => () => facts.at(-1 - nth)?.setAttribute('data-left-out', '')),
        () => give(...GIVES, GIVES_LAST),
      ];
      for (const next of gifts) {
        if (content.offsetHeight <= scroller.clientHeight) break;
        next();
      }
      setLeftOut(facts.filter((fact) => fact.hasAttribute('data-left-out')).length);
    };
    const observer = new ResizeObserver(measure);
    for (const each of [content, scroller]) observer.observe(each);
    return () => observer.disconnect();
  }, [element]);
  return leftOut;
}
