import { useEffectEvent, useLayoutEffect } from 'react';
import { boundsOf, type Box } from '@lib/layout/geometry';
import { roomAt } from '@lib/layout/places';
import type { Picture } from './picture';

/** Has what has just come to be shared seen, wherever in the world its diamond stands. */
export function useJoined(picture: Picture | null, present: (box: Box) => void): void {
  const see = useEffectEvent(() => {
    if (picture === null) return;
    const boxes = picture.joined.flatMap((key) => {
      const place = picture.layout.places.get(key);
      return place === undefined ? [] : [roomAt(place, place.room)];
    });
    const box = boundsOf(boxes);
    if (box !== null) present(box);
  });
  const joined = picture?.joined;
  useLayoutEffect(() => {
    see();
  }, [joined]);
}
