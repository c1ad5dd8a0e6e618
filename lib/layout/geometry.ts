/** World coordinates are in pixels at scale 1, y downwards, as in SVG. */
export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export function boxAround(centre: Point, halfWidth: number, halfHeight: number): Box {
  return {
    left: centre.x - halfWidth,
    top: centre.y - halfHeight,
    right: centre.x + halfWidth,
    bottom: centre.y + halfHeight,
  };
}

/** A box that is told as seen from a point. */
export function boxFrom({ x, y }: Point, { left, right, top, bottom }: Box): Box {
  return { left: x + left, right: x + right, top: y + top, bottom: y + bottom };
}

/** The box with so much more on each side. */
export function grown({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

/** The box with so much less on each side. */
export function shrunk({ left, right, top, bottom }: Box, by: number): Box {
  return { left: left + by, right: right - by, top: top + by, bottom: bottom - by };
}

/** Do they come closer to each other than `gap`? Boxes that are exactly that far apart do not. */
export function tooClose(a: Box, b: Box, gap: number): boolean {
  return (
    a.left < b.right + gap &&
    b.left < a.right + gap &&
    a.top < b.bottom + gap &&
    b.top < a.bottom + gap
  );
}

export function contains(box: Box, point: Point): boolean {
  return point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
}

/** The smallest box around all of them; null for none. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
  let bounds: Box | null = null;
  for (const box of boxes) {
    bounds =
      bounds === null
        ? box
        : {
            left: Math.min(bounds.left, box.left),
            top: Math.min(bounds.top, box.top),
            right: Math.max(bounds.right, box.right),
            bottom: Math.max(bounds.bottom, box.bottom),
          };
  }
  return bounds;
}

export function sameBox(a: Box, b: Box): boolean {
  return a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;
}

export function distance(a: Point, b: Point): number {
  // Math.hypot takes several times as long, for the sake of numbers larger than any picture.
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}
