import type { Messages } from '../../i18n/messages';
import type { PlacedGroup } from '../../layout/lens-mnt/placed';
import { sansWidth } from '../../layout/node-text';
import { stripKey } from '../lens-box';
import type { LensPart } from '../lens-picture';
import { identityOf, nameOf } from './mnt-said';
import type { MntRole } from './mnt-role';
import { chevron } from './mnt-tag';
import { fitted, SIZE, words } from './words';

const INSET = 9;
const GAP = 8;

/** Above columns that stood as one; pressed, they do again. */
export function mntGroup(
  { key, columns, x, y, width, height }: PlacedGroup,
  messages: Messages,
): Omit<LensPart<MntRole>, 'dots'> {
  const { lensMnt } = messages;
  const [first, ...more] = columns;
  const [box, ...rest] = columns.flatMap(({ boxes }) => boxes);
  const one = { ...first, key, boxes: [box ?? first.boxes[0], ...rest] as const };
  const name = nameOf(one, messages);
  const label = lensMnt.asOne(name);
  const text = fitted([label, name], width - 2 * INSET - GAP - 8);
  const middle = y + height / 2;
  return {
    key,
    sentence: label,
    frame: { kind: 'group', role: 'mntPart', hue: 'mnt', data: { opened: more.length + 1 } },
    ground: [],
    things: [
      {
        ...{ key: stripKey(key), identity: identityOf(one), sentence: label, selected: false },
        drawing: {
          kind: 'group',
          role: 'strip',
          children: [
            { kind: 'rect', role: 'tag', is: ['more'], x, y, width, height, rx: 6 },
            { kind: 'rect', role: 'stripGround', x, y, width, height, rx: 6 },
            words({ role: 'mntDim', text, x: x + INSET, y: middle + 4 }),
            chevron(x + INSET + sansWidth(text, SIZE) + GAP + 4, middle, true),
          ],
        },
      },
    ],
  };
}
