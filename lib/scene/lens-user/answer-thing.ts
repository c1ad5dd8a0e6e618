import type { Messages } from '../../i18n/messages';
import type { UserLayout } from '../../layout/lens-user/placed';
import { wrapped } from '../../layout/wrapped';
import { baseline } from '../baseline';
import type { Mark, Thing } from '../mark';
import type { UserRole } from './user-role';
import { warningSign } from './warning-sign';
import { whoIsWho, type UserAnswer } from './who-is-who';

/** By what the answer goes. */
export const ANSWER = 'answer';

const SIZE = 14;
const LINE = 19;
const PADDING = 16;
const SIGN = 30;
/** Fewer names are said where more do not fit into two lines. */
const NAMES = [8, 5, 3, 2, 1];

/** The sentence above the picture: the same user number, and whom it is on the host. */
export function answerThing(
  { x, y, width, height }: UserLayout['answer'],
  answer: UserAnswer,
  words: Messages['lensUser'],
): Thing<UserRole> {
  const is = answer.warns ? ['warn'] : [];
  const room = width - 2 * PADDING - (answer.warns ? SIGN : 0);
  const written = NAMES.map((most) => wrapped(whoIsWho(answer, most, words), room, SIZE));
  const lines = (written.find(({ length }) => length <= 2) ?? written.at(-1) ?? []).slice(0, 2);
  const first = y + height / 2 - ((lines.length - 1) * LINE) / 2;
  const left = x + PADDING + (answer.warns ? SIGN : 0);
  const sign: Mark<UserRole>[] = answer.warns ? warningSign(x + PADDING, y + height / 2 - 9) : [];
  return {
    key: ANSWER,
    identity: ANSWER,
    sentence: whoIsWho(answer, Infinity, words),
    selected: false,
    drawing: {
      kind: 'group',
      role: 'saying',
      is,
      children: [
        { kind: 'rect', role: 'answerGround', is, ...{ x, y, width, height, rx: 8 } },
        ...sign,
        ...lines.map((text, nth): Mark<UserRole> => ({
          kind: 'text',
          role: 'answerText',
          is,
          x: left,
          y: baseline(first + nth * LINE, SIZE),
          ...{ size: SIZE, text },
        })),
      ],
    },
  };
}
