import type { NamespaceType } from '../model/namespace-type';
import { distance, type Point } from './geometry';
import { CONTAINER_RING, HOST_RING, type RingShape } from './ring';

/** A cubic Bézier curve: start, two controls, end. */
export type Curve = readonly [Point, Point, Point, Point];

/** A hub, and on which side of it the label stands: no tie arrives from there. */
export interface HubEnd extends Point {
  labelAbove: boolean;
}

/** How far a line swerves whose target lies right behind the ring, in units of its reach. */
const SIDESTEP = 1.2;

/** How steeply a tie may arrive from the label's side (the sine of the angle). */
const MAX_LABEL_SIDE = 0.15;

/** From a container's arc outward, then to the hub. */
export function hubTie(container: Point, type: NamespaceType, hub: HubEnd): Curve {
  const { start, normal } = arcEnd(container, CONTAINER_RING, type);
  const reach = clamp(distance(start, hub) * 0.45, 22, 110);
  const control = leaving(start, normal, hub, reach);
  const from = arrival(hub, control);
  const pull = clamp(distance(control, hub) * 0.5, 12, 90);
  return [start, control, { x: hub.x + from.x * pull, y: hub.y + from.y * pull }, hub];
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

/** The curve between the same ends, its bends so much further to the left of the way. */
export function swerved([a, b, c, d]: Curve, by: number): Curve {
  const length = Math.max(distance(a, d), 1);
  const x = ((d.y - a.y) / length) * by;
  const y = ((a.x - d.x) / length) * by;
  return [a, { x: b.x + x, y: b.y + y }, { x: c.x + x, y: c.y + y }, d];
}

export function pointOn([a, b, c, d]: Curve, t: number): Point {
  const s = 1 - t;
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: wa * a.x + wb * b.x + wc * c.x + wd * d.x,
    y: wa * a.y + wb * b.y + wc * c.y + wd * d.y,
  };
}

/** SVG path data, with one decimal. */
export function curvePath(curve: Curve): string {
  const [a, b, c, d] = curve.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`);
  return `M${a}C${b} ${c} ${d}`;
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
