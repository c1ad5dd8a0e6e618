import { useEffect, useEffectEvent, useRef } from 'react';
import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import { sourceOf } from '@lib/view-state/view-state';
import { ask, recordedMoment } from './asking';
import { incompatible } from './connection';
import { useNsview } from './store';

/* Questions that are asked again and again, while what they are about is on screen. */

/** Milliseconds between two questions at the least. */
export const PAUSE = 100;
/** The same where the server had too much to do. */
export const PAUSE_BUSY = 2000;

/** The server speaks another language: nothing more is asked. */
export function stopped(): null {
  incompatible();
  return null;
}

/**
 * What is asked next, and what is done with its answer: that tells how many milliseconds after it something is
 * asked again. Or in how many milliseconds there is something to ask. Null: never.
 */
type Next = { question: AskedQuestion; tell: (outcome: Outcome) => number | null } | number | null;

/**
 * Asks one thing after another, as long as there is something to ask about. Where that is others than before,
 * it is asked at once.
 *
 * @param keys what is asked about; none: nothing is asked
 * @param next is told whether the moment is held: then what is known is not asked for again
 * @param underWay what becomes of a question under way where the keys are others: it is kept where it may take
 *   longer than what it is about lives
 */
export function useRepeated(
  keys: readonly string[],
  next: (isHeld: boolean) => Next,
  underWay: 'kept' | 'dropped' = 'kept',
): void {
  const isLive = useNsview(({ connection }) => connection === 'live');
  const isHeld = useNsview(({ frozenAt }) => frozenAt !== null);
  const moment = useNsview(recordedMoment);
  const source = useNsview(({ viewState }) => sourceOf(viewState));
  const wanted = keys.join(' ');
  const isIdle = wanted === '';
  const about = underWay === 'dropped' ? wanted : '';
  const nextNow = useEffectEvent(() => next(isHeld));
  const others = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (!isLive || isIdle) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forget: (() => void) | null = null;
    let isStale = false;
    const later = (milliseconds: number) => {
      timer = setTimeout(again, milliseconds);
    };
    const again = () => {
      clearTimeout(timer);
      isStale = false;
      const each = nextNow();
      if (each === null) return;
      if (typeof each === 'number') return later(each);
      forget = ask(each.question, (outcome) => {
        forget = null;
        // What is shown may be another machine by now.
        if (sourceOf(useNsview.getState().viewState) !== source) return;
        const rest = each.tell(outcome);
        if (isStale && rest !== PAUSE_BUSY) later(PAUSE);
        else if (rest !== null) later(rest);
      });
    };
    others.current = () => {
      if (forget === null) again();
      else isStale = true;
    };
    again();
    return () => {
      others.current = () => undefined;
      clearTimeout(timer);
      forget?.();
    };
  }, [isLive, isIdle, isHeld, moment, source, about]);
  const asked = useRef(wanted);
  useEffect(() => {
    if (about === '' && asked.current !== wanted) others.current();
    asked.current = wanted;
  }, [about, wanted]);
}
