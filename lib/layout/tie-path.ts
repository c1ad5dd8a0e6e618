import type { NamespaceType } from '../model/namespace-type';
import { distance, type Point } from './geometry';
import { CONTAINER_RING, HOST_RING, type RingShape } from './ring';
import { SLOT_HEIGHT } from './slot-size';

/** A cubic Bézier curve: start, two controls, end; what goes on from there has as many more. */
export type Curve = readonly [Point, Point, Point, Point, ...Point[]];

/** How a tie comes onto a rail and off it again: how far beside its start, how far it bends, how round. */
const RAIL = { onto: 14, bend: 32, corner: 10 };

/** A hub, and on which side of it the label stands: no tie arrives from there. */
export interface HubEnd extends Point {
  labelAbove: boolean;
  rail?: number;
}

/** How far a line swerves whose target lies right behind the ring, in units of its reach. */
const SIDESTEP = 1.2;

/** How far apart the points are at which a long way is looked at. */
const STEP = 40;

/** How steeply a tie may arrive from the label's side (the sine of the angle). */
const MAX_LABEL_SIDE = 0.15;

/** From a container's arc outward, then to the hub: on the hub's rail, if it has one that leads there. */
export function hubTie(container: Point, type: NamespaceType, hub: HubEnd): Curve {
  return railTie(container, type, hub) ?? freeTie(container, type, hub);
}

/** The same without a rail. */
export function freeTie(
  container: Point,
  type: NamespaceType,
  hub: HubEnd,
  shape: RingShape = CONTAINER_RING,
): Curve {
  const { start, normal } = arcEnd(container, shape, type);
  const reach = clamp(distance(start, hub) * 0.45, 22, 110);
  const control = leaving(start, normal, hub, reach);
  const from = arrival(hub, control);
  const pull = clamp(distance(control, hub) * 0.5, 12, 90);
  return [start, control, { x: hub.x + from.x * pull, y: hub.y + from.y * pull }, hub];
}

/**
 * From a container's arc into the gap between the rows, along it, and up to the hub; null where
 * that leads nowhere: for what has no rail, and from above the hub, or right beside its way up.
 */
function railTie(container: Point, type: NamespaceType, hub: HubEnd): Curve | null {
  if (hub.rail === undefined) return null;
  const { start, normal } = arcEnd(container, CONTAINER_RING, type);
  const below = normal.y < 0 ? -1 : 1;
  const y = container.y + (below * SLOT_HEIGHT) / 2 + hub.rail;
  const toward = start.x < hub.x ? 1 : -1;
  const onto = { x: start.x + toward * RAIL.onto, y };
  const off = { x: hub.x - toward * RAIL.corner, y };
  if (y < hub.y + RAIL.corner || (off.x - onto.x) * toward < 0) return null;
  const up = { x: hub.x, y: y - RAIL.corner };
  return [
    start,
    { x: start.x + normal.x * RAIL.bend, y: start.y + normal.y * RAIL.bend },
    { x: onto.x - toward * RAIL.bend, y },
    onto,
    ...straight(onto, off),
    { x: hub.x - (toward * RAIL.corner) / 2, y },
    { x: hub.x, y: y - RAIL.corner / 2 },
    up,
    ...straight(up, hub),
  ];
}

/** Does a tie go its way on a rail? It has more than one curve then. */
export function isOnRail(curve: Curve): boolean {
  return curve.length > 4;
}

/** What a straight line adds to a way that goes on from `a`. */
function straight(a: Point, b: Point): readonly [Point, Point, Point] {
  const at = (part: number) => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
  return [at(1 / 3), at(2 / 3), { x: b.x, y: b.y }];
}

/** From a container's arc outward to the same type's arc of the host. */
export function hostTie(container: Point, type: NamespaceType, host: Point): Curve {
  const near = arcEnd(container, CONTAINER_RING, type);
  const far = arcEnd(host, HOST_RING, type);
  const reach = clamp(distance(near.start, far.start) * 0.5, 40, 190);
  return [
    near.start,
    leaving(near.start, near.normal, far.start, reach),
    leaving(far.start, far.normal, near.start, reach),
    far.start,
  ];
}

/** A single curve between the same ends, its bends so much further to the left of the way. */
export function swerved([a, b, c, d]: Curve, by: number): Curve {
  const length = Math.max(distance(a, d), 1);
  const x = ((d.y - a.y) / length) * by;
  const y = ((a.x - d.x) / length) * by;
  return [a, { x: b.x + x, y: b.y + y }, { x: c.x + x, y: c.y + y }, d];
}

/**
 * Points on the way at which it is looked at: of a single curve those of these times, 0 to 1, of a
 * longer one as many as it needs.
 */
export function pointsAlong(curve: Curve, times: readonly number[]): Point[] {
  if (!isOnRail(curve)) return times.map((t) => pointOn(curve, t));
  const points: Point[] = [];
  for (let at = 0; at + 3 < curve.length; at += 3) {
    const [a, b, c, d] = curve.slice(at, at + 4);
    if (a === undefined || b === undefined || c === undefined || d === undefined) break;
    const steps = Math.ceil(distance(a, d) / STEP);
    for (let step = 1; step <= steps; step += 1) points.push(pointOn([a, b, c, d], step / steps));
  }
  return points.slice(0, -1);
}

/** So many times between start and end, the same time apart. */
export function timesBetween(count: number): number[] {
  return Array.from({ length: count }, (_, index) => (index + 1) / (count + 1));
}

/** The point at this time, 0 to 1, of a single curve. Asked so often that it makes no lists. */
export function pointOn(curve: Curve, t: number): Point {
  const a = curve[0];
  const b = curve[1];
  const c = curve[2];
  const d = curve[3];
  const s = 1 - t;
  const wa = s * s * s;
  const wb = 3 * s * s * t;
  const wc = 3 * s * t * t;
  const wd = t * t * t;
  return {
    x: wa * a.x + wb * b.x + wc * c.x + wd * d.x,
    y: wa * a.y + wb * b.y + wc * c.y + wd * d.y,
  };
}

/** SVG path data, with one decimal. */
export function curvePath([start, ...rest]: Curve): string {
  const text = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
  return `M${text(start)}C${rest.map(text).join(' ')}`;
}

function arcEnd(centre: Point, ring: RingShape, type: NamespaceType) {
  const { anchor, normal } = ring.arcs[type];
  return { start: { x: centre.x + anchor.x, y: centre.y + anchor.y }, normal };
}

/**
 * The control point of an end on a ring: outward from the arc, and the more to the side the more
 * the target lies behind the ring, so that the line goes round its own ring and not under it.
 */
function leaving(start: Point, normal: Point, target: Point, reach: number): Point {
  const length = Math.max(distance(start, target), 1);
  const toward = { x: (target.x - start.x) / length, y: (target.y - start.y) / length };
  const behind = Math.max(0, -(normal.x * toward.x + normal.y * toward.y));
  const clockwise = toward.y * normal.x - toward.x * normal.y >= 0 ? 1 : -1;
  const side = clockwise * behind * behind * reach * SIDESTEP;
  return {
    x: start.x + normal.x * reach - normal.y * side,
    y: start.y + normal.y * reach + normal.x * side,
  };
}

/** The direction, seen from the hub, in which a tie from `control` arrives: never over the label. */
function arrival(hub: HubEnd, control: Point): Point {
  const length = Math.max(distance(hub, control), 1);
  const x = (control.x - hub.x) / length;
  const y = (control.y - hub.y) / length;
  const bounded = hub.labelAbove ? Math.max(y, -MAX_LABEL_SIDE) : Math.min(y, MAX_LABEL_SIDE);
  if (bounded === y) return { x, y };
  const side = Math.sqrt(1 - bounded * bounded);
  return { x: x < 0 ? -side : side, y: bounded };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
