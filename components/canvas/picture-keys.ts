import type { KeyboardEvent, RefObject } from 'react';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import { nearestInDirection } from '@lib/layout/nearest';

/** A picture whose things can be walked: each has its place, by its `data-key`. */
interface Walked {
  svg: RefObject<SVGSVGElement | null>;
  places: Parameters<typeof nearestInDirection>[0];
  /** What stands at an element; null: nothing that can be walked to. */
  keyAt: (target: EventTarget) => string | null;
  /** @param also beside what is chosen already */
  press: (target: EventTarget, also: boolean) => void;
}

/** Chooses what has the focus, or gives it to what is nearest in a direction. */
export function onPictureKey(event: KeyboardEvent, { svg, places, keyAt, press }: Walked): void {
  const from = keyAt(event.target);
  if (from === null) return;
  const stroke = strokeOf(event);
  const { walk, choose, compare } = KEYS.everywhere;
  if (actionOf({ ...choose, ...compare }, stroke) !== null) {
    event.preventDefault();
    press(event.target, event.shiftKey);
    return;
  }
  const direction = actionOf(walk, stroke);
  if (direction === null) return;
  event.preventDefault();
  const next = nearestInDirection(places, from, direction);
  if (next === null) return;
  const element = svg.current?.querySelector<SVGElement>(`[data-key="${CSS.escape(next)}"]`);
  element?.focus();
  element?.scrollIntoView({ block: 'nearest' });
}

/** The process that is drawn at an element, by its PID on the host. */
export function pidAt(target: EventTarget): number | null {
  const of = target instanceof Element ? target.closest('[data-process]') : null;
  return of === null ? null : Number(of.getAttribute('data-process'));
}
