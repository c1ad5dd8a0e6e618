import type { NamespaceType } from '../model/namespace-type';
import type { LensRole } from '../scene/lens-role';
import type { Mark } from '../scene/mark';
import type { Ink } from './arc-look';
import type { Look, Looks, TextLook } from './marks';
import { mix } from './palette';

/** What is drawn as in every lens. */
const OF_EVERY_LENS: Readonly<Record<LensRole, true>> = {
  ...{ lensBox: true, outline: true, head: true, headGround: true, boxName: true, said: true },
  ...{ strip: true, stripGround: true, stripDot: true, dot: true, dotGround: true },
  ...{ number: true, command: true, hostPid: true, fact: true, label: true, value: true },
  ...{ bar: true, barUsed: true },
};

/** Does it look as in every lens, whatever picture it is in? */
export function isOfEveryLens(mark: Mark): mark is Mark<LensRole> {
  return mark.role in OF_EVERY_LENS;
}

/** What the roles of the Lens look like in a figure: what the page's stylesheet says there. */
export function lensLooks({ palette }: Ink): Looks<LensRole> {
  const { ground, surface, text } = palette;
  const dim = palette['text-dim'];
  const grey = palette['line-strong'];

  return { shape, text: textLook };

  function shape(mark: Mark<LensRole>, type: NamespaceType | null): Look | null {
    const is = (state: string) => mark.is?.includes(state) === true;
    switch (mark.role) {
      case 'lensBox':
      case 'dot':
        return {};
      case 'outline':
        return { ...boxLook(mark, type), 'stroke-width': is('selected') ? 3 : 1.75 };
      case 'headGround':
        return is('selected') ? { fill: palette['surface-selected'] } : null;
      case 'fact':
        return {};
      case 'bar':
        return { fill: palette['surface-raised'], stroke: palette.line };
      case 'barUsed':
        return { fill: type === null ? grey : palette[`type-${type}`] };
      case 'stripDot':
        return { fill: grey };
      case 'dotGround': {
        const tint = mark.kind === 'circle' || mark.kind === 'rect' ? mark.tint : null;
        return {
          fill: tint ?? grey,
          ...(is('selected')
            ? { stroke: text, 'stroke-width': 3, 'stroke-dasharray': '3 2.5' }
            : {}),
        };
      }
      default:
        // What is there for a hand alone.
        return null;
    }
  }

  function boxLook({ is = [] }: Mark<LensRole>, type: NamespaceType | null): Look {
    if (is.includes('ofHost')) return { fill: surface, stroke: grey };
    if (is.includes('ofUnknown') || type === null) {
      return { fill: 'none', stroke: grey, 'stroke-dasharray': '5 4' };
    }
    const hue = palette[`type-${type}`];
    return { fill: mix(hue, 7, ground), stroke: hue };
  }

  /** A fact: what there is none of is dim, what is not known in the colour of warnings. */
  function valueLook(is: readonly string[]): TextLook {
    const mono = is.includes('mono');
    if (is.includes('unknown')) return { fill: palette.warn };
    return { mono, fill: is.includes('known') ? text : dim };
  }

  function textLook({ role, is = [] }: Mark<LensRole>): TextLook {
    switch (role) {
      case 'boxName':
        return { weight: 600, mono: true, fill: text };
      case 'number':
        return { weight: 700, anchor: 'middle', fill: is.includes('outsider') ? text : ground };
      case 'value':
        return valueLook(is);
      case 'command':
        return { anchor: 'middle', mono: true, fill: text };
      case 'hostPid':
        return { anchor: 'middle', fill: dim };
      default:
        return { fill: dim };
    }
  }
}
