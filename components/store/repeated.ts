import { useEffect, useEffectEvent, useRef } from 'react';
import type { ContainerKey } from '@lib/model/ids';
import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import { ask, recordedMoment } from './asking';
import { incompatible } from './connection';
import { useNsview } from './store';

/* Questions about containers that are asked again and again, while these are on screen. */

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
 * Asks one thing after another, as long as there is somebody to ask about. Where it is others than before, it
 * is asked at once; but a question that is under way is kept, for it may take longer than containers live.
 */
export function useRepeated(keys: readonly ContainerKey[], next: (isHeld: boolean) => Next): void {
  const isLive = useNsview(({ connection }) => connection === 'live');
  const isHeld = useNsview(({ frozenAt }) => frozenAt !== null);
  const moment = useNsview(recordedMoment);
  const recording = useNsview(({ viewState }) => viewState.recording);
  const wanted = keys.join(' ');
  const isIdle = wanted === '';
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
        if (useNsview.getState().viewState.recording !== recording) return;
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
  }, [isLive, isIdle, isHeld, moment, recording]);
  const asked = useRef(wanted);
  useEffect(() => {
    if (asked.current !== wanted) others.current();
    asked.current = wanted;
  }, [wanted]);
}
