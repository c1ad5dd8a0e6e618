import { useEffectEvent, useLayoutEffect } from 'react';
import type { Box } from '@lib/layout/geometry';
import { roomAt } from '@lib/layout/places';
import type { Picture } from './picture';

/** Has what has just come to be shared seen, and by whom, wherever in the world they stand. */
export function useJoined(picture: Picture | null, present: (boxes: readonly Box[]) => void): void {
  const see = useEffectEvent(() => {
    if (picture === null || picture.joined.length === 0) return;
    const { graph, layout, joined } = picture;
    const hubs = graph.hubs.filter(({ id }) => joined.includes(id));
    const keys = [...joined, ...hubs.flatMap(({ members }) => members)];
    present(
      keys.flatMap((key) => {
        const place = layout.places.get(key);
        return place === undefined ? [] : [roomAt(place, place.room)];
      }),
    );
  });
  const joined = picture?.joined;
  useLayoutEffect(() => {
    see();
  }, [joined]);
}
