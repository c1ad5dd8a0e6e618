import { arc } from 'd3';
import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import { ARC_ANGLE, type RingShape } from './ring';

/** The gap between two arcs, in pixels. */
const GAP = 3;

const known = new WeakMap<RingShape, Record<NamespaceType, string>>();

/** The arcs of a ring as SVG path data, in coordinates relative to its centre. */
export function ringPaths(ring: RingShape): Record<NamespaceType, string> {
  const before = known.get(ring);
  if (before !== undefined) return before;
  const { outer, inner } = ring;
  const draw = arc<NamespaceType>()
    .innerRadius(inner)
    .outerRadius(outer)
    .startAngle((type) => NAMESPACE_TYPES.indexOf(type) * ARC_ANGLE)
    .endAngle((type) => (NAMESPACE_TYPES.indexOf(type) + 1) * ARC_ANGLE)
    .padRadius(outer)
    .padAngle(GAP / outer)
    .cornerRadius(1.5);
  const paths = perType((type) => draw(type) ?? '');
  known.set(ring, paths);
  return paths;
}
