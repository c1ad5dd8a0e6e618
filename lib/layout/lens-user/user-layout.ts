import type { Messages } from '../../i18n/messages';
import type { Insides } from '../../inside/insides';
import { userNames } from '../../inside/user-names';
import { namedAmong } from '../../model/container-names';
import { containersByKey } from '../../model/containers-by-key';
import type { Snapshot } from '../../model/snapshot';
import type { Size } from '../geometry';
import type { DotLook } from '../lens/dot-look';
import { lensBoxes, ofContainers, UNKNOWN_BOX } from '../lens/lens-boxes';
import { measured, RULER_LOOKS, type Measured } from './measured';
import { partsOf } from './parts';
import { standing } from './standing';
import type { UserLayout, UserParts, UserPlacedBox } from './placed';
import { areMany } from './rows';
import { DOT, FITS, MOST_BAND, sized, TITLE, type Fit, type Sized } from './sized';
import { stacksOf } from './stacks';
import { textsApart } from './texts-apart';

/** Dots as in all lenses, without their numbers: where they stand says the user. */
const LOOK: DotLook = {
  ...{ radius: DOT, cell: { width: 2 * DOT, height: 2 * DOT }, says: 'nothing' },
  ...{ title: TITLE, padding: 0, gap: 0 },
};
/** The strip in which the selection is answered: two lines. */
const ANSWER = 46;
const GAP = 12;
/** In such a room everything is low. */
const LOW = 450;
const EDGE = 2;

/**
 * The user lens: each namespace with a ruler of its ids, on which its processes stand as whom they run, and
 * bands from there to the ids around it. A pure function: the same snapshot and room give the same picture.
 *
 * @param brief is it looked at from the back row? Then it shows whom containers run as, and little else
 * @param whole the snapshot without filters, for what containers are called
 */
export function layOutUsers(
  snapshot: Snapshot,
  room: Size,
  insides: Insides,
  words: Messages['lensUser'],
  brief = false,
  whole: Snapshot = snapshot,
): UserLayout {
  const everything = new Set([UNKNOWN_BOX, ...snapshot.namespaces.map(({ id }) => id)]);
  const all = lensBoxes(snapshot, 'user', everything, whole);
  const boxes = brief ? ofContainers(all) : all;
  const by = {
    containers: containersByKey(namedAmong(snapshot.containers, whole)),
    many: areMany(boxes),
    words,
  };
  const stacks = stacksOf(boxes);
  const within = room.width - 2 * EDGE;
  let roots: Measured[] = [];
  for (const look of RULER_LOOKS) {
    roots = stacks.map((stack) => measured(stack, { ...by, look }));
    if (roots.every(({ width }) => width <= within)) break;
  }
  const width = Math.max(within, ...roots.map((each) => each.width));
  const fitted = (fit: Fit) => roots.map((each) => sized(each, width, insides, fit, words));
  const left = (all: readonly Sized[]) =>
    room.height - 2 * EDGE - all.reduce((sum, each) => sum + heightOf(each) + GAP, ANSWER);
  const [full, tight] = [fitted(FITS.full), fitted(FITS.tight)];
  // One that has to be scrolled in any case may as well say everything, but in a low room.
  const isTight = brief || (left(full) < 0 && (left(tight) >= 0 || room.height < LOW));
  const fitting = isTight ? tight : full;
  const names = userNames(insides, snapshot);
  const parts: UserParts[] = [];
  let y = EDGE + ANSWER + GAP;
  for (const each of fitting) {
    // What is left of the room lets the host's bands be longer.
    const more = each.measured.stack.host ? Math.max(0, left(fitting)) : 0;
    const taller = Math.min(MOST_BAND - each.band, more);
    const root = { ...each, toRuler: each.toRuler + taller, band: each.band + taller };
    parts.push(
      partsOf(standing(root, { x: EDGE, top: y, ruler: y + root.toRuler }, 0), names, words),
    );
    y += heightOf(root) + GAP;
  }
  return {
    size: { width: width + 2 * EDGE, height: Math.max(room.height, y - GAP + EDGE) },
    look: LOOK,
    answer: { x: EDGE, y: EDGE, width, height: ANSWER },
    boxes: parts.flatMap(({ boxes: some }) => (brief ? some.map(withoutOthers) : some)),
    rulers: parts.flatMap(({ rulers }) => rulers),
    bands: parts.flatMap(({ bands }) => bands),
    lines: parts.flatMap(({ lines }) => lines),
    texts: textsApart(
      // That root is the host's is said above the picture, and once is enough from the back row.
      parts.flatMap(({ texts }) => texts.filter(({ same }) => !(brief && same))),
      parts.flatMap(({ lines }) => lines),
      EDGE,
      EDGE + width,
    ),
    slots: parts.flatMap(({ slots }) => slots),
    notes: parts.flatMap(({ notes }) => notes),
  };
}

/** Without what runs in a box and is of no container: how many that are is told there. */
function withoutOthers(box: UserPlacedBox): UserPlacedBox {
  const rows = box.rows.map((each) =>
    each.row.containers.length === 0 ? { ...each, commands: [] } : each,
  );
  return { ...box, rows };
}

function heightOf({ toRuler, below }: Sized): number {
  return toRuler + below;
}
