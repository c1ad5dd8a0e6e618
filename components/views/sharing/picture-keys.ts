import type { KeyboardEvent } from 'react';
import type { Point } from '@lib/layout/geometry';
import { nearestInDirection, type Direction } from '@lib/layout/nearest';
import type { Places } from '@lib/layout/places';
import { keyOf } from './dom-targets';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

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
  reachable: () => Places;
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
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      keys.onPress(event.target, event.shiftKey);
      return;
    }
    const from = keyOf(event.target);
    const direction = ARROWS[event.key];
    if (from === null) return;
    if (event.key === 'p') {
      event.preventDefault();
      if (keys.isPinned(from)) keys.onLetGo(from);
      else keys.onMove(from, (place) => place);
    } else if (direction !== undefined) {
      event.preventDefault();
      if (event.shiftKey) move(from, WAYS[direction]);
      else walk(event.currentTarget, from, direction);
    }
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
