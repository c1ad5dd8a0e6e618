import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import type { Point } from './geometry';

/** The angle that each type has on every ring. */
export const ARC_ANGLE = (2 * Math.PI) / NAMESPACE_TYPES.length;

/** One type's place in a ring, in coordinates relative to the ring's centre. */
export interface RingArc {
  /** Where the letter stands: the middle of the arc. */
  letter: Point;
  /** Where a tie begins: the middle of the outer edge. */
  anchor: Point;
  /** The unit vector that points away from the ring there. */
  normal: Point;
}

export interface RingShape {
  outer: number;
  inner: number;
  arcs: Record<NamespaceType, RingArc>;
}

/** Eight arcs clockwise from 12 o'clock in the fixed order of types: the same places in every ring. */
function ringShape(outer: number, inner: number): RingShape {
  const arcs = perType((type): RingArc => {
    const angle = (NAMESPACE_TYPES.indexOf(type) + 0.5) * ARC_ANGLE;
    const normal = { x: Math.sin(angle), y: -Math.cos(angle) };
    const along = (radius: number) => ({
      x: round(normal.x * radius),
      y: round(normal.y * radius),
    });
    return {
      letter: along((outer + inner) / 2),
      anchor: along(outer),
      normal,
    };
  });
  return { outer, inner, arcs };
}

/** Two decimals: enough for any screen, and the same text in every browser. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

export const CONTAINER_RING = ringShape(52, 37);
export const STOPPED_RING = ringShape(26, 20);
export const HOST_RING = ringShape(80, 64);

/** The letter of each type in a ring; `H` for the host name that UTS isolates, as U is user's. */
export const TYPE_LETTERS: Readonly<Record<NamespaceType, string>> = {
  pid: 'P',
  net: 'N',
  mnt: 'M',
  user: 'U',
  ipc: 'I',
  uts: 'H',
  cgroup: 'C',
  time: 'T',
};
