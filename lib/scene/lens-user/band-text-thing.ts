import type { Point } from '../../layout/geometry';
import { BAND_TEXT, SIGN } from '../../layout/lens-user/place-bands';
import type { BandText } from '../../layout/lens-user/placed';
import { roomOf, type TextRoom } from '../../layout/lens-user/texts-apart';
import type { Mark, Thing } from '../mark';
import type { UserRole } from './user-role';
import { warningSign } from './warning-sign';

/** Around the words. */
const PADDING = 5;

/** What is said of root in a band. Of one namespace it chooses that. */
export function bandTextThing(
  { key, of, same, text, lines }: BandText,
  chosen: ReadonlySet<string>,
): Thing<UserRole> {
  const is = same ? ['warn'] : [];
  const [first] = lines;
  const sign = first === undefined || !same ? [] : warningSign(first.x - SIGN, first.y - 14);
  const [only, ...others] = of;
  const one = only !== undefined && others.length === 0 ? only : null;
  return {
    key,
    identity: key,
    sentence: text,
    selected: one !== null && chosen.has(one),
    drawing: {
      kind: 'group',
      role: 'saying',
      is: one === null ? [] : ['choosing'],
      data: { chooses: one },
      children: [
        { kind: 'rect', role: 'sayingGround', ...groundOf(lines, same), rx: 6 },
        ...sign,
        ...lines.map(({ text: line, x, y }): Mark<UserRole> => ({
          kind: 'text',
          role: 'bandText',
          is,
          ...{ x, y, size: BAND_TEXT.size, text: line },
        })),
      ],
    },
  };
}

/** Where it is walked to. */
export function middleOfText({ lines, same }: BandText): Point {
  const { x, y, width, height } = groundOf(lines, same);
  return { x: x + width / 2, y: y + height / 2 };
}

function groundOf(lines: BandText['lines'], same: boolean): TextRoom {
  const { x, y, width, height } = roomOf({ lines, same });
  return {
    ...{ x: x - PADDING, y: y - PADDING },
    ...{ width: width + 2 * PADDING, height: height + 2 * PADDING },
  };
}
