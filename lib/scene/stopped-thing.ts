import type { FirstMessages } from '../i18n/messages';
import { isLettered, leastName, type Detail } from '../layout/detail';
import { sansWidth } from '../layout/node-text';
import { STOPPED_RING } from '../layout/ring';
import { STOPPED_KEY, type StoppedFold } from '../sharing/stopped-fold';
import { baseline } from './baseline';
import type { Mark, Thing } from './mark';
import { pinMark } from './pin';
import type { SharingRole } from './sharing-role';

export interface StoppedOf extends StoppedFold {
  x: number;
  y: number;
  detail: Detail;
  /** Can it be pressed? In a figure nothing can. */
  pressed: boolean;
  pinned: boolean;
  messages: FirstMessages;
}

/** How far above the middle of its room it is, for its words are below it. */
const RAISED = -16;
/** How far its number may reach over it on both sides, and how large that is from near. */
const ACROSS = 96;
const NUMBER = 13;
const WORD = 11;
const HINT = { size: 10, y: 41 };
/** Each ring of the stack is so far behind the one before. */
const BEHIND = 4;

/** Many stopped containers as one: a stack of small rings with their number; pressed, each has a ring. */
export function stoppedThing(of: StoppedOf): Thing<SharingRole> {
  const { count, folded, open, x, y, detail, pressed, pinned, messages } = of;
  const { stopped } = messages.sharing;
  const sentence = messages.model.stoppedCount(count);
  const note = pinned ? [messages.sharing.pin.pinned] : [];
  const number = String(count);
  const least = leastName(detail);
  const size = Math.min(least ?? NUMBER, ACROSS / sansWidth(number, 1, true));
  const word = least ?? WORD;
  const { outer, inner } = STOPPED_RING;
  const rings = open ? [0] : [2, 1, 0];
  const text = (
    role: SharingRole,
    at: { size: number; y: number },
    words: string,
  ): Mark<SharingRole> => {
    return { kind: 'text', role, x: 0, y: at.y, size: at.size, text: words };
  };
  return {
    key: STOPPED_KEY,
    identity: STOPPED_KEY,
    sentence: [sentence, open ? stopped.close : stopped.open, ...note].join('. '),
    selected: open,
    drawing: {
      kind: 'group',
      role: 'stack',
      at: { x, y },
      data: { 'folded-count': folded },
      page: { key: STOPPED_KEY, pinned: pinned ? 'true' : null },
      children: [
        {
          kind: 'group',
          role: 'raised',
          at: { x: 0, y: RAISED },
          children: [
            ...rings.map((behind): Mark<SharingRole> => {
              const shift = behind * BEHIND;
              return { kind: 'circle', role: 'stackRing', cx: shift, cy: -shift, r: outer };
            }),
            { kind: 'circle', role: 'stackCore', r: inner },
            { kind: 'circle', role: 'focusRing', r: outer + 4 },
          ],
        },
        text('stackNumber', { size, y: baseline(RAISED, size) }, number),
        ...(isLettered(detail)
          ? [text('stoppedName', { size: word, y: 17 + word }, stopped.word)]
          : []),
        ...(least === null && pressed
          ? [text('stackHint', HINT, open ? stopped.shortClose : stopped.shortOpen)]
          : []),
        ...(pinned ? [pinMark(22, -38)] : []),
      ],
    },
  };
}
