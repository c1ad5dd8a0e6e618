import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import type { Point } from './geometry';
import { SANDBOX_FRAME } from './sandbox-frame';
import type { Curve } from './tie-path';

/** How far beside its part an arch leaves a frame that has the part at its side. */
const ASIDE = 26;
/** How far from the middle of a frame the nearest lane is, and each further one. */
const LANE = { nearest: 55, apart: 5 };
/** A cubic curve comes so near to its controls. */
const REACHED = 0.75;

/**
 * The line between the parts of one type of two sandboxes: an arch in the gap between rows, above those parts that are
 * in the upper half and below the others, for each type in a lane of its own.
 */
export function sandboxArch(from: Point, to: Point, type: NamespaceType): Curve {
  const { anchor, normal } = SANDBOX_FRAME.arcs[type];
  const lane = LANE.nearest + LANE.apart * (NAMESPACE_TYPES.indexOf(type) % 4);
  const up = anchor.y < 0 ? -1 : 1;
  const away = (up * (lane - Math.abs(anchor.y))) / REACHED;
  const end = ({ x, y }: Point) => ({ x: x + anchor.x, y: y + anchor.y });
  const control = ({ x, y }: Point) => ({ x: x + normal.x * ASIDE, y: y + away });
  const [start, stop] = [end(from), end(to)];
  return [start, control(start), control(stop), stop];
}
