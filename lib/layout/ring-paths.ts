import { pathRound } from 'd3';
import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import { ARC_ANGLE, type RingShape } from './ring';

/** The gap between two arcs, in pixels. */
const GAP = 3;

/** By the radii of a ring: there are three kinds, each drawn hundreds of times. */
const known = new Map<string, Record<NamespaceType, string>>();

/** The arcs of a ring as SVG path data, in coordinates relative to its centre. */
export function ringPaths(ring: RingShape): Record<NamespaceType, string> {
  const radii = `${ring.outer}/${ring.inner}`;
  const before = known.get(radii);
  if (before !== undefined) return before;
  const paths = perType((type) => arcPath(ring, NAMESPACE_TYPES.indexOf(type) * ARC_ANGLE));
  known.set(radii, paths);
  return paths;
}

/** @param start where it begins, clockwise from 12 o'clock */
function arcPath({ outer, inner }: RingShape, start: number): string {
  // d3 counts angles from 3 o'clock.
  const from = start - Math.PI / 2;
  const to = from + ARC_ANGLE;
  // The sides of a gap are parallel: half of it is another angle inside than outside.
  const pad = (radius: number) => Math.asin(GAP / 2 / radius);
  const path = pathRound(2);
  path.arc(0, 0, outer, from + pad(outer), to - pad(outer));
  path.arc(0, 0, inner, to - pad(inner), from + pad(inner), true);
  path.closePath();
  return path.toString();
}
