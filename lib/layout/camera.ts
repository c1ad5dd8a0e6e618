import { boundsOf, type Box, type Point, type Size } from './geometry';

/** screen = world × scale + (x, y), as d3-zoom has it. */
export interface Camera {
  scale: number;
  x: number;
  y: number;
}

/** At least so much of the world is shown, however little stands there: room for what comes. */
const LEAST_SHOWN: Size = { width: 860, height: 560 };
const SCALE_LIMITS = { least: 0.8, most: 1.8 };

/** What stays free at the canvas's edges in screen pixels. */
const PADDING = { left: 28, right: 28, top: 28, bottom: 28 };

/** For the back row all is larger by so much. */
export const PROJECTED = 3;

/** What more stays free at the left where all is larger: the tools of who presents stand there. */
const BESIDE_TOOLS = 16;

/** The canvas that a picture is laid out for which is drawn so many times as large as usual on this one. */
export function canvasFor(size: Size, zoom: number): Size {
  const { width, height } = innerSize(size);
  return {
    width: width / zoom + PADDING.left + PADDING.right,
    height: height / zoom + PADDING.top + PADDING.bottom,
  };
}

/**
 * The camera that shows all of `bounds` in the middle of the canvas, as large as may be.
 *
 * @param zoom how many times as large as usual that is
 */
export function fitCamera(bounds: Box, size: Size, zoom = 1): Camera {
  const whole = innerSize(size);
  const aside = zoom > 1 ? BESIDE_TOOLS : 0;
  const room = { ...whole, width: whole.width - aside };
  const most = zoom * maxFitScale(canvasFor(size, zoom));
  const width = Math.max(bounds.right - bounds.left, 1);
  const height = Math.max(bounds.bottom - bounds.top, 1);
  const scale = Math.min(room.width / width, room.height / height, most);
  const middle = { x: PADDING.left + aside + room.width / 2, y: PADDING.top + room.height / 2 };
  return {
    scale,
    x: middle.x - ((bounds.left + bounds.right) / 2) * scale,
    y: middle.y - ((bounds.top + bounds.bottom) / 2) * scale,
  };
}

/** Nothing is drawn larger than this by itself; a person may zoom further. */
export function maxFitScale(size: Size): number {
  const room = innerSize(size);
  const scale = Math.min(room.width / LEAST_SHOWN.width, room.height / LEAST_SHOWN.height);
  return Math.min(Math.max(scale, SCALE_LIMITS.least), SCALE_LIMITS.most);
}

/** The part of the world that the canvas shows inside its padding. */
export function visibleBox(camera: Camera, size: Size): Box {
  const room = innerSize(size);
  const left = (PADDING.left - camera.x) / camera.scale;
  const top = (PADDING.top - camera.y) / camera.scale;
  return {
    left,
    top,
    right: left + room.width / camera.scale,
    bottom: top + room.height / camera.scale,
  };
}

/** Is this point of the world anywhere on the canvas? */
export function isOnCanvas(point: Point, camera: Camera, size: Size): boolean {
  const x = point.x * camera.scale + camera.x;
  const y = point.y * camera.scale + camera.y;
  return x >= 0 && y >= 0 && x <= size.width && y <= size.height;
}

/**
 * How far a camera has to move, in screen pixels, so that all of a box of the world is on the canvas and
 * `margin` from its edges; of one that is larger than that, its left and upper part.
 */
export function wayOnto(
  box: Box,
  { scale, x, y }: Camera,
  { width, height }: Size,
  margin: number,
): { dx: number; dy: number } {
  return {
    dx: into(box.left * scale + x, box.right * scale + x, margin, width - margin),
    dy: into(box.top * scale + y, box.bottom * scale + y, margin, height - margin),
  };
}

/**
 * Around the first of these boxes of the world, and each other one that fits on the canvas together with
 * those taken before it, `margin` from its edges; null for none.
 */
export function seenTogether(
  boxes: readonly Box[],
  scale: number,
  { width, height }: Size,
  margin: number,
): Box | null {
  const fits = ({ left, right, top, bottom }: Box) =>
    (right - left) * scale <= width - 2 * margin && (bottom - top) * scale <= height - 2 * margin;
  return boxes.reduce<Box | null>((taken, box) => {
    if (taken === null) return box;
    const both = boundsOf([taken, box]);
    return both !== null && fits(both) ? both : taken;
  }, null);
}

/** How far a stretch has to move to lie between the two. */
function into(from: number, to: number, low: number, high: number): number {
  if (from < low) return low - from;
  return to > high ? Math.max(high - to, low - from) : 0;
}

/** The canvas without its padding; never empty, however small the window. */
export function innerSize({ width, height }: Size): Size {
  return {
    width: Math.max(width - PADDING.left - PADDING.right, 100),
    height: Math.max(height - PADDING.top - PADDING.bottom, 100),
  };
}
