import { useEffect, useRef, type RefObject } from 'react';
import { KEYS } from '@lib/keys/keys';
import { canOpen } from '@lib/view-state/selection';
import { useShortcuts } from '../canvas/use-shortcuts';
import { usePart } from '../parts/part';
import { useViewAtRest } from '../store/rest';
import { useNsview, type OnScreen } from '../store/store';
import { VIEW_PARTS } from './views';

const PICTURE = ':is([role="listbox"], [role="grid"], [role="treegrid"])';
/** What Tab reaches there, the rows of a list before its header. */
const STOPS = ['[data-process][tabindex="0"]', ':is([tabindex="0"], button:not([tabindex="-1"]))'];

/**
 * Gives the focus to the picture of a view: to a container of that name where it can have it, else to
 * what Tab would reach first in it, else to the view as a whole.
 */
export function enterPicture(main: HTMLElement, container: string | null = null): void {
  const named = `[data-container="${CSS.escape(container ?? '')}"]`;
  for (const stop of [`:is(${named}[tabindex="0"], ${named} [data-column="0"])`, ...STOPS]) {
    const found = main.querySelector<HTMLElement | SVGElement>(`${PICTURE} ${stop}`);
    if (found !== null) return found.focus();
  }
  main.focus();
}

/** Where the focus was: in the picture, on a container or something else there, or on what leads to one in full. */
type Was = { container: string | null } | 'opener' | null;

/** What leads to a container in full, outside of the picture. */
const OPENER = '[data-opens="full"]';

/**
 * Arrows lead into the picture from a page where nothing has the focus, Enter to what is selected in full; and
 * what had the focus in one view has it in the next, or what Tab reaches first there. A container in full has it
 * while it is there, and what led to it afterwards.
 */
export function usePictureFocus(main: RefObject<HTMLElement | null>, onScreen: OnScreen): void {
  const isFull = onScreen === 'full';
  // There arrows are for its steps.
  const isTaught = useNsview(({ viewState }) => viewState.lesson !== null);
  const enter = () => {
    if (main.current !== null) enterPicture(main.current);
  };
  useShortcuts(
    KEYS.everywhere.walk,
    { left: enter, right: enter, up: enter, down: enter },
    () => !isFull && !isTaught && isIdle(main.current),
  );
  const show = useNsview((store) => store.show);
  const select = useNsview((store) => store.viewState.select);
  useShortcuts(
    { open: KEYS.everywhere.choose.enter },
    { open: () => show({ open: true }) },
    () => !isFull && canOpen(select) && isIdle(main.current),
  );

  const was = useRef<Was>(null);
  useEffect(() => {
    // Who goes back from a container in full goes to where they were before it.
    if (isFull) return;
    const follow = ({ target }: FocusEvent) => {
      was.current = target instanceof Element ? wasAt(target, main.current) : null;
    };
    // Whoever points at nothing wants the focus nowhere.
    const leave = () => {
      was.current = null;
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', follow);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', follow);
    };
  }, [main, isFull]);
  const isThere = usePart(VIEW_PARTS[onScreen]).is === 'there';
  const drawn = useViewAtRest() && isThere;
  /** Was there a view before: did somebody open what is in full? */
  const hadView = useRef(false);
  useEffect(() => {
    if (!isThere) return;
    // All is laid out for the focus: the questions about what is in full are not to wait for that.
    if (!isFull) hadView.current = true;
    else if (hadView.current) return withFrame(() => main.current?.querySelector('h2')?.focus());
  }, [main, isFull, isThere]);
  useEffect(() => {
    const lost = document.activeElement === document.body && was.current !== null;
    if (!drawn || isFull || !lost) return;
    const { current } = was;
    // Rows that are out of sight are not there before the room is known.
    return withFrame(() => {
      if (current === 'opener') document.querySelector<HTMLElement>(OPENER)?.focus();
      else if (main.current !== null) enterPicture(main.current, current?.container);
    });
  }, [main, onScreen, drawn, isFull]);
}

/** Does something with the next frame. @returns how to leave it undone */
function withFrame(run: () => void): () => void {
  const frame = requestAnimationFrame(run);
  return () => cancelAnimationFrame(frame);
}

function wasAt(target: Element, main: HTMLElement | null): Was {
  if (target.matches(OPENER)) return 'opener';
  if (main?.contains(target) !== true) return null;
  const container = target.closest('[data-container]');
  return { container: container?.getAttribute('data-container') ?? null };
}

/** Do an arrow and Enter mean nothing else: has nothing the focus, and is there nothing to scroll? */
function isIdle(main: HTMLElement | null): boolean {
  const { activeElement, body, documentElement } = document;
  const scrolls = documentElement.scrollHeight > documentElement.clientHeight;
  return (activeElement === body || activeElement === main) && !scrolls;
}
