import { useEffect, useRef, useState } from 'react';
import { TipBox } from './tip-box';
import { useEscape } from './use-escape';

interface Tip {
  text: string;
  around: DOMRect;
}

/**
 * What the title of a thing says, shown beside it when it has the focus of the keyboard: who points
 * at it gets the title from the browser. For all things of the element that this stands in, which
 * must be positioned.
 */
export function FocusTip() {
  const here = useRef<HTMLSpanElement>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    const view = here.current?.parentElement;
    if (view === null || view === undefined) return;
    const show = () => setTip(tipIn(view));
    const hide = () => setTip(null);
    view.addEventListener('focusin', show);
    view.addEventListener('focusout', hide);
    view.addEventListener('scroll', show, { capture: true });
    return () => {
      view.removeEventListener('focusin', show);
      view.removeEventListener('focusout', hide);
      view.removeEventListener('scroll', show, { capture: true });
    };
  }, []);
  useEscape(tip !== null, () => setTip(null));
  return (
    <span ref={here} className="contents">
      {tip !== null && (
        <TipBox
          lines={[{ type: null, text: tip.text }]}
          around={tip.around}
          note={null}
          related={() => []}
        />
      )}
    </span>
  );
}

function tipIn(view: Element): Tip | null {
  const focused = document.activeElement;
  if (focused === null || !view.contains(focused) || !focused.matches(':focus-visible'))
    return null;
  const text =
    focused.getAttribute('title') ?? focused.querySelector(':scope > title')?.textContent;
  return text === null || text === undefined
    ? null
    : { text, around: focused.getBoundingClientRect() };
}
