/** Something that is lit, in pixels from the corner of the ground, its corners round. */
export interface Spot {
  x: number;
  y: number;
  width: number;
  height: number;
  rx: number;
}

/** Where a pointer is in the window, and on what. */
export interface Pointed {
  x: number;
  y: number;
  on: Element | null;
}

/** What is a thing of its own in a picture, whatever the view. */
const THING = '[role="option"], [role="row"], [data-vantage]';
/** Free around it, and how round its corners are, in pixels; where there is no thing, how far light falls. */
const AROUND = { free: 10, corner: 18, light: 0.16 };

/** What is lit now: what is selected, pointed at, or has the focus of a keyboard. */
export function spotsOn(ground: HTMLElement, pointed: Pointed | null): Spot[] {
  const picture = ground.parentElement;
  if (picture === null) return [];
  const around = ground.getBoundingClientRect();
  const isThere = pointed !== null && isIn(around, pointed) && picture.contains(pointed.on);
  const thing =
    isThere && !ground.contains(pointed.on) ? (pointed.on?.closest(THING) ?? null) : null;
  const things = [
    ...picture.querySelectorAll('[aria-selected="true"]'),
    ...picture.querySelectorAll(':focus-visible:is([role="option"], [role="row"])'),
    ...(thing === null ? [] : [thing]),
  ];
  const spots = [...new Set(things)].flatMap((each) => spotOf(each, around));
  if (thing !== null || !isThere) return spots;
  const r = AROUND.light * Math.min(around.width, around.height);
  const [x, y] = [pointed.x - around.left - r, pointed.y - around.top - r];
  return [...spots, rounded({ x, y, width: 2 * r, height: 2 * r, rx: r })];
}

/** None: it is scrolled out of sight, or has no place. */
function spotOf(thing: Element, ground: DOMRect): Spot[] {
  const { left, top, right, bottom, width, height } = thing.getBoundingClientRect();
  if (width === 0 || height === 0) return [];
  if (right < ground.left || left > ground.right) return [];
  if (bottom < ground.top || top > ground.bottom) return [];
  const { free, corner } = AROUND;
  return [
    rounded({
      x: left - ground.left - free,
      y: top - ground.top - free,
      width: width + 2 * free,
      height: height + 2 * free,
      rx: corner,
    }),
  ];
}

function isIn({ left, top, right, bottom }: DOMRect, { x, y }: Pointed): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

function rounded({ x, y, width, height, rx }: Spot): Spot {
  const [whole = 0, ...rest] = [x, y, width, height, rx].map(Math.round);
  const [down = 0, wide = 0, high = 0, corner = 0] = rest;
  return { x: whole, y: down, width: wide, height: high, rx: corner };
}
