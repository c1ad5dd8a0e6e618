import type { Sharing } from '../model/container';
import type { NamespaceType } from '../model/namespace-type';
import type { Mark } from '../scene/mark';
import type { SharingRole } from '../scene/sharing-role';
import { arcLook, type Ink } from './arc-look';
import type { Look, Looks, TextLook } from './marks';
import { mix } from './palette';

/** What the roles of the Sharing picture look like in a figure: what the page's stylesheet says there. */
export function sharingLooks(ink: Ink): Looks<SharingRole> {
  const { palette } = ink;
  const { ground, text, surface } = palette;
  const dim = palette['text-dim'];
  const middle: Pick<TextLook, 'anchor'> = { anchor: 'middle' };
  const edge = (width: number) => ({ edge: { colour: ground, width } });
  const hueOf = (type: NamespaceType | null) => (type === null ? dim : palette[`type-${type}`]);

  return { shape, text: textLook };

  function shape(mark: Mark<SharingRole>, type: NamespaceType | null): Look | null {
    const hue = hueOf(type);
    const stale = mark.is?.includes('stale') === true;
    switch (mark.role) {
      case 'machine':
      case 'container':
      case 'sandbox':
      case 'raised':
      case 'stack':
      case 'project':
      case 'hub':
      case 'bundle':
      case 'brokenTie':
        return {};
      case 'shore':
        return { fill: 'none', stroke: mix(dim, 40, ground), 'stroke-width': 2.5 };
      case 'land':
        return { fill: mix(dim, 5, ground) };
      case 'tie':
        return {
          fill: 'none',
          stroke: hue,
          'stroke-width': 2.5,
          'stroke-linecap': 'round',
          'stroke-dasharray': stale ? '7 6' : null,
          opacity: stale ? 0.85 : null,
        };
      case 'brokenLine':
        return {
          fill: 'none',
          stroke: hue,
          'stroke-width': 2,
          'stroke-linecap': 'round',
          'stroke-dasharray': '0.1 6',
        };
      case 'brokenGap':
        return { fill: ground };
      case 'brokenSign':
        return {
          fill: 'none',
          stroke: palette.warn,
          'stroke-width': 2.5,
          'stroke-linecap': 'round',
        };
      case 'stackRing':
      case 'stackCore':
        return { fill: ground, stroke: dim };
      case 'disc':
        return { fill: ground };
      case 'core':
        return { fill: surface };
      case 'ring':
        return { opacity: stale ? 0.85 : null };
      case 'arc':
        return arcShape(mark, type, stale);
      case 'diamond':
        return { fill: hue, stroke: ground, 'stroke-width': 2.5, opacity: stale ? 0.85 : null };
      case 'bundleLine':
        return { stroke: hue, 'stroke-width': 6 };
      case 'pill':
        return { fill: hue, stroke: ground, 'stroke-width': 2 };
      case 'selection':
        return {
          fill: 'none',
          stroke: text,
          'stroke-width': 1.75,
          'stroke-dasharray': '0.1 5',
          'stroke-linecap': 'round',
        };
      default:
        // What is there for a hand alone.
        return null;
    }
  }

  function arcShape(mark: Mark<SharingRole>, type: NamespaceType | null, stale: boolean): Look {
    const sharing = sharingIn(mark);
    const look =
      type === null || sharing === null
        ? { fill: 'none', stroke: palette.line, width: 1, dashes: null }
        : arcLook(type, sharing, ink);
    const telling = mark.is?.includes('telling') === true;
    return {
      fill: look.fill,
      stroke: telling ? hueOf(type) : look.stroke,
      'stroke-width': telling ? 1.25 : look.width,
      'stroke-linejoin': 'round',
      'stroke-dasharray': stale ? '3 2' : look.dashes,
    };
  }

  function textLook(mark: Mark<SharingRole>, type: NamespaceType | null): TextLook {
    switch (mark.role) {
      case 'arcLetter': {
        const sharing = sharingIn(mark);
        const letter =
          type === null || sharing === null ? null : arcLook(type, sharing, ink).letter;
        return { ...middle, weight: 700, fill: letter ?? text, struck: sharing === 'absent' };
      }
      case 'name':
        return {
          ...middle,
          weight: 650,
          fill: text,
          ...(mark.is?.includes('far') === true ? edge(5) : {}),
        };
      case 'stoppedName':
        return { ...middle, weight: 500, fill: dim, ...edge(4) };
      case 'stackNumber':
        return { ...middle, weight: 650, fill: text, ...edge(3) };
      case 'stoppedDetail':
        return { ...middle, fill: dim, ...edge(4) };
      case 'note':
        return { ...middle, fill: palette.warn };
      case 'kernelName':
        return { ...middle, mono: true, fill: text, ...edge(4) };
      case 'sharedBy':
        return { ...middle, fill: dim, ...edge(4) };
      case 'hubLetter':
      case 'bundleNumber':
        return { ...middle, weight: 700, fill: palette['on-type'] };
      case 'projectName':
        return { ...middle, weight: 600, fill: dim, ...edge(7) };
      default:
        return { ...middle, fill: dim };
    }
  }
}

const SHARINGS: readonly Sharing[] = ['own', 'shared', 'host', 'unknown', 'none', 'absent'];

/** What an arc or its letter tells; null where its type is not shown. */
function sharingIn({ is = [] }: Mark<SharingRole>): Sharing | null {
  return SHARINGS.find((sharing) => is.includes(sharing)) ?? null;
}
