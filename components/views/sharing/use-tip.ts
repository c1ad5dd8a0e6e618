import { useEffect, useRef, useState } from 'react';
import type { TipSubject } from '@lib/facts/picture-tip';
import { explainedAt } from './dom-targets';

/** Milliseconds of pointing until something explains itself: not to whoever only passes by. */
const PATIENCE = 350;

/** What explains itself now, and what it must not cover, in the window's coordinates. */
export interface Tip {
  subject: TipSubject;
  around: DOMRect;
  /** A person came by keyboard, and cannot point at parts. */
  focused: boolean;
}

interface TipControls {
  tip: Tip | null;
  pointAt: (target: EventTarget, at: { clientX: number; clientY: number }) => void;
  focusOn: (target: EventTarget) => void;
  hide: () => void;
  /** Puts away what is shown; it does not come back while the pointer stays on the same thing. */
  dismiss: () => void;
}

/** Pointing and focus to tips: pointing takes a moment, focus none; what is drawn of it goes with Escape. */
export function useTip(): TipControls {
  const [tip, setTip] = useState<Tip | null>(null);
  const waiting = useRef<{ timer: number; subject: string } | null>(null);

  const stopWaiting = () => {
    if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
  };
  const hide = () => {
    stopWaiting();
    setTip(null);
  };
  useEffect(
    () => () => {
      if (waiting.current !== null) window.clearTimeout(waiting.current.timer);
    },
    [],
  );

  return {
    tip,
    hide,
    dismiss: () => setTip(null),
    pointAt: (target, { clientX, clientY }) => {
      const found = explainedAt(target);
      if (found === null) return hide();
      const { subject, element } = found;
      const subjectKey = JSON.stringify(subject);
      if (waiting.current?.subject === subjectKey) return;
      stopWaiting();
      // A line is long: what must stay in sight of it is where the pointer is.
      const around = element.matches('[data-tie], [data-sandbox-tie]')
        ? new DOMRect(clientX - 6, clientY - 6, 12, 12)
        : element.getBoundingClientRect();
      const show = () => setTip({ subject, around, focused: false });
      waiting.current = {
        subject: subjectKey,
        timer: window.setTimeout(show, tip === null ? PATIENCE : 0),
      };
    },
    focusOn: (target) => {
      const found = explainedAt(target);
      stopWaiting();
      if (found === null) setTip(null);
      else {
        const around = found.element.getBoundingClientRect();
        setTip({ subject: found.subject, around, focused: true });
      }
    },
  };
}
