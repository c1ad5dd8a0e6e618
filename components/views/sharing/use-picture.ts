import { useEffect, useRef, useState } from 'react';
import { bundlesOf, type Bundle } from '@lib/layout/bundle';
import type { Point, Size } from '@lib/layout/geometry';
import { projectHulls, type ProjectHull } from '@lib/layout/hull-islands';
import { letGo, pinAt } from '@lib/layout/pins';
import type { Place } from '@lib/layout/places';
import { sharingGraph, type SharingGraph } from '@lib/layout/sharing-graph';
import { layOut, type SharingLayout } from '@lib/layout/sharing-layout';
import { tiesOf, type Tie } from '@lib/layout/ties';
import type { Snapshot } from '@lib/model/snapshot';
import { forgetLayout, rememberedLayout, rememberLayout } from './place-memory';

/** A thing that has just gone, to be faded out where it stood, or a tie, to be drawn back. */
export type Departed = { key: string; place: Place } | { key: string; tie: Tie };

export interface Picture {
  graph: SharingGraph;
  layout: SharingLayout;
  ties: readonly Tie[];
  departed: readonly Departed[];
  bundles: readonly Bundle[];
  hulls: readonly ProjectHull[];
  /** The first one, with nothing before it: what is in it has not come just now. */
  fresh: boolean;
}

interface PictureControls {
  picture: Picture | null;
  /** How many times all was placed anew because more could be read. */
  renewals: number;
  reset: () => void;
  /** Moves one thing to where a person wants it, by the picture of this moment. */
  move: (key: string, to: (place: Point) => Point) => void;
  /** Undoes that. */
  letGo: (key: string) => void;
  forgetDeparted: (key: string) => void;
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
 *
 * @param whole the snapshot without filters
 */
export function usePicture(
  snapshot: Snapshot | null,
  whole: Snapshot | null,
  size: Size | null,
): PictureControls {
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
    if (snapshot !== null && whole !== null && size !== null) {
      picture = renewed
        ? freshPicture(snapshot, whole, size)
        : nextPicture(snapshot, whole, size, picture);
    }
    setDrawn({ snapshot, size, picture, renewals });
  }
  const layout = picture?.layout ?? null;
  useRemembered(layout);

  return {
    picture,
    renewals,
    reset: () => {
      if (picture === null || size === null) return;
      forgetLayout();
      setDrawn({
        snapshot,
        size,
        picture: relaid(picture, layOut(picture.graph, size, null)),
        renewals,
      });
    },
    move: (key, to) => {
      setDrawn((now) => {
        const place = now.picture?.layout.places.get(key);
        if (now.picture === null || place === undefined) return now;
        const moved = pinAt(now.picture.layout, key, to(place));
        return { ...now, picture: relaid(now.picture, moved) };
      });
    },
    letGo: (key) => {
      setDrawn((now) => {
        if (now.picture === null || now.size === null) return now;
        const released = letGo(now.picture.graph, now.size, now.picture.layout, key);
        return { ...now, picture: relaid(now.picture, released) };
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

/** Keeps the layout for when the view is opened again or the page is reloaded, and not before that. */
function useRemembered(layout: SharingLayout | null): void {
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  }, [layout]);
  useEffect(() => {
    const remember = () => {
      if (latest.current !== null) rememberLayout(latest.current);
    };
    window.addEventListener('pagehide', remember);
    return () => {
      window.removeEventListener('pagehide', remember);
      remember();
    };
  }, []);
}

function isReadAnew(before: Snapshot | null, now: Snapshot | null): boolean {
  return before?.host.reader === 'direct' && now?.host.reader === 'container';
}

function freshPicture(snapshot: Snapshot, whole: Snapshot, size: Size): Picture {
  const graph = sharingGraph(snapshot, undefined, whole);
  return pictureOf(graph, layOut(graph, size, null), true);
}

function nextPicture(
  snapshot: Snapshot,
  whole: Snapshot,
  size: Size,
  previous: Picture | null,
): Picture {
  const graph = sharingGraph(snapshot, previous?.graph, whole);
  if (previous !== null && graph === previous.graph) return previous;
  const before = previous?.layout ?? rememberedLayout();
  const next = pictureOf(graph, layOut(graph, size, before), previous === null);
  if (previous === null) return next;
  const ties = new Set(next.ties.map(({ key }) => key));
  const goneTies = previous.ties
    .filter(({ key }) => !ties.has(key))
    .map((tie) => ({ key: tie.key, tie }));
  // Room that was kept for something to come is not seen to go.
  const drawn = new Set([
    ...previous.graph.nodes.map(({ key }) => key),
    ...previous.graph.hubs.map(({ id }) => id),
  ]);
  const gone = [...previous.layout.places]
    .filter(([key]) => drawn.has(key) && !next.layout.places.has(key))
    .map(([key, place]) => ({ key, place }));
  const still = previous.departed.filter(
    ({ key }) => !next.layout.places.has(key) && !ties.has(key),
  );
  return { ...next, departed: [...still, ...goneTies, ...gone] };
}

function pictureOf(graph: SharingGraph, layout: SharingLayout, fresh: boolean): Picture {
  return {
    graph,
    layout,
    ties: tiesOf(graph, layout.places),
    hulls: projectHulls(graph, layout.places),
    bundles: bundlesOf(graph),
    departed: [],
    fresh,
  };
}

/** The same things in other places. */
function relaid(picture: Picture, layout: SharingLayout): Picture {
  return { ...pictureOf(picture.graph, layout, picture.fresh), departed: picture.departed };
}
