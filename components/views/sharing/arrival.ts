import { useLayoutEffect, type RefObject } from 'react';
import { isMotionUnwelcome } from '@components/canvas/motion';

/** How something is seen to come, in milliseconds: first a ring, then the hub, then the tie to it. */
const MOTIONS = {
  ring: {
    frames: [{ opacity: 0, transform: 'scale(0.7)' }, {}],
    timing: { duration: 220, delay: 0 },
  },
  hub: {
    frames: [{ opacity: 0, transform: 'scale(0.4)' }, {}],
    timing: { duration: 220, delay: 140 },
  },
  tie: {
    frames: [
      { strokeDasharray: '1 1', strokeDashoffset: '1' },
      { strokeDasharray: '1 1', strokeDashoffset: '0' },
    ],
    timing: { duration: 360, delay: 240 },
  },
} as const;

/**
 * Lets an element be seen to come, if the picture was there before it and motion is welcome. What
 * the first picture shows has not come just now.
 */
export function useArrival(
  element: RefObject<SVGElement | null>,
  motion: keyof typeof MOTIONS,
): void {
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null || current.closest('[data-fresh]') !== null) return;
    if (isMotionUnwelcome()) return;
    const { frames, timing } = MOTIONS[motion];
    current.animate([...frames], { ...timing, easing: 'ease-out', fill: 'backwards' });
  }, [element, motion]);
}
