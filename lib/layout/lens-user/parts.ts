import type { Messages } from '../../i18n/messages';
import type { UserNames } from '../../inside/user-names';
import { bandsOf, identityOf } from './place-bands';
import { boxesOf } from './place-boxes';
import { rulersOf } from './place-rulers';
import type { UserParts } from './placed';
import { BELOW_RULER, FACT } from './sized';
import type { Standing } from './standing';

/** All that is drawn of a stack: outer boxes before those in them. */
export function partsOf(at: Standing, names: UserNames, words: Messages['lensUser']): UserParts {
  const { sized, frame, left, innerY } = at;
  const { two } = sized.measured;
  const own: UserParts = {
    boxes: boxesOf(at, words),
    rulers: rulersOf(at, names, words),
    ...(two ? identityOf(at, words) : { bands: [], lines: [], texts: [] }),
    slots: [...at.slots].map(([slot, x]) => ({ slot, x, y: innerY })),
    notes:
      sized.below > BELOW_RULER
        ? words.notes.map((text, nth) => ({
            text,
            x: left,
            y: frame.ruler + BELOW_RULER + 14 + nth * FACT.line,
          }))
        : [],
  };
  return at.children.reduce((parts, child) => {
    const { bands, lines, texts } = bandsOf(child, at, words);
    const inside = partsOf(child, names, words);
    return {
      boxes: [...parts.boxes, ...inside.boxes],
      rulers: [...parts.rulers, ...inside.rulers],
      bands: [...parts.bands, ...bands, ...inside.bands],
      lines: [...parts.lines, ...lines, ...inside.lines],
      texts: [...parts.texts, ...texts, ...inside.texts],
      slots: [...parts.slots, ...inside.slots],
      notes: [...parts.notes, ...inside.notes],
    };
  }, own);
}
