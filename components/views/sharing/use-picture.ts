import { useEffect, useState } from 'react';
import type { Size } from '@lib/layout/geometry';
import type { Place } from '@lib/layout/places';
import { sharingGraph, type SharingGraph } from '@lib/layout/sharing-graph';
import { layOut, type SharingLayout } from '@lib/layout/sharing-layout';
import { tiesOf, type Tie } from '@lib/layout/ties';
import type { Snapshot } from '@lib/model/snapshot';
import { forgetLayout, rememberedLayout, rememberLayout } from './place-memory';

/** A thing that has just gone, to be faded out where it stood. */
export interface Departed {
  key: string;
  place: Place;
}

export interface Picture {
  graph: SharingGraph;
  layout: SharingLayout;
  ties: readonly Tie[];
  departed: readonly Departed[];
}

interface Drawn {
  snapshot: Snapshot | null;
  size: Size | null;
  picture: Picture | null;
  /** How often it was laid out anew because all at once much more is known. */
  renewals: number;
}

/**
 * The picture of a snapshot on a canvas of this size, each one laid out on the one before; null
 * until both are there. When a reader that may read all takes over from one that may not, what was
 * placed without knowing who shares what is placed anew.
 */
export function usePicture(
  snapshot: Snapshot | null,
  size: Size | null,
): {
  picture: Picture | null;
  renewals: number;
  reset: () => void;
  forgetDeparted: (key: string) => void;
} {
  const [drawn, setDrawn] = useState<Drawn>({
    snapshot: null,
    size: null,
    picture: null,
    renewals: 0,
  });
  let { picture, renewals } = drawn;
  if (drawn.snapshot !== snapshot || drawn.size !== size) {
    const renewed = isReadAnew(drawn.snapshot, snapshot);
    if (renewed) renewals += 1;
    if (snapshot !== null && size !== null) {
      picture = renewed ? freshPicture(snapshot, size) : nextPicture(snapshot, size, picture);
    }
    setDrawn({ snapshot, size, picture, renewals });
  }
  const layout = picture?.layout ?? null;
  useEffect(() => {
    if (layout !== null) rememberLayout(layout);
  }, [layout]);

  return {
    picture,
    renewals,
    reset: () => {
      if (picture === null || size === null) return;
      forgetLayout();
      setDrawn({
        snapshot,
        size,
        picture: pictureOf(picture.graph, layOut(picture.graph, size, null)),
        renewals,
      });
    },
    forgetDeparted: (key) => {
      setDrawn((now) => {
        if (now.picture === null) return now;
        const departed = now.picture.departed.filter((each) => each.key !== key);
        return { ...now, picture: { ...now.picture, departed } };
      });
    },
  };
}

function isReadAnew(before: Snapshot | null, now: Snapshot | null): boolean {
  return before?.host.reader === 'direct' && now?.host.reader === 'container';
}

function freshPicture(snapshot: Snapshot, size: Size): Picture {
  const graph = sharingGraph(snapshot);
  return pictureOf(graph, layOut(graph, size, null));
}

function nextPicture(snapshot: Snapshot, size: Size, previous: Picture | null): Picture {
  const graph = sharingGraph(snapshot, previous?.graph);
  if (previous !== null && graph === previous.graph) return previous;
  const before = previous?.layout ?? rememberedLayout();
  const next = pictureOf(graph, layOut(graph, size, before));
  if (previous === null) return next;
  const gone = [...previous.layout.places]
    .filter(([key]) => !next.layout.places.has(key))
    .map(([key, place]) => ({ key, place }));
  const still = previous.departed.filter(({ key }) => !next.layout.places.has(key));
  return { ...next, departed: [...still, ...gone] };
}

function pictureOf(graph: SharingGraph, layout: SharingLayout): Picture {
  return { graph, layout, ties: tiesOf(graph, layout.places), departed: [] };
}
