import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { tellRest } from '@components/store/rest';
import { flyDots, type DotFlight, type FlyingDot } from '@components/canvas/dot-flight';
import { isMotionUnwelcome } from '@components/canvas/motion';
import type { LensLayout } from '@lib/layout/lens/lens-layout';
import type { ContainerId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';

type Position = { x: number; y: number; radius: number };

/**
 * Lets the dots travel when the lens changes: from where they stood (or are, if they still travel)
 * to where the new layout has them. Whoever wants less motion sees them there at once.
 *
 * @returns whether dots are on their way
 */
export function useFlight(
  canvas: RefObject<HTMLCanvasElement | null>,
  layout: LensLayout,
  type: NamespaceType,
  colours: ReadonlyMap<ContainerId, string>,
): boolean {
  const [flying, setFlying] = useState(false);
  const flight = useRef<DotFlight | null>(null);
  const shown = useRef<{ type: NamespaceType; positions: ReadonlyMap<number, Position> } | null>(
    null,
  );

  // Before the browser paints the new boxes, so that dots are not seen to jump first.
  useLayoutEffect(() => {
    const positions = positionsIn(layout);
    const before = shown.current;
    const from = flight.current?.now() ?? before?.positions;
    shown.current = { type, positions };
    if (before === null || before.type === type || canvas.current === null || from === undefined)
      return;
    flight.current?.stop();
    if (isMotionUnwelcome()) return;
    const paint = paintOf(canvas.current);
    const dots = layout.boxes.flatMap(({ dots: placed }) =>
      placed.flatMap(({ process }): FlyingDot[] => {
        const [start, end] = [from.get(process.pid), positions.get(process.pid)];
        if (start === undefined || end === undefined) return [];
        const tint = process.container === null ? null : (colours.get(process.container) ?? null);
        return [{ key: process.pid, from: start, to: end, colour: paint(tint) }];
      }),
    );
    if (dots.length === 0) return;
    setFlying(true);
    flight.current = flyDots(canvas.current, layout.size, dots, () => {
      flight.current = null;
      setFlying(false);
    });
  }, [canvas, layout, type, colours]);

  useEffect(() => {
    tellRest('lens', !flying);
    return () => tellRest('lens', false);
  }, [flying]);
  useEffect(() => () => flight.current?.stop(), []);
  return flying;
}

function positionsIn({ boxes, look }: LensLayout): ReadonlyMap<number, Position> {
  return new Map(
    boxes.flatMap(({ dots }) =>
      dots.map(({ process, x, y }) => [process.pid, { x, y, radius: look.radius }] as const),
    ),
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
