import { easeCubicInOut, group } from 'd3';

/** A dot: a pill where it is wider than high. */
export interface DotPlace {
  x: number;
  y: number;
  radius: number;
  /** Half its width. */
  half: number;
}

/** A dot on its way. */
export interface FlyingDot {
  key: number;
  from: DotPlace;
  to: DotPlace;
  colour: string;
}

export interface DotFlight {
  /** Where each dot is now: from there another flight can go on. */
  now: () => ReadonlyMap<number, DotPlace>;
  /** Ends it where it is. */
  stop: () => void;
}

/** Milliseconds from box to box. */
const DURATION = 600;

/**
 * Moves dots over a canvas; thousands at once, for only circles are drawn. `onEnd` is called when
 * all have arrived, and not when the flight is stopped.
 *
 * @param zoom how much larger than `size` and places say all is shown
 */
export function flyDots(
  canvas: HTMLCanvasElement,
  size: { width: number; height: number },
  zoom: number,
  dots: readonly FlyingDot[],
  onEnd: () => void,
): DotFlight {
  const context = canvas.getContext('2d');
  // From the first frame on: what it takes to draw the new boxes is no part of the way.
  let began: number | null = null;
  let part = 0;
  let frame = 0;
  const at = ({ from, to }: FlyingDot) => ({
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
    radius: from.radius + (to.radius - from.radius) * part,
    half: from.half + (to.half - from.half) * part,
  });
  const scale = window.devicePixelRatio * zoom;
  canvas.width = Math.ceil(size.width * scale);
  canvas.height = Math.ceil(size.height * scale);
  // One path for each colour: what costs is filling, not lines.
  const byColour = group(dots, ({ colour }) => colour);

  const draw = (time: number) => {
    began ??= time;
    const progress = Math.min(1, (time - began) / DURATION);
    part = easeCubicInOut(progress);
    if (context !== null) {
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, size.width, size.height);
      for (const [colour, together] of byColour) {
        context.fillStyle = colour;
        context.beginPath();
        for (const dot of together) {
          const { x, y, radius, half } = at(dot);
          const side = half - radius;
          context.moveTo(x - side, y + radius);
          context.arc(x - side, y, radius, Math.PI / 2, 1.5 * Math.PI);
          context.arc(x + side, y, radius, -Math.PI / 2, Math.PI / 2);
          context.closePath();
        }
        context.fill();
      }
    }
    if (progress < 1) frame = requestAnimationFrame(draw);
    else onEnd();
  };
  frame = requestAnimationFrame(draw);
  return {
    now: () => new Map(dots.map((dot) => [dot.key, at(dot)])),
    stop: () => cancelAnimationFrame(frame),
  };
}
