import type { NamespaceType } from '../model/namespace-type';
import type { GoneRole } from '../scene/gone-scene';
import type { Mark } from '../scene/mark';
import type { Look, Looks, TextLook } from './marks';
import type { Palette } from './palette';

/** What is gone looks like in a figure: what the page's stylesheet says of the same roles. */
export function goneLooks(palette: Palette): Looks<GoneRole> {
  const dim = palette['text-dim'];
  const line = (stroke: string, width: number, dashes: string): Look => ({
    ...{ fill: 'none', stroke, 'stroke-width': width, 'stroke-dasharray': dashes },
  });
  return {
    shape: (mark: Mark<GoneRole>, type: NamespaceType | null): Look | null => {
      switch (mark.role) {
        case 'goneDisc':
          return { fill: palette.ground };
        case 'goneArc':
          return line(dim, 1.25, '3 3');
        case 'goneTie':
          return line(type === null ? dim : palette[`type-${type}`], 2, '2 6');
        case 'goneWay':
          return line(dim, 1.5, '4 4');
        default:
          return {};
      }
    },
    text: (mark: Mark<GoneRole>): TextLook => {
      const isName = mark.role === 'goneName';
      const isEdged = isName || mark.role === 'goneNote';
      return {
        ...{ anchor: 'middle', fill: dim },
        ...(isName || mark.role === 'goneLetter' ? { weight: 600 } : {}),
        ...(isEdged ? { edge: { colour: palette.ground, width: 4 } } : {}),
      };
    },
  };
}
