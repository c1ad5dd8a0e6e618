import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Arrangement } from '@lib/layout/arrangement';
import type { Point, Size } from '@lib/layout/geometry';
import { letGo, pinAt } from '@lib/layout/pins';
import { sharingGraph, type SharingGraph } from '@lib/layout/sharing-graph';
import type { SharingLayout } from '@lib/layout/sharing-layout';
import type { Snapshot } from '@lib/model/snapshot';
import type { Shown } from '@lib/select/shown';
import type { Arranger } from './arranger';
import { freshPicture, nextPicture, sketched, type Picture } from './picture';
import { forgetLayout, rememberedLayout, rememberLayout } from './place-memory';

interface PictureControls {
  /** What was there without filters when the picture was made, and the picture of it. */
  drawn: { whole: Snapshot; picture: Picture } | null;
  /** Is a newer picture on its way? */
  arranging: boolean;
  /** How many times all was placed anew. */
  renewals: number;
  reset: () => void;
  /** Moves one thing to where a person wants it, by the picture of this moment. */
  move: (key: string, to: (place: Point) => Point) => void;
  /** Undoes that. */
  undoMove: (key: string) => void;
  forgetDeparted: (key: string) => void;
}

/** What is being arranged. */
interface Asked {
  shown: Shown;
  size: Size;
  graph: SharingGraph;
  /** The layout to add to; null: all is placed anew. */
  before: SharingLayout | null;
}

interface Drawn {
  shown: Shown | null;
  size: Size | null;
  picture: Picture | null;
  renewals: number;
  /** At most one: what comes meanwhile is asked for after it, and then the newest alone. */
  asked: Asked | null;
}

const NOTHING: Drawn = { shown: null, size: null, picture: null, renewals: 0, asked: null };

/**
 * The picture of what is shown on a canvas of this size, each one arranged after the one before; null
 * until both are there. When a reader that may read all takes over from one that may not, what was
 * placed without knowing who shares what is placed anew.
 */
export function usePicture(
  arranger: Arranger,
  shown: Shown | null,
  size: Size | null,
): PictureControls {
  const [drawn, setDrawn] = useState(NOTHING);
  const { picture, renewals, asked } = drawn;
  if (
    shown !== null &&
    size !== null &&
    asked === null &&
    (drawn.shown !== shown || drawn.size !== size)
  ) {
    setDrawn(asking(drawn, shown, size));
  }
  // Before the frame is drawn: no moment is lost.
  useLayoutEffect(() => {
    if (asked === null) return;
    const unwanted = new AbortController();
    arranger.arrange(asked.graph, asked.size, asked.before, unwanted.signal).then(
      (arrangement) => {
        if (arrangement === null || unwanted.signal.aborted) return;
        setDrawn((now) => (now.asked === asked ? answered(now, asked, arrangement) : now));
      },
      (error: unknown) => {
        // It is drawn where what React draws fails.
        setDrawn(() => {
          throw error;
        });
      },
    );
    return () => unwanted.abort();
  }, [arranger, asked]);
  useRemembered(picture?.layout ?? null);

  return {
    drawn: picture === null || drawn.shown === null ? null : { whole: drawn.shown.whole, picture },
    arranging: asked !== null,
    renewals,
    reset: useCallback(() => {
      forgetLayout();
      setDrawn((now) => again(now, () => null));
    }, []),
    move: useCallback((key: string, to: (place: Point) => Point) => {
      setDrawn((now) => moved(now, key, to));
    }, []),
    undoMove: useCallback((key: string) => {
      setDrawn((now) =>
        now.picture?.layout.pins.has(key) === true
          ? again(now, (layout) => letGo(layout, key))
          : now,
      );
    }, []),
    forgetDeparted: useCallback((key: string) => {
      setDrawn((now) => {
        if (now.picture === null) return now;
        const departed = now.picture.departed.filter((each) => each.key !== key);
        return { ...now, picture: { ...now.picture, departed } };
      });
    }, []),
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

function isReadAnew(before: Snapshot | undefined, now: Snapshot): boolean {
  return before?.host.reader === 'direct' && now.host.reader === 'container';
}

/** What is shown now is asked for, unless it looks as what was shown before. */
function asking(now: Drawn, shown: Shown, size: Size): Drawn {
  const renewed = isReadAnew(now.shown?.snapshot, shown.snapshot);
  const previous = renewed ? null : now.picture;
  const graph = sharingGraph(shown.snapshot, previous?.graph, shown.whole);
  if (previous !== null && graph === previous.graph) return { ...now, shown, size };
  const before = renewed ? null : (previous?.layout ?? rememberedLayout());
  return { ...now, asked: { shown, size, graph, before } };
}

/** The same is asked for again, after another layout. */
function again(now: Drawn, before: (layout: SharingLayout) => SharingLayout | null): Drawn {
  const { shown, size, picture } = now;
  if (shown === null || size === null || picture === null) return now;
  const { graph, layout } = picture;
  return { ...now, asked: { shown, size, graph, before: before(layout) } };
}

/** Something stands elsewhere at once; the rest of the picture follows. */
function moved(now: Drawn, key: string, to: (place: Point) => Point): Drawn {
  const place = now.picture?.layout.places.get(key);
  if (now.picture === null || place === undefined) return now;
  const layout = pinAt(now.picture.layout, key, to(place));
  return again({ ...now, picture: sketched(now.picture, layout, key) }, () => layout);
}

function answered(now: Drawn, asked: Asked, arrangement: Arrangement): Drawn {
  const { shown, size, graph, before } = asked;
  const { picture } = now;
  const isNew = picture === null || before === null;
  return {
    shown,
    size,
    picture: isNew ? freshPicture(graph, arrangement) : nextPicture(picture, graph, arrangement),
    renewals: now.renewals + (picture !== null && before === null ? 1 : 0),
    asked: null,
  };
}
