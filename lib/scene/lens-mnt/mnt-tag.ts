import type { Messages } from '../../i18n/messages';
import type { PlacedColumn } from '../../layout/lens-mnt/placed';
import { monoWidth } from '../../layout/mono-text';
import { sansWidth } from '../../layout/node-text';
import type { MntMark } from './mnt-role';
import { pathIn, SIZE, words } from './words';

const INSET = 7;

/** Something that was mounted into a namespace: where it is in there, and whether it may be changed. */
export function tagMarks(
  { tag, x, y, width, height }: PlacedColumn['tags'][number],
  { lensMnt }: Messages,
): MntMark {
  const { mount, danger, writable } = tag;
  const { hidden, kind, target } = mount;
  const is = [...(hidden ? ['hidden'] : []), ...(danger === null ? [] : ['danger'])];
  const baseline = y + height / 2 + 4;
  const mode = hidden ? lensMnt.hidden : writable ? 'rw' : 'ro';
  const modeWidth = hidden ? sansWidth(mode, SIZE) : monoWidth(mode, SIZE);
  const text = pathIn(target, width - 2 * INSET - modeWidth - 6);
  const right = x + width - INSET - modeWidth;
  return {
    kind: 'group',
    role: 'mntPart',
    data: { mount: target, kind, danger, hidden: hidden ? 'true' : null },
    children: [
      { kind: 'rect', role: 'tag', is, x, y, width, height, rx: 5 },
      words({ role: 'tagText', is, text, x: x + INSET, y: baseline }),
      // So that it is seen without a colour of its own.
      ...(hidden ? [struck(x + INSET, baseline - 4, monoWidth(text, SIZE))] : []),
      words({ role: hidden ? 'mntUnknown' : 'mntDim', text: mode, x: right, y: baseline }),
    ],
  };
}

function struck(x: number, y: number, width: number): MntMark {
  return { kind: 'line', role: 'parting', is: ['struck'], from: { x, y }, to: { x: x + width, y } };
}
