import { useEffect, useEffectEvent, type RefObject } from 'react';
import { HANDS } from '@components/canvas/hands';
import { useIfThere } from '@components/parts/part';
import type { Point } from '@lib/layout/geometry';
import { keyOf } from './dom-targets';

/** Lets a person drag rings and diamonds to other places. */
export function useNodeDrag(
  svg: RefObject<SVGSVGElement | null>,
  world: RefObject<SVGGElement | null>,
  placeOf: (key: string) => Point | undefined,
  onMove: (key: string, to: (place: Point) => Point) => void,
): void {
  const subjectAt = useEffectEvent((target: EventTarget) => {
    const key = keyOf(target);
    const place = key === null ? undefined : placeOf(key);
    return key === null || place === undefined ? null : { key, x: place.x, y: place.y };
  });
  const move = useEffectEvent((key: string, to: Point) => onMove(key, () => to));
  const hands = useIfThere(HANDS);
  useEffect(() => {
    if (hands === null || svg.current === null || world.current === null) return;
    const created = hands.createNodeDrag(svg.current, world.current, {
      subjectAt: (target) => subjectAt(target),
      onDrag: (key, to) => move(key, to),
    });
    return () => created.destroy();
  }, [hands, svg, world]);
}
