import type { NamespaceType } from '../model/namespace-type';
import type { Mark } from '../scene/mark';
import type { NetRole } from '../scene/lens-net/net-role';
import type { Ink } from './arc-look';
import { isOfEveryLens, lensLooks } from './lens-look';
import type { Look, Looks, TextLook } from './marks';
import { mix } from './palette';

/** What the roles of the picture of networks look like in a figure: what the page's stylesheet says there. */
export function netLooks(ink: Ink): Looks<NetRole> {
  const { palette } = ink;
  const { ground, surface, text, warn, bad, good } = palette;
  const hue = palette['type-net'];
  const dim = palette['text-dim'];
  const lens = lensLooks(ink);

  return { shape, text: textLook };

  function shape(mark: Mark<NetRole>, type: NamespaceType | null): Look | null {
    if (isOfEveryLens(mark)) return lens.shape(mark, type);
    const is = (state: string) => mark.is?.includes(state) === true;
    const stroke = is('no') ? bad : is('unknown') ? warn : is('lit') ? text : hue;
    switch (mark.role) {
      case 'part':
      case 'netThing':
      case 'wires':
        return {};
      case 'parting':
        return { stroke: mix(hue, 35, ground) };
      case 'device':
        if (is('wired')) return { fill: stroke };
        if (is('unseen')) {
          return { fill: 'none', stroke: warn, 'stroke-width': 1.5, 'stroke-dasharray': '2 2' };
        }
        return is('up') ? { fill: dim } : { fill: 'none', stroke: dim, 'stroke-width': 2 };
      case 'arrow':
        return { fill: 'none', stroke: dim, 'stroke-width': 1.5 };
      case 'shield':
        return { fill: 'none', stroke: is('off') ? dim : hue, 'stroke-width': 1.5 };
      case 'query':
        return { fill: 'none', stroke: warn, 'stroke-width': 1.5 };
      case 'tag':
        return { fill: palette['surface-raised'], stroke: palette['line-strong'] };
      case 'tab':
        return { fill: mix(hue, 22, ground), stroke: hue, 'stroke-width': 1.25 };
      case 'rail':
        return {
          fill: mix(hue, 24, surface),
          stroke: hue,
          'stroke-dasharray': is('untold') ? '5 4' : null,
        };
      case 'wire':
        return {
          fill: 'none',
          stroke: is('halo') ? ground : stroke,
          'stroke-width': is('halo') ? 4 : is('lit') ? 3 : 1.75,
          'stroke-dasharray': is('halo')
            ? null
            : is('untaken')
              ? '2 5'
              : is('onTop')
                ? '5 3'
                : null,
        };
      case 'published':
        return { fill: 'none', stroke: text, 'stroke-width': 2 };
      case 'meeting':
        return {
          stroke: is('no') ? bad : is('unknown') ? warn : text,
          'stroke-width': 3,
          'stroke-dasharray': is('untaken') ? '2 5' : null,
        };
      case 'verdicts':
        return { fill: palette['surface-raised'], stroke: palette.line };
      case 'tick':
        return { fill: 'none', stroke: good, 'stroke-width': 2 };
      case 'barred':
        return { fill: 'none', stroke: bad, 'stroke-width': 2 };
      case 'barrier':
        return { fill: ground };
      case 'plug':
        return { fill: stroke, stroke: ground };
      case 'outside':
        return {
          fill: 'none',
          stroke: palette['line-strong'],
          'stroke-width': 1.5,
          'stroke-dasharray': '4 4',
        };
      default:
        return null;
    }
  }

  function textLook(mark: Mark<NetRole>, type: NamespaceType | null): TextLook {
    if (isOfEveryLens(mark)) return lens.text(mark, type);
    switch (mark.role) {
      case 'netName':
        return { weight: 600, fill: text };
      case 'netPlain':
        return { fill: text };
      case 'netCode':
        return { mono: true, fill: text };
      case 'netDimCode':
        return { mono: true, fill: dim };
      case 'netAddress':
        return { mono: true, weight: 600, fill: text };
      case 'netUnknown':
        return { fill: warn };
      case 'netHeading':
        return { weight: 600, fill: dim };
      case 'netYes':
        return { weight: 600, fill: text };
      case 'netNo':
        return { weight: 600, fill: bad };
      case 'netOpen':
        return { weight: 600, fill: warn };
      case 'queryText':
        return { weight: 700, anchor: 'middle', fill: warn };
      case 'tabPort':
        return { mono: true, weight: 600, anchor: 'middle', fill: text };
      case 'publishedText':
        return { mono: true, fill: text };
      case 'tabOwner':
        return { anchor: 'middle', fill: dim };
      case 'outsideText':
        return mark.is?.includes('strong') === true
          ? { weight: 600, anchor: 'middle', fill: text }
          : { anchor: 'middle', fill: dim };
      default:
        return { fill: dim };
    }
  }
}
