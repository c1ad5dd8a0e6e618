import { TYPE_LETTERS, type RingShape } from '../layout/ring';
import { ringPaths } from '../layout/ring-paths';
import type { Sharing } from '../model/container';
import type { NamespaceId } from '../model/ids';
import { NAMESPACE_TYPES, type NamespaceType } from '../model/namespace-type';
import { PRIVATE_BY_DEFAULT } from '../sharing/sharers';
import { mix, type Palette } from './palette';
import { group, node, type SvgNode } from './svg';
import { baseline, textLine } from './text';

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

interface RingProps {
  shape: RingShape;
  types: readonly NamespaceType[];
  sharingOf: (type: NamespaceType) => Sharing;
  namespaceOf: (type: NamespaceType) => NamespaceId | null;
  /** The size of the letters; null where they would be too small to be read. */
  letters: number | null;
  stale: boolean;
  /** The host's own ring has stronger edges all round. */
  ofHost: boolean;
}

/** The eight arcs of a ring. */
export function ringArcs(props: RingProps, ink: Ink): SvgNode {
  const { shape, types, letters, stale, ofHost } = props;
  const paths = ringPaths(shape);
  const arcs = NAMESPACE_TYPES.map((type) => {
    const { letter } = shape.arcs[type];
    const sharing = props.sharingOf(type);
    const shown = types.includes(type);
    const look = shown
      ? arcLook(type, sharing, ink)
      : { fill: 'none', stroke: ink.palette.line, width: 1, dashes: null, letter: null };
    // Where Docker's default is a namespace of its own, the host's says something.
    const telling = ofHost || PRIVATE_BY_DEFAULT.includes(type);
    const strong = telling && shown && sharing === 'host';
    const size = sharing === 'unknown' && letters !== null ? letters + 1.5 : letters;
    return group(
      { 'data-type': type, 'data-sharing': sharing, 'data-namespace': props.namespaceOf(type) },
      [
        node('path', {
          d: paths[type],
          fill: look.fill,
          stroke: strong ? ink.palette[`type-${type}`] : look.stroke,
          'stroke-width': strong ? 1.25 : look.width,
          'stroke-linejoin': 'round',
          'stroke-dasharray': stale ? '3 2' : look.dashes,
        }),
        ...(look.letter === null || size === null
          ? []
          : [
              textLine(
                sharing === 'unknown' ? '?' : TYPE_LETTERS[type],
                letter.x,
                baseline(letter.y, size),
                {
                  size,
                  weight: 700,
                  anchor: 'middle',
                  fill: look.letter,
                  struck: sharing === 'absent',
                },
              ),
            ]),
      ],
    );
  });
  return group({ opacity: stale ? 0.85 : null }, arcs);
}
