import type { MntRole } from '../scene/lens-mnt/mnt-role';
import type { Mark } from '../scene/mark';
import type { Ink } from './arc-look';
import { isOfEveryLens, lensLooks } from './lens-look';
import type { Look, Looks, TextLook } from './marks';
import { mix } from './palette';

/** What the roles of the picture of mounts look like in a figure: what the page's stylesheet says there. */
export function mntLooks(ink: Ink): Looks<MntRole> {
  const { palette } = ink;
  const { ground, text, bad } = palette;
  const dim = palette['text-dim'];
  const grey = palette['line-strong'];
  const hue = palette['type-mnt'];
  const ofLens = lensLooks(ink);

  return {
    shape: (mark, type) => {
      if (isOfEveryLens(mark)) return ofLens.shape(mark, type);
      return shape(mark);
    },
    text: (mark, type) => {
      if (isOfEveryLens(mark)) return ofLens.text(mark, type);
      return textLook(mark);
    },
  };

  function shape(mark: Mark<MntRole>): Look | null {
    const is = (state: string) => mark.is?.includes(state) === true;
    switch (mark.role) {
      case 'mntPart':
        return {};
      case 'parting':
        return is('struck') ? { stroke: dim, 'stroke-width': 1.5 } : { stroke: palette.line };
      case 'layer':
        if (is('copies')) return { fill: 'none', stroke: grey, 'stroke-dasharray': '4 3' };
        return is('shared')
          ? { fill: mix(hue, 52, ground), stroke: hue, 'stroke-width': 1.5 }
          : { fill: mix(hue, 16, ground), stroke: mix(hue, 35, ground) };
      case 'unknownGround':
        return { fill: ground };
      case 'written':
        if (is('sealed')) return { fill: 'none', stroke: grey, 'stroke-dasharray': '3 3' };
        return { fill: (mark.kind === 'rect' ? mark.tint : null) ?? grey };
      case 'tag':
        if (is('hidden')) return { fill: 'none', stroke: grey, 'stroke-dasharray': '3 3' };
        if (is('more')) return { fill: 'none', stroke: grey };
        return is('danger')
          ? { fill: mix(bad, 22, ground), stroke: bad }
          : { fill: mix(hue, 12, ground), stroke: hue };
      case 'cord':
        return is('danger')
          ? { fill: 'none', stroke: bad, 'stroke-width': 2.5 }
          : { fill: 'none', stroke: hue, 'stroke-width': 1.75 };
      case 'joint':
      case 'plug': {
        const colour = is('danger') ? bad : hue;
        return { fill: is('ro') ? ground : colour, stroke: colour, 'stroke-width': 1.75 };
      }
      case 'icon':
        return { fill: 'none', stroke: is('danger') ? bad : dim, 'stroke-width': 1.4 };
      default:
        return null;
    }
  }

  function textLook({ role, is = [] }: Mark<MntRole>): TextLook {
    switch (role) {
      case 'mntName':
      case 'mntText':
        return { fill: text, weight: 600 };
      case 'mntCode':
        return { fill: text, mono: true };
      case 'layerCode':
        return { fill: text, mono: true };
      case 'mntDimCode':
        return { fill: dim, mono: true };
      case 'mntUnknown':
        return { fill: palette.warn };
      case 'mntBad':
        return is.includes('mono') ? { fill: bad, mono: true, weight: 600 } : { fill: bad };
      case 'mntHeading':
        return { fill: dim, weight: 600 };
      case 'layerText':
        return is.includes('shared') ? { fill: text, weight: 600 } : { fill: text };
      case 'writtenText':
        return { fill: ground, weight: 600 };
      case 'tagText': {
        const colour = is.includes('hidden') ? dim : is.includes('danger') ? bad : text;
        return { fill: colour, mono: true };
      }
      default:
        return { fill: dim };
    }
  }
}
