import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus to what stands for something that had it and is not drawn any more: else the page's body has it, and
 * whoever works by keyboard begins anew.
 *
 * @param frame all in which it may be
 * @param standIn what stands for an element that is gone; null: nothing does
 */
export function useKeptFocus(
  frame: RefObject<Element | null>,
  standIn: (gone: Element) => HTMLElement | SVGElement | null,
): void {
  const held = useRef<Element | null>(null);
  useEffect(() => {
    const around = frame.current;
    if (around === null) return;
    const take = ({ target }: Event) => {
      held.current = target instanceof Element ? target : null;
    };
    const leave = ({ target }: Event) => {
      // Browsers tell of what is taken out of the document as of what a person leaves.
      setTimeout(() => {
        const isLeft = target instanceof Element && target.isConnected;
        if (isLeft && held.current === target && document.activeElement !== target) {
          held.current = null;
        }
      });
    };
    around.addEventListener('focusin', take);
    around.addEventListener('focusout', leave);
    return () => {
      around.removeEventListener('focusin', take);
      around.removeEventListener('focusout', leave);
    };
  }, [frame]);
  // With every change of what is drawn.
  useLayoutEffect(() => {
    const gone = held.current;
    if (gone === null || gone.isConnected) return;
    held.current = null;
    if (document.activeElement === document.body) standIn(gone)?.focus({ preventScroll: true });
  });
}
