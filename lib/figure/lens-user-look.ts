import type { LensRole } from '../scene/lens-role';
import type { UserRole } from '../scene/lens-user/user-role';
import type { Mark } from '../scene/mark';
import type { Ink } from './arc-look';
import { isOfEveryLens, lensLooks } from './lens-look';
import type { Look, Looks, TextLook } from './marks';
import { mix } from './palette';

type Role = LensRole | UserRole;

/** What the roles of the user lens look like in a figure: what the page's stylesheet says there. */
export function lensUserLooks(ink: Ink): Looks<Role> {
  const { palette } = ink;
  const { ground, surface, text, bad } = palette;
  const dim = palette['text-dim'];
  const strong = palette['line-strong'];
  const hue = palette['type-user'];
  const written = palette['type-user-text'];
  const lens = lensLooks(ink);

  return {
    shape: (mark, type) => {
      if (!isOfEveryLens(mark)) return shape(mark);
      const look = lens.shape(mark, type);
      // Lines of those above lead through it.
      return look !== null && mark.is?.includes('oneOfMany') === true
        ? { ...look, fill: 'none' }
        : look;
    },
    text: (mark, type) => (isOfEveryLens(mark) ? lens.text(mark, type) : textLook(mark)),
  };

  function shape(mark: Mark<Role>): Look | null {
    const is = (state: string) => mark.is?.includes(state) === true;
    switch (mark.role) {
      case 'between':
      case 'saying':
      case 'bundle':
      case 'band':
      case 'ruler':
      case 'idMark':
        return {};
      case 'answerGround':
        return is('warn')
          ? { fill: mix(bad, 8, ground), stroke: mix(bad, 45, ground) }
          : { fill: palette['surface-raised'], stroke: palette.line };
      case 'sign':
        return {
          fill: 'none',
          stroke: bad,
          'stroke-width': 1.75,
          'stroke-linecap': 'round',
          'stroke-linejoin': 'round',
        };
      case 'rowLine':
        return { stroke: palette.line, 'stroke-width': 1 };
      case 'bundleGround': {
        const tint = mark.kind === 'rect' ? mark.tint : null;
        if (is('ofNone')) {
          return { fill: palette['surface-raised'], stroke: strong, 'stroke-width': 1.5 };
        }
        return { fill: tint ?? text, stroke: surface };
      }
      case 'bandPart':
        return is('identity')
          ? { fill: mix(hue, 7, ground), opacity: 0.85 }
          : { fill: mix(hue, 24, ground), opacity: 0.85 };
      case 'hatch':
        return { fill: 'none', stroke: mix(hue, 28, ground) };
      case 'idLine':
        return {
          stroke: is('warn') ? bad : hue,
          'stroke-width': is('root') ? 4 : 1.5,
          'stroke-linecap': 'round',
        };
      case 'rulerLine':
        return {
          fill: 'none',
          stroke: is('thin') ? strong : dim,
          'stroke-width': is('thin') ? 1.25 : 2,
        };
      case 'rulerBreak':
        return { fill: 'none', stroke: dim, 'stroke-width': 1.5 };
      case 'idDot':
        return { fill: is('warn') ? bad : hue, stroke: surface, 'stroke-width': 1.5 };
      default:
        return null;
    }
  }

  function textLook({ role, is = [] }: Mark<Role>): TextLook {
    const warn = is.includes('warn');
    switch (role) {
      case 'answerText':
        return { weight: 500, fill: text };
      case 'mapFact':
      case 'slot':
        return { fill: is.includes('notKnown') ? palette.warn : dim };
      case 'note':
      case 'rulerSaid':
        return { fill: dim };
      case 'rowName':
        return { weight: 600, fill: is.includes('ofNone') ? dim : text };
      case 'commands':
        return { mono: true, fill: dim, edge: { colour: surface, width: 3 } };
      case 'bundleNumber':
        return { weight: 700, anchor: 'middle', fill: is.includes('ofNone') ? text : ground };
      case 'bandText':
        return { weight: 600, fill: warn ? bad : written, edge: { colour: surface, width: 4 } };
      case 'idNumber':
        return {
          weight: is.includes('big') ? 700 : 600,
          mono: true,
          fill: warn ? bad : is.includes('big') ? written : text,
          edge: { colour: surface, width: 3 },
        };
      case 'idName':
        return { fill: is.includes('none') ? dim : text, edge: { colour: surface, width: 3 } };
      case 'idRoot':
        return { weight: 600, fill: warn ? bad : written, edge: { colour: surface, width: 3 } };
      default:
        return { fill: dim };
    }
  }
}
