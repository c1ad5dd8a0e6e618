import type { Sharing } from '../model/container';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { mix, type Palette } from './palette';
import { node, type SvgNode } from './svg';

/** How an arc is drawn. */
interface ArcLook {
  fill: string;
  stroke: string;
  width: number;
  dashes: string | null;
  /** The colour of its letter; null for none. */
  letter: string | null;
}

/** Patterns are named after the theme: several figures may stand in one document. */
export interface Ink {
  palette: Palette;
  /** What the ids of this figure begin with. */
  id: string;
}

/** The hatched fills of what is the host's, one for each type. */
export function hatching({ palette, id }: Ink): SvgNode[] {
  return NAMESPACE_TYPES.map((type) => {
    const hue = palette[`type-${type}`];
    return node(
      'pattern',
      {
        id: `${id}-${type}`,
        width: 5,
        height: 5,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      node('rect', { width: 5, height: 5, fill: mix(hue, 7, palette.ground) }),
      node('line', {
        y2: 5,
        stroke: mix(hue, 45, palette.ground),
        'stroke-width': 1.1,
      }),
    );
  });
}

export function arcLook(type: NamespaceType, sharing: Sharing, ink: Ink): ArcLook {
  const { palette, id } = ink;
  const hue = palette[`type-${type}`];
  const plain = { stroke: hue, width: 1, dashes: null };
  switch (sharing) {
    case 'own':
      return { ...plain, fill: mix(hue, 34, palette.ground), letter: palette.text };
    case 'shared':
      return { ...plain, fill: hue, letter: palette['on-type'] };
    case 'host':
      return {
        ...plain,
        fill: `url(#${id}-${type})`,
        stroke: mix(hue, 55, palette.ground),
        letter: palette[`type-${type}-text`],
      };
    case 'unknown':
      return {
        fill: palette.ground,
        stroke: hue,
        width: 1.25,
        dashes: '2.5 2',
        letter: palette[`type-${type}-text`],
      };
    case 'absent':
      return {
        ...plain,
        fill: 'none',
        stroke: palette['text-dim'],
        dashes: '1 3',
        letter: palette['text-dim'],
      };
    case 'none':
      return { ...plain, fill: 'none', stroke: palette['text-dim'], letter: null };
  }
}
