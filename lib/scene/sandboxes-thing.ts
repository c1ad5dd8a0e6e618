import type { Messages } from '../i18n/messages';
import { isLettered, leastName, type Detail } from '../layout/detail';
import type { Point } from '../layout/geometry';
import { SANDBOXES_KEY, type SandboxFold } from '../sandboxes/fold';
import { baseline } from './baseline';
import type { Mark, Thing } from './mark';
import type { SharingRole } from './sharing-role';

export interface SandboxesOf extends SandboxFold {
  at: Point;
  detail: Detail;
  /** Can it be pressed? In a figure nothing can. */
  pressed: boolean;
  messages: Messages;
}

/** Half as wide as each square, and how far each is behind the one before. */
const [HALF, BEHIND] = [26, 5];
/** What stands in it from near and below it: sizes, and baselines. */
const NUMBER = 15;
const WORD = { size: 11, y: 42 };
const HINT = { size: 10, y: 56 };

/** Many sandboxes as one: a stack of small squares with their number; pressed, each has its own. */
export function sandboxesThing(of: SandboxesOf): Thing<SharingRole> {
  const { count, folded, open, at, detail, pressed, messages } = of;
  const { stopped } = messages.sharing;
  const least = leastName(detail);
  const size = least ?? NUMBER;
  const text = (role: SharingRole, words: string, of: { size: number; y: number }) =>
    ({ kind: 'text', role, x: 0, ...of, text: words }) as const;
  return {
    key: SANDBOXES_KEY,
    identity: SANDBOXES_KEY,
    sentence: `${messages.sandboxes.count(count)}. ${open ? stopped.close : stopped.open}`,
    selected: open,
    drawing: {
      kind: 'group',
      role: 'stack',
      at,
      data: { 'folded-sandboxes': folded },
      page: { key: SANDBOXES_KEY },
      children: [
        ...(open ? [0] : [2, 1, 0]).map((nth): Mark<SharingRole> => {
          const [x, y] = [nth * BEHIND - HALF, -nth * BEHIND - HALF];
          const [width, height] = [2 * HALF, 2 * HALF];
          return { kind: 'rect', role: 'stackRing', x, y, width, height, rx: 4 };
        }),
        {
          kind: 'rect',
          role: 'focusRing',
          ...{ x: -HALF - 4, y: -HALF - 4, width: 2 * HALF + 8, height: 2 * HALF + 8, rx: 6 },
        },
        text('stackNumber', String(count), { size, y: baseline(0, size) }),
        ...(isLettered(detail)
          ? [text('stoppedName', messages.sandboxes.title, { ...WORD, size: least ?? WORD.size })]
          : []),
        ...(least === null && pressed
          ? [text('stackHint', open ? stopped.shortClose : stopped.shortOpen, HINT)]
          : []),
      ],
    },
  };
}
