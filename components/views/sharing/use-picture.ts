import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Part } from '@components/parts/part';
import type { Arrangement } from '@lib/layout/arrangement';
import type { Point, Size } from '@lib/layout/geometry';
import { letGo, pinAt, withoutPlaces } from '@lib/layout/pins';
import { lifetimesOf, renewedHubs, sharingGraph, type SharingGraph } from '@lib/sharing/graph';
import type { SharingLayout } from '@lib/layout/sharing-layout';
import type { Snapshot } from '@lib/model/snapshot';
import type { Folded } from '@lib/select/folded';
import type { Arranger } from './arranger-type';
import { freshPicture, nextPicture, type Picture } from './picture';
import { forgetLayout, rememberedLayout, rememberLayout, type Remembered } from './place-memory';

/** Draws ties to where a hand has put something, before they are arranged. */
const SKETCH = new Part(async () => (await import('./sketched')).sketched);

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
  shown: Folded;
  size: Size;
  graph: SharingGraph;
  /** The layout to add to; null: all is placed anew. */
  before: SharingLayout | null;
  /** The layout on the screen when it was asked for. */
  from: SharingLayout | null;
}

interface Drawn {
  shown: Folded | null;
  size: Size | null;
  picture: Picture | null;
  renewals: number;
  /** At most one: what comes meanwhile is asked for after it, and then the newest alone. */
  asked: Asked | null;
  /** Was something moved by hand, or let go, since it was asked for? */
  touched: boolean;
  /** What is to be let go the next time. */
  released: readonly string[];
  /** Is all to be placed anew the next time? */
  renew: boolean;
}

const NOTHING: Drawn = {
  shown: null,
  size: null,
  picture: null,
  renewals: 0,
  asked: null,
  touched: false,
  released: [],
  renew: false,
};

/**
 * The picture of what is shown on a canvas of this size, each one arranged after the one before; null
 * until both are there. When a reader that may read all takes over from one that may not, what was
 * placed without knowing who shares what is placed anew.
 */
export function usePicture(
  arranger: Arranger,
  shown: Folded | null,
  size: Size | null,
): PictureControls {
  const [drawn, setDrawn] = useState(NOTHING);
  const { picture, renewals, asked } = drawn;
  const isNews = drawn.shown !== shown || drawn.size !== size || drawn.touched || drawn.renew;
  if (shown !== null && size !== null && asked === null && isNews) {
    setDrawn(asking(drawn, shown, size));
  }
  // Before the frame is drawn: no moment is lost.
  useLayoutEffect(() => {
    if (asked === null) return;
    let wanted = true;
    arranger.arrange(asked.graph, asked.size, asked.before).then(
      (arrangement) => {
        if (wanted) setDrawn((now) => answered(now, asked, arrangement));
      },
      (error: unknown) => {
        if (!wanted) return;
        // It is thrown where React draws.
        setDrawn(() => {
          throw error;
        });
      },
    );
    return () => {
      wanted = false;
    };
  }, [arranger, asked]);
  useRemembered(isRenewing(drawn) ? null : picture);

  return {
    drawn: picture === null || drawn.shown === null ? null : { whole: drawn.shown.whole, picture },
    arranging: asked !== null,
    renewals,
    reset: useCallback(() => {
      forgetLayout();
      setDrawn((now) => (now.picture === null ? now : { ...now, renew: true }));
    }, []),
    move: useCallback((key: string, to: (place: Point) => Point) => {
      setDrawn((now) => moved(now, key, to));
    }, []),
    undoMove: useCallback((key: string) => {
      setDrawn((now) => released(now, key));
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
function useRemembered(picture: Picture | null): void {
  const latest = useRef(picture);
  useEffect(() => {
    latest.current = picture;
  }, [picture]);
  useEffect(() => {
    const remember = () => {
      if (latest.current !== null) rememberLayout(knownOf(latest.current));
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

/** Is all that stands now about to be placed anew? */
function isRenewing({ picture, asked, renew }: Drawn): boolean {
  return renew || (picture !== null && asked?.before === null);
}

/** What is shown now is asked for, unless it looks as what was shown before. */
function asking(now: Drawn, shown: Folded, size: Size): Drawn {
  const readAnew = isReadAnew(now.shown?.snapshot, shown.snapshot);
  const previous = readAnew ? null : now.picture;
  const graph = sharingGraph(shown.snapshot, previous?.graph, shown.whole, shown.stopped);
  const isSame = graph === previous?.graph && !now.touched && !now.renew;
  if (isSame) return { ...now, shown, size };
  const known = now.picture === null ? rememberedLayout() : knownOf(now.picture);
  const from = known?.layout ?? null;
  const kept =
    known === null
      ? null
      : withoutPlaces(
          now.released.reduce(letGo, known.layout),
          renewedHubs(graph, known.lifetimes),
        );
  const before = readAnew || now.renew ? null : kept;
  const asked = { shown, size, graph, before, from };
  return { ...now, asked, touched: false, released: [], renew: false };
}

/** What is remembered of a picture. */
function knownOf({ graph, layout }: Picture): Remembered {
  return { layout, lifetimes: lifetimesOf(graph) };
}

/** Something stands elsewhere at once; the rest of the picture follows. */
function moved(now: Drawn, key: string, to: (place: Point) => Point): Drawn {
  const place = now.picture?.layout.places.get(key);
  if (now.picture === null || place === undefined || isRenewing(now)) return now;
  const picture = pinned(now.picture, key, to(place));
  const stillReleased = now.released.filter((each) => each !== key);
  return { ...now, picture, touched: true, released: stillReleased };
}

function released(now: Drawn, key: string): Drawn {
  if (now.picture?.layout.pins.has(key) !== true || isRenewing(now)) return now;
  return { ...now, touched: true, released: [...now.released, key] };
}

function answered(now: Drawn, asked: Asked, arrangement: Arrangement): Drawn {
  const { shown, size, graph, before } = asked;
  const { picture, renewals } = now;
  const next =
    picture === null || before === null
      ? freshPicture(graph, arrangement, before)
      : movedSince(asked, picture, nextPicture(picture, graph, arrangement));
  const renewed = picture !== null && before === null;
  return { ...now, shown, size, picture: next, renewals: renewals + Number(renewed), asked: null };
}

/** What a hand has moved since this was asked for stays where that has put it. */
function movedSince({ from }: Asked, now: Picture, next: Picture): Picture {
  return [...now.layout.pins.keys()].reduce((picture, key) => {
    const place = now.layout.places.get(key);
    const isStill = place === undefined || place === from?.places.get(key);
    if (isStill || !picture.layout.places.has(key)) return picture;
    return pinned(picture, key, place);
  }, next);
}

/** With something where a hand has put it. */
function pinned(picture: Picture, key: string, place: Point): Picture {
  const layout = pinAt(picture.layout, key, place);
  const sketch = SKETCH.state();
  return sketch.is === 'there' ? sketch.value(picture, layout, key) : { ...picture, layout };
}
