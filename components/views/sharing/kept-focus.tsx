import { useLayoutEffect, useRef, type RefObject } from 'react';
import { useKeptFocus } from '@components/ui/use-kept-focus';
import type { Point } from '@lib/layout/geometry';
import { nearestTo } from '@lib/layout/nearest-to';
import { keyOf } from './dom-targets';

interface KeptFocusProps {
  svg: RefObject<SVGSVGElement | null>;
  /** All that can have the focus, and where it stands. */
  reachable: () => ReadonlyMap<string, Point>;
}

/** Keeps the focus in the picture: what is nearest has it when what had it goes. */
export function KeptFocus({ svg, reachable }: KeptFocusProps) {
  const before = useRef<ReadonlyMap<string, Point>>(new Map());
  useKeptFocus(svg, (gone) => {
    const place = before.current.get(keyOf(gone) ?? '');
    if (place === undefined || svg.current === null) return null;
    // Where sandboxes stand is told after they were drawn.
    const drawn = new Map(
      [...svg.current.querySelectorAll<SVGElement>('[data-key]')].map((each) => [
        keyOf(each),
        each,
      ]),
    );
    const left = [...reachable()].filter(([key]) => drawn.has(key));
    return drawn.get(nearestTo(new Map(left), place)) ?? null;
  });
  useLayoutEffect(() => {
    before.current = reachable();
  });
  return null;
}
