import type { FirstMessages } from '../i18n/messages';
import { bundleHalfWidth } from '../layout/bundle';
import { bundleKey } from '../layout/linked';
import type { NamespaceType } from '../model/namespace-type';
import { baseline } from './baseline';
import type { Mark, Thing } from './mark';
import type { SharingRole } from './sharing-role';

export interface BundleOf {
  type: NamespaceType;
  /** How many there are. */
  count: number;
  /** Where it leaves the host's arc, and where its number stands. */
  fromX: number;
  fromY: number;
  x: number;
  y: number;
  open: boolean;
  messages: FirstMessages;
}

const NUMBER = 13;

/** Many containers' ties to the host as one with a number; pressed, it opens into single ones. */
export function bundleThing(of: BundleOf): Thing<SharingRole> {
  const { type, count, x, y, open, messages } = of;
  const said = messages.sharing.bundle;
  const half = bundleHalfWidth(count);
  const pill = (role: SharingRole, more: number): Mark<SharingRole> => ({
    kind: 'rect',
    role,
    x: x - half - more,
    y: y - 11 - more,
    width: 2 * (half + more),
    height: 22 + 2 * more,
    rx: 11 + more,
  });
  return {
    key: bundleKey(type),
    identity: bundleKey(type),
    sentence: `${said.label(type, count)}. ${open ? said.close : said.open}`,
    selected: open,
    drawing: {
      kind: 'group',
      role: 'bundle',
      hue: type,
      data: { bundle: type, count: count },
      children: [
        {
          kind: 'line',
          role: 'bundleLine',
          from: { x: of.fromX, y: of.fromY },
          to: { x, y },
        },
        pill('pill', 0),
        pill('focusRing', 4),
        {
          kind: 'text',
          role: 'bundleNumber',
          x,
          y: baseline(y, NUMBER),
          size: NUMBER,
          text: String(count),
        },
      ],
    },
  };
}
