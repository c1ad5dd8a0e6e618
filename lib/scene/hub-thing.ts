import type { FirstMessages } from '../i18n/messages';
import { hubLetter, leastName, smallSizes, type Detail } from '../layout/detail';
import { fittedList, LARGEST_FROM_FAR } from '../layout/node-text';
import { hubLabelLines } from '../layout/places';
import { TYPE_LETTERS } from '../layout/ring';
import type { Hub } from '../sharing/graph';
import { kernelName } from '../model/ids';
import { baseline } from './baseline';
import type { TextMark, Thing } from './mark';
import { pinMark } from './pin';
import { selectionMark } from './ring';
import type { SharingRole } from './sharing-role';

export interface HubOf {
  hub: Hub;
  x: number;
  y: number;
  /** On which side of the diamond its label is. */
  labelAbove: boolean;
  /** How wide that may be. */
  width: number;
  /**
   * The names of its members, and the same without what Compose put before them, each in one string
   * a line each: so they compare.
   */
  names: string;
  shortNames: string;
  detail: Detail;
  /** Is what it is called drawn? Else it is a diamond alone. */
  named: boolean;
  /** How many share it, where they are so many that they stand in rows below it; else null. */
  many: number | null;
  selected: boolean;
  stale: boolean;
  pinned: boolean;
  messages: FirstMessages;
}

/** Half a side of a diamond, and what that is of its letter where this is large. */
const HALF_DIAMOND = 9;
const IN_DIAMOND = 0.72;

/** Right above a square that stands on its corner. */
const aboveDiamond = (half: number) => -Math.SQRT2 * half - 4;
/** What is free between its label and a line above that. */
const ABOVE_LABEL = 4;

/** A namespace that several containers share: a diamond with the kernel's name for it. */
export function hubThing(of: HubOf): Thing<SharingRole> {
  const { hub, x, y, labelAbove, detail, selected, stale, pinned } = of;
  const { sharing, filters } = of.messages;
  const id = kernelName(hub.id);
  const withHidden = (text: string) =>
    hub.hidden.length === 0 ? text : filters.withHidden(text, hub.hidden.length);
  const label = withHidden(
    (hub.ofEngine ? sharing.hub.engine : sharing.hub.label)(id, [
      ...of.names.split('\n'),
      ...hub.pauses,
    ]),
  );
  const sizes = smallSizes(detail);
  const [first, second] = hubLabelLines(labelAbove, sizes.members);
  const letter = hubLetter(detail, of.named);
  const half = Math.max(HALF_DIAMOND, Math.round(letter * IN_DIAMOND));
  // Its pod says which one it is.
  const shortNames = [...of.shortNames.split('\n'), ...hub.pauses.map(() => 'pause')];
  const members = fittedList(shortNames, of.width, sizes.members, (shown, more) =>
    withHidden((hub.ofEngine ? sharing.hub.engineWith : sharing.hub.sharedBy)(shown, more)),
  );
  return {
    key: hub.id,
    identity: `${hub.id}@${hub.lifetime}`,
    sentence: pinned ? `${label}. ${sharing.pin.pinned}` : label,
    selected,
    drawing: {
      kind: 'group',
      role: 'hub',
      is: stale ? ['stale'] : [],
      hue: hub.type,
      at: { x, y },
      data: { hub: hub.id },
      page: { pinned: pinned ? 'true' : null },
      children: [
        {
          kind: 'rect',
          role: 'hit',
          x: -60,
          y: labelAbove ? -46 : -14,
          width: 120,
          height: 60,
          rx: 0,
        },
        {
          kind: 'rect',
          role: 'diamond',
          is: stale ? ['stale'] : [],
          x: -half,
          y: -half,
          width: 2 * half,
          height: 2 * half,
          rx: half / 3.6,
          turned: 45,
        },
        {
          kind: 'text',
          role: 'hubLetter',
          x: 0,
          y: baseline(0, letter),
          size: letter,
          text: TYPE_LETTERS[hub.type],
        },
        ...(selected ? [selectionMark(2 * half)] : []),
        { kind: 'circle', role: 'focusRing', r: 2 * half - 1 },
        ...(of.named
          ? ([
              { kind: 'text', role: 'kernelName', x: 0, y: first, size: sizes.hub, text: id },
              {
                kind: 'text',
                role: 'sharedBy',
                x: 0,
                y: second,
                size: sizes.members,
                text: members,
              },
            ] as const)
          : []),
        ...manyMark(
          of,
          of.named && labelAbove ? first - sizes.hub - ABOVE_LABEL : aboveDiamond(half),
        ),
        ...(pinned ? [pinMark(21, 0)] : []),
      ],
    },
  };
}

/**
 * What a hub of many is, as large as containers' names are from far: who reads these reads it too.
 *
 * @param y its baseline
 */
function manyMark({ hub, many, detail, messages }: HubOf, y: number): TextMark<SharingRole>[] {
  const least = leastName(detail);
  if (many === null || least === null) return [];
  const size = Math.max(least, LARGEST_FROM_FAR);
  const text = messages.sharing.hub.many(hub.type, many);
  return [{ kind: 'text', role: 'name', is: ['far'], x: 0, y, size, text }];
}
