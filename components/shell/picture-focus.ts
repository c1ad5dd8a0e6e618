import { useEffect, useRef, type RefObject } from 'react';
import { KEYS } from '@lib/keys/keys';
import type { View } from '@lib/view-state/view-state';
import { useShortcuts } from '../canvas/use-shortcuts';
import { usePart } from '../parts/part';
import { useViewAtRest } from '../store/rest';
import { VIEW_PARTS } from './views';

const PICTURE = ':is([role="listbox"], [role="grid"], [role="treegrid"])';
/** What Tab reaches there, the rows of a list before its header. */
const STOPS = ['[data-process][tabindex="0"]', ':is([tabindex="0"], button:not([tabindex="-1"]))'];

/**
 * Gives the focus to the picture of a view: to a container of that name where it can have it, else to
 * what Tab would reach first in it, else to the view as a whole.
 */
export function enterPicture(main: HTMLElement, container: string | null = null): void {
  const same =
    container === null ? [] : [`[data-container="${CSS.escape(container)}"][tabindex="0"]`];
  for (const stop of [...same, ...STOPS]) {
    const found = main.querySelector<HTMLElement | SVGElement>(`${PICTURE} ${stop}`);
    if (found !== null) return found.focus();
  }
  main.focus();
}

/**
 * Arrows lead into the picture from a page where nothing has the focus; and what had the focus in one
 * view has it in the next, or what Tab reaches first there.
 */
export function usePictureFocus(main: RefObject<HTMLElement | null>, view: View): void {
  const enter = () => {
    if (main.current !== null) enterPicture(main.current);
  };
  useShortcuts(KEYS.everywhere.walk, { left: enter, right: enter, up: enter, down: enter }, () =>
    isIdle(main.current),
  );

  /** The container that had the focus, null for something else in the picture; undefined: it was elsewhere. */
  const had = useRef<string | null>(undefined);
  useEffect(() => {
    const follow = ({ target }: FocusEvent) => {
      const within = target instanceof Element && main.current?.contains(target) === true;
      const container = within ? target.closest('[data-container]') : null;
      had.current = within ? (container?.getAttribute('data-container') ?? null) : undefined;
    };
    // Whoever points at nothing wants the focus nowhere.
    const leave = () => {
      had.current = undefined;
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', follow);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', follow);
    };
  }, [main]);
  const isThere = usePart(VIEW_PARTS[view]).is === 'there';
  const drawn = useViewAtRest() && isThere;
  useEffect(() => {
    const lost = document.activeElement === document.body && had.current !== undefined;
    if (drawn && lost && main.current !== null) enterPicture(main.current, had.current);
  }, [main, view, drawn]);
}

/** Does an arrow mean nothing else: has nothing the focus, and is there nothing to scroll? */
function isIdle(main: HTMLElement | null): boolean {
  const { activeElement, body, documentElement } = document;
  const scrolls = documentElement.scrollHeight > documentElement.clientHeight;
  return (activeElement === body || activeElement === main) && !scrolls;
}
