import { useEffect, useEffectEvent, useRef } from 'react';
import type { AskedQuestion, Outcome } from '@lib/protocol/ask';
import { STANDS } from '@lib/questions/stands';
import { sourceOf } from '@lib/view-state/view-state';
import { ask, recordedMoment } from './asking';
import { incompatible } from './connection';
import { useNews } from './news';
import { useNsview } from './store';

/* Questions that are asked again and again, while what they are about is on screen. */

/** Milliseconds between two questions at the least. */
export const PAUSE = 100;
/** The same where the server had too much to do. */
export const PAUSE_BUSY = 2000;
/** The server had too much to do: whatever is new meanwhile, it is not asked sooner for that. */
export const BUSY = 'busy';

/** The server speaks another language: nothing more is asked. */
export function stopped(): null {
  incompatible();
  return null;
}

/** In how many milliseconds something is asked again; null: never. */
type Rest = number | typeof BUSY | null;

/**
 * What is asked next, and what is done with its answer, which tells when something is asked again. Or in how many
 * milliseconds there is something to ask. Null: never.
 */
type Next = { question: AskedQuestion; tell: (outcome: Outcome) => Rest } | number | null;

/**
 * Asks one thing after another, as long as there is something to ask about. Where that is others than before,
 * it is asked at once; where something was seen elsewhere, as soon as it has news of that.
 *
 * @param keys what is asked about; none: nothing is asked
 * @param next is told whether the moment is held: then what is known is not asked for again
 * @param underWay what becomes of a question under way where the keys are others: it is kept where it may take
 *   longer than what it is about lives
 * @param turned another one: what is told may be another by now, and is asked as soon as the answer is not the very
 *   same that was handed on before
 */
export function useRepeated(
  keys: readonly string[],
  next: (isHeld: boolean) => Next,
  underWay: 'kept' | 'dropped' = 'kept',
  turned = 0,
): void {
  const isLive = useNsview(({ connection }) => connection === 'live');
  const isHeld = useNsview(({ frozenAt }) => frozenAt !== null);
  const moment = useNsview(recordedMoment);
  const source = useNsview(({ viewState }) => sourceOf(viewState));
  const wanted = keys.join(' ');
  const isIdle = wanted === '';
  const about = underWay === 'dropped' ? wanted : '';
  const nextNow = useEffectEvent(() => next(isHeld));
  const ahead = useRef<(isSure: boolean) => void>(() => undefined);
  useEffect(() => {
    if (!isLive || isIdle) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let forget: (() => void) | null = null;
    /** When to ask once more than what is under way, by performance.now(); null: that will do. */
    let onceMore: number | null = null;
    let putAt = -Infinity;
    const later = (milliseconds: number) => {
      timer = setTimeout(again, milliseconds);
    };
    const again = () => {
      clearTimeout(timer);
      onceMore = null;
      const each = nextNow();
      if (each === null) return;
      if (typeof each === 'number') return later(each);
      putAt = performance.now();
      forget = ask(each.question, (outcome) => {
        forget = null;
        // What is shown may be another machine by now.
        if (sourceOf(useNsview.getState().viewState) !== source) return;
        const rest = each.tell(outcome);
        if (rest === BUSY) later(PAUSE_BUSY);
        else if (onceMore !== null) later(Math.max(PAUSE, onceMore - performance.now()));
        else if (rest !== null) later(rest);
      });
    };
    ahead.current = (isSure) => {
      const now = performance.now();
      const at = isSure ? now : putAt + STANDS;
      if (forget !== null) onceMore = at;
      else if (at <= now) again();
      else {
        clearTimeout(timer);
        later(at - now);
      }
    };
    const unhear = useNews.subscribe(({ seenAt }, { seenAt: before }) => {
      if (seenAt !== before) ahead.current(true);
    });
    again();
    return () => {
      unhear();
      ahead.current = () => undefined;
      clearTimeout(timer);
      forget?.();
    };
  }, [isLive, isIdle, isHeld, moment, source, about]);
  const asked = useRef({ wanted, turned });
  useEffect(() => {
    const { current: before } = asked;
    const isOther = about === '' && before.wanted !== wanted;
    if (isOther || before.turned !== turned) ahead.current(isOther);
    asked.current = { wanted, turned };
  }, [about, wanted, turned]);
}
