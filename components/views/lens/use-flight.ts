import {
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type RefObject,
} from 'react';
import { tellRest } from '@components/store/rest';
import {
  flyDots,
  type DotFlight,
  type DotPlace,
  type FlyingDot,
} from '@components/canvas/dot-flight';
import { isMotionUnwelcome } from '@components/canvas/motion';
import type { ContainerKey } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { LensPicture } from '@lib/scene/lens-picture';
import { processTint } from '@lib/select/container-colour';

interface FlightOf {
  type: NamespaceType;
  colours: ReadonlyMap<ContainerKey, string>;
  zoom: number;
  /** More of the picture is on its way: until then it is not at rest. */
  waiting: boolean;
}

/**
 * Lets the dots travel when the lens changes: from where they stood (or are, if they still travel)
 * to where the new layout has them. Whoever wants less motion sees them there at once.
 *
 * @returns whether dots are on their way: meanwhile they are drawn on the canvas and nowhere else, for
 *   thousands are not put into new boxes within a frame
 */
export function useFlight(
  canvas: RefObject<HTMLCanvasElement | null>,
  picture: LensPicture,
  { type, colours, zoom, waiting }: FlightOf,
): boolean {
  /** The lens in whose boxes the dots are; null once they have taken off, wherever to. */
  const [landed, setLanded] = useState<NamespaceType | null>(type);
  const flying = landed !== type;
  const flight = useRef<DotFlight | null>(null);
  const shown = useRef<Shown | null>(null);

  // Before the browser paints the new boxes, so that dots are not seen to vanish first.
  useLayoutEffect(() => {
    const positions = positionsIn(picture);
    const before = shown.current;
    const started = flight.current?.now() ?? before?.positions;
    shown.current = { type, positions, zoom };
    if (before === null || before.type === type) return;
    // Lenses can be shown in different sizes.
    const from = started === undefined ? undefined : enlarged(started, before.zoom / zoom);
    flight.current?.stop();
    flight.current = null;
    const dots =
      canvas.current === null || from === undefined || isMotionUnwelcome()
        ? []
        : dotsBetween(from, positions, picture, colours, paintOf(canvas.current));
    if (canvas.current === null || dots.length === 0) return setLanded(type);
    setLanded(null);
    flight.current = flyDots(canvas.current, picture.size, zoom, dots, () => {
      flight.current = null;
      // Many take a while: another lens may be asked for meanwhile.
      startTransition(() => setLanded(type));
    });
  }, [canvas, picture, type, colours, zoom]);

  useEffect(() => {
    tellRest('lens', !flying && !waiting);
    return () => tellRest('lens', false);
  }, [flying, waiting]);
  useEffect(() => () => flight.current?.stop(), []);
  return flying;
}

interface Shown {
  type: NamespaceType;
  positions: ReadonlyMap<number, DotPlace>;
  zoom: number;
}

/** Places of a picture in the measure of another one. */
function enlarged(
  places: ReadonlyMap<number, DotPlace>,
  by: number,
): ReadonlyMap<number, DotPlace> {
  if (by === 1) return places;
  return new Map(
    [...places].map(([pid, { x, y, radius, half }]) => [
      pid,
      { x: x * by, y: y * by, radius: radius * by, half: half * by },
    ]),
  );
}

function dotsBetween(
  from: ReadonlyMap<number, DotPlace>,
  to: ReadonlyMap<number, DotPlace>,
  { dots }: LensPicture,
  colours: ReadonlyMap<ContainerKey, string>,
  paint: (tint: string | null) => string,
): FlyingDot[] {
  return dots.flatMap(({ process }): FlyingDot[] => {
    const [start, end] = [from.get(process.pid), to.get(process.pid)];
    if (start === undefined || end === undefined) return [];
    const tint = processTint(colours, process);
    return [{ key: process.pid, from: start, to: end, colour: paint(tint) }];
  });
}

function positionsIn({ dots }: LensPicture): ReadonlyMap<number, DotPlace> {
  return new Map(
    dots.map(({ process, x, y, radius, half }) => [process.pid, { x, y, radius, half }]),
  );
}

/** A canvas knows neither variables nor light-dark(): the browser is asked what a colour comes to. */
function paintOf(canvas: HTMLCanvasElement): (tint: string | null) => string {
  const known = new Map<string | null, string>();
  return (tint) => {
    const before = known.get(tint);
    if (before !== undefined) return before;
    canvas.style.color = tint ?? 'var(--line-strong)';
    const colour = getComputedStyle(canvas).color;
    known.set(tint, colour);
    return colour;
  };
}
