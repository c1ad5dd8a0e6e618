import type { Box, Point, Size } from './geometry';

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

/** The camera that shows all of `bounds` in the middle of the canvas, as large as may be. */
export function fitCamera(bounds: Box, size: Size): Camera {
  const room = innerSize(size);
  const width = Math.max(bounds.right - bounds.left, 1);
  const height = Math.max(bounds.bottom - bounds.top, 1);
  const scale = Math.min(room.width / width, room.height / height, maxFitScale(size));
  const middle = { x: PADDING.left + room.width / 2, y: PADDING.top + room.height / 2 };
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

/** The canvas without its padding; never empty, however small the window. */
export function innerSize({ width, height }: Size): Size {
  return {
    width: Math.max(width - PADDING.left - PADDING.right, 100),
    height: Math.max(height - PADDING.top - PADDING.bottom, 100),
  };
}
