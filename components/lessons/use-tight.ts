import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * Marks what has to give its room as long as an element is with all that it has to say higher than what it scrolls in;
 * a style sheet leaves that out. First commands of facts, each with `data-no-command`, but for short ones that have room
 * without the others; then what was typed, by the element's `data-tight="typed"`, and in its room come commands; then
 * facts, the last one first, each with `data-left-out`; then what commands printed: `data-tight="typed values"`.
 *
 * @returns how many facts are left out
 */
export function useTight(element: RefObject<HTMLElement | null>): number {
  const [leftOut, setLeftOut] = useState(0);
  useLayoutEffect(() => {
    const content = element.current;
    const scroller = content?.closest('[role="region"]');
    if (content === null || scroller === null || scroller === undefined) return;
    const fits = () => content.offsetHeight <= scroller.clientHeight;
    const measure = () => {
      const facts = [...content.querySelectorAll('[data-evidence]')];
      delete content.dataset.tight;
      for (const fact of facts) {
        fact.removeAttribute('data-left-out');
        fact.removeAttribute('data-no-command');
      }
      const gifts = [
        () => giveCommands(facts, fits),
        () => {
          content.dataset.tight = 'typed';
          giveCommands(facts, fits);
        },
        // The first fact is the telling one, and stays.
        ...facts
          .slice(1)
          .map((_, nth) => () => facts.at(-1 - nth)?.setAttribute('data-left-out', '')),
        () => (content.dataset.tight = 'typed values'),
      ];
      for (const next of gifts) {
        if (fits()) break;
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

/** So many lines of a command leave a fact its own. */
const MOST_LINES = 3;

/** Leaves out the commands of all facts, and brings back one after the other of those that have room and are short. */
function giveCommands(facts: readonly Element[], fits: () => boolean): void {
  for (const fact of facts) fact.setAttribute('data-no-command', '');
  for (const fact of facts) {
    fact.removeAttribute('data-no-command');
    if (!fits() || isLong(fact)) fact.setAttribute('data-no-command', '');
  }
}

/** Would its command be most of what is seen of a fact? */
function isLong(fact: Element): boolean {
  const command = fact.querySelector<HTMLElement>('[data-evidence-command]');
  if (command === null) return false;
  return (
    command.offsetHeight > (MOST_LINES + 0.5) * parseFloat(getComputedStyle(command).lineHeight)
  );
}
