import { DIFFERENCE_SIGNS } from '../scene/difference-signs';
import type { Difference } from '../timeline/difference';
import type { ColourName, Palette } from './palette';
import { group, node, type SvgNode } from './svg';

const HUES: Readonly<Record<Difference, ColourName>> = {
  appeared: 'good',
  went: 'bad',
  changed: 'focus',
};

/** The side of a sign, at scale 1. */
export const SIGN = 16;

/** A sign with its middle at a place: what is different from the moment that is compared with. */
export function differenceNode(
  difference: Difference,
  { x, y, scale }: { x: number; y: number; scale: number },
  palette: Palette,
): SvgNode {
  const stroke = palette[HUES[difference]];
  const corner = (at: number) => (at - (SIGN / 2) * scale).toFixed(2);
  return group(
    {
      'data-sign': difference,
      transform: `translate(${corner(x)},${corner(y)}) scale(${scale})`,
    },
    [
      node('circle', { cx: 8, cy: 8, r: 7, fill: palette.surface, stroke, 'stroke-width': 1.8 }),
      node('path', {
        d: DIFFERENCE_SIGNS[difference],
        ...{ fill: 'none', stroke, 'stroke-width': 1.8 },
      }),
    ],
  );
}
