import type { NamespaceType } from '../model/namespace-type';
import type { KernelRole } from '../scene/kernel/kernel-role';
import type { Mark } from '../scene/mark';
import type { Ink } from './arc-look';
import type { Look, Looks, TextLook } from './marks';

/** What the roles of the kernel's picture look like in a figure: what the page's stylesheet says there. */
export function kernelLooks({ palette }: Ink): Looks<KernelRole> {
  const { ground, surface, text, line, good, warn } = palette;
  const dim = palette['text-dim'];
  const strong = palette['line-strong'];
  const raised = palette['surface-raised'];
  const sketched: Look = { fill: 'none', stroke: strong, 'stroke-dasharray': '4 5' };

  return { shape, text: textLook };

  function shape(mark: Mark<KernelRole>, hue: NamespaceType | null): Look | null {
    const is = (state: string) => mark.is?.includes(state) === true;
    switch (mark.role) {
      case 'part':
      case 'head':
      case 'process':
      case 'kernel':
      case 'folded':
        return {};
      case 'region':
        return is('sketch') ? sketched : { fill: surface, stroke: line, 'stroke-width': 1.25 };
      case 'fence':
        return is('sketch') ? sketched : fenceLook(is);
      case 'headGround':
      case 'rowGround':
        return is('selected') ? { fill: palette['surface-selected'] } : null;
      case 'foldedGround':
        return { fill: 'none', stroke: strong, 'stroke-dasharray': '2 4' };
      case 'dot':
        return { fill: (mark.kind === 'circle' ? mark.tint : null) ?? strong };
      case 'callGround':
        if (is('in')) return { fill: raised, stroke: good };
        if (is('unknown')) return { fill: 'none', stroke: warn, 'stroke-dasharray': '3 3' };
        return { fill: 'none', stroke: line };
      case 'wire':
        return { stroke: is('sketch') ? strong : good, 'stroke-width': 1.5 };
      case 'arrow':
        return { fill: is('sketch') ? strong : good };
      case 'border':
        return { stroke: dim, 'stroke-width': 2, 'stroke-dasharray': '2 5' };
      case 'kernelGround':
        if (is('sketch')) return sketched;
        return { fill: raised, stroke: is('ofHost') ? good : strong, 'stroke-width': 1.75 };
      case 'swatch':
        return { fill: hue === null ? strong : palette[`type-${hue}`] };
      case 'strip':
        return { fill: 'none', stroke: line };
      default:
        return null;
    }
  }

  function fenceLook(is: (state: string) => boolean): Look {
    const width = is('selected') ? 3 : 1.75;
    return is('ofContainer')
      ? {
          ...{ fill: ground, stroke: palette['type-pid'] },
          ...{ 'stroke-width': width, 'stroke-dasharray': '7 4' },
        }
      : { fill: ground, stroke: strong, 'stroke-width': width };
  }

  function textLook({ role, is = [] }: Mark<KernelRole>): TextLook {
    switch (role) {
      case 'regionName':
      case 'heading':
      case 'name':
        return { weight: 600, fill: text };
      case 'kernelName':
        return { weight: 600, fill: is.includes('sketch') ? dim : text };
      case 'pid':
        return { mono: true, fill: dim };
      case 'command':
        return { mono: true, fill: text };
      case 'item':
        return { fill: text };
      case 'call': {
        const mono = is.includes('mono');
        if (is.includes('unknown')) return { fill: warn };
        return { mono, fill: is.includes('in') ? text : dim };
      }
      case 'stripText':
        return { anchor: 'middle', fill: dim };
      default:
        return { fill: dim };
    }
  }
}
