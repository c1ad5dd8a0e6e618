import type { KeyboardEvent } from 'react';
import { actionOf, KEYS, strokeOf } from '@lib/keys/keys';
import type { Point } from '@lib/layout/geometry';
import { nearestInDirection, type Direction } from '@lib/layout/nearest';
import { keyOf } from './dom-targets';

/** How far Shift and an arrow move something. */
const STEP = 24;
const WAYS: Readonly<Record<Direction, Point>> = {
  left: { x: -STEP, y: 0 },
  right: { x: STEP, y: 0 },
  up: { x: 0, y: -STEP },
  down: { x: 0, y: STEP },
};

interface PictureKeys {
  /** All that an arrow can lead to. */
  reachable: () => ReadonlyMap<string, Point>;
  isPinned: (key: string) => boolean;
  onMove: (key: string, to: (place: Point) => Point) => void;
  onLetGo: (key: string) => void;
  onReveal: (point: Point) => void;
  /** Enter or space on something. */
  onPress: (target: EventTarget, also: boolean) => void;
}

/** What keys do in the picture: arrows walk, with Shift they move, p pins and lets go. */
export function pictureKeys(keys: PictureKeys): (event: KeyboardEvent<SVGSVGElement>) => void {
  return (event) => {
    const stroke = strokeOf(event);
    const { choose, compare, walk: arrows } = KEYS.everywhere;
    if (actionOf({ ...choose, ...compare }, stroke) !== null) {
      event.preventDefault();
      keys.onPress(event.target, event.shiftKey);
      return;
    }
    const from = keyOf(event.target);
    if (from === null) return;
    const to = actionOf(arrows, stroke);
    const way = actionOf(KEYS.sharing.move, stroke);
    if (to !== null) walk(event.currentTarget, from, to);
    else if (way !== null) move(from, WAYS[way]);
    else if (actionOf(KEYS.sharing.pin, stroke) === null) return;
    else if (keys.isPinned(from)) keys.onLetGo(from);
    else keys.onMove(from, (place) => place);
    event.preventDefault();
  };

  function move(key: string, way: Point): void {
    const place = keys.reachable().get(key);
    keys.onMove(key, ({ x, y }) => ({ x: x + way.x, y: y + way.y }));
    if (place !== undefined) keys.onReveal({ x: place.x + way.x, y: place.y + way.y });
  }

  function walk(svg: SVGSVGElement, from: string, direction: Direction): void {
    const reachable = keys.reachable();
    const next = nearestInDirection(reachable, from, direction);
    const place = next === null ? undefined : reachable.get(next);
    if (next === null || place === undefined) return;
    svg.querySelector<SVGElement>(`[data-key="${CSS.escape(next)}"]`)?.focus();
    keys.onReveal(place);
  }
}
