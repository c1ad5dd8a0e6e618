import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import type { Point } from './geometry';
import type { RingArc, RingShape } from './ring';

/*
 * A sandbox is drawn as a square whose sides are cut in two: eight parts clockwise from 12 o'clock, each where the
 * arc of its type is on a ring.
 */

/** Half as wide as the square is outside and inside, and half of the gap between two parts. */
const [OUTER, INNER, GAP] = [47, 34, 1.5];
/** At a corner the gap is aslant. */
const ASLANT = GAP * Math.SQRT2;

export const SANDBOX_FRAME: RingShape = {
  outer: OUTER,
  inner: INNER,
  arcs: perType((type): RingArc => {
    const turn = turned(type);
    const middle = (OUTER + INNER) / 2;
    return {
      letter: turn({ x: OUTER / 2 + 1, y: -middle }),
      anchor: turn({ x: OUTER / 2, y: -OUTER }),
      normal: turn({ x: 0, y: -1 }),
    };
  }),
};

/** The parts as SVG path data, relative to the middle. */
export const SANDBOX_PATHS: Readonly<Record<NamespaceType, string>> = perType((type) => {
  const turn = turned(type);
  const corners = [
    { x: GAP, y: -OUTER },
    { x: OUTER - ASLANT, y: -OUTER },
    { x: INNER - ASLANT, y: -INNER },
    { x: GAP, y: -INNER },
  ];
  return `M${corners
    .map(turn)
    .map(({ x, y }) => `${round(x)},${round(y)}`)
    .join('L')}Z`;
});

/** Brings what is told of the first part to that of a type. */
function turned(type: NamespaceType): (point: Point) => Point {
  const nth = NAMESPACE_TYPES.indexOf(type);
  const quarters = Math.floor(nth / 2);
  return (point) => {
    // The second half of a corner mirrors the first.
    let { x, y } = nth % 2 === 0 ? point : { x: -point.y, y: -point.x };
    for (let quarter = 0; quarter < quarters; quarter += 1) [x, y] = [-y, x];
    // No -0.
    return { x: x + 0, y: y + 0 };
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
