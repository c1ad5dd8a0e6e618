import { useEffect, useState, type PointerEvent, type RefObject } from 'react';
import type { Point } from '@lib/layout/geometry';
import { sourceOf } from '@lib/view-state/view-state';
import { useNsview, useOnScreen } from '../store/store';

/** A line drawn by hand, in pixels from the corner of what it is drawn on. */
interface Stroke {
  id: number;
  points: readonly Point[];
}

export interface Strokes {
  drawn: readonly Stroke[];
  wipe: () => void;
  /** What is drawn on, and what a pointer does there; each pointer draws a line of its own. */
  draw: Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
    (event: PointerEvent<SVGSVGElement>) => void
  >;
}

let lastId = 0;

/** Lines drawn on the picture; when another picture is there, they are about nothing, and gone. */
export function useStrokes(ground: RefObject<HTMLElement | null>): Strokes {
  const [drawn, setDrawn] = useState<readonly Stroke[]>([]);
  /** The line of each pointer that is down. */
  const [pens] = useState(() => new Map<number, number>());
  const wipe = () => {
    pens.clear();
    setDrawn([]);
  };
  const picture = usePictureShown();
  const [about, setAbout] = useState(picture);
  if (about !== picture) {
    setAbout(picture);
    setDrawn([]);
  }
  useEffect(() => {
    if (ground.current === null) return;
    const observer = new ResizeObserver(() => setDrawn([]));
    observer.observe(ground.current);
    return () => observer.disconnect();
  }, [ground]);

  return {
    drawn,
    wipe,
    draw: {
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const id = (lastId += 1);
        pens.set(event.pointerId, id);
        const points = pointsOf(event);
        setDrawn((before) => [...before, { id, points }]);
      },
      onPointerMove: (event) => {
        const id = pens.get(event.pointerId);
        if (id === undefined) return;
        // It was let go where nobody saw it: the marker was put away meanwhile.
        if (event.buttons === 0) {
          pens.delete(event.pointerId);
          return;
        }
        const more = pointsOf(event);
        setDrawn((before) =>
          before.map((each) => (each.id === id ? { id, points: [...each.points, ...more] } : each)),
        );
      },
      onPointerUp: ({ pointerId }) => pens.delete(pointerId),
      onPointerCancel: ({ pointerId }) => pens.delete(pointerId),
    },
  };
}

/** All places that a pointer was at since it was last told of: between two frames there are several. */
function pointsOf({ currentTarget, nativeEvent }: PointerEvent<SVGSVGElement>): Point[] {
  const { left, top } = currentTarget.getBoundingClientRect();
  const between = nativeEvent.getCoalescedEvents?.() ?? [];
  const events = between.length === 0 ? [nativeEvent] : between;
  return events.map(({ clientX, clientY }) => ({ x: clientX - left, y: clientY - top }));
}

/** Another text whenever all of the picture is another. */
function usePictureShown(): string {
  const onScreen = useOnScreen();
  return useNsview(({ viewState }) => {
    const { lens, lesson, step, select } = viewState;
    const inFull = onScreen === 'full' ? JSON.stringify(select) : null;
    return [onScreen, lens, lesson, step, sourceOf(viewState), inFull].join();
  });
}
