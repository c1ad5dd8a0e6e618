import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { ShownSandboxes } from '@lib/select/shown-sandboxes';
import type { Asked } from './beside';

/** How much of them a person has asked for in the life of the page: nothing, many as one, or each. */
let seen = 0;

/** The last time that a person asked for more of them than was drawn; null: not since this view is open. */
export function useAsked(shown: ShownSandboxes | null): RefObject<Asked | null> {
  const asked = useRef<Asked | null>(null);
  const isOpened = useRef(false);
  const now = shown === null ? 0 : shown.fold?.open === true ? 2 : 1;
  useLayoutEffect(() => {
    if (now > seen) asked.current = { here: isOpened.current };
    seen = now;
    isOpened.current = true;
  }, [now]);
  return asked;
}
