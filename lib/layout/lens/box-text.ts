import type { Messages } from '../../i18n/messages';
import { inodeOf, kernelName } from '../../model/ids';
import type { NamespaceType } from '../../model/namespace-type';
import { toldInPod } from '../../model/container-names';
import { projectOf } from '../../model/project';
import { monoWidth } from '../mono-text';
import { fittedList, sansWidth, shortened, shortenedInside, withoutProject } from '../node-text';
import { wrapped } from '../wrapped';
import type { DotLook } from './dot-look';
import { UNKNOWN_BOX, type LensBox } from './lens-boxes';
import type { PlacedBox } from './lens-layout';
import { BESIDE, SAID } from './title-look';

type LensMessages = Messages['lens'];

/** The kernel's name for a namespace is written this large. */
const NAME = 13;
/** Below this height of the title both stand in one line. */
const TWO_LINES = 40;
/** Between the two. */
const GAP = 10;
/** In so much room even cut words say enough. */
const WIDE = 150;

/** Between the baselines of two lines of it. */
const LINE = 16;

/** The title of a box, with the places of its texts in the picture. */
export interface BoxTitle {
  /** Null: no room for it. */
  name: { text: string; size: number; x: number; y: number } | null;
  /** Who is in it: no line, one, or as many as name all where there is room. */
  said: readonly { text: string; x: number; y: number }[];
  /** The members' names as they are written in these lines, in the order of the members. */
  names: readonly string[];
}

/** A sentence about members, and the names in it as they are written there. */
interface Said {
  text: string;
  names: readonly string[];
}

/** The kernel's name for the namespace of a box. */
export function boxName(box: LensBox, { unknown, absent }: LensMessages): string {
  if (box.absent) return absent;
  return box.key === UNKNOWN_BOX ? unknown : kernelName(box.key);
}

/**
 * Who is in a box, in as many words as there is room for.
 * @param total of all processes of the machine, for the box that sees them all
 * @param names those of its members, as they are to be written
 */
export function boxMembers(
  box: LensBox,
  type: NamespaceType,
  total: number,
  room: number,
  { members }: LensMessages,
  names: readonly string[] = namesIn(box, room, (each) => members.shared(each, 0)),
): Said {
  const told = (text: string) => (box.hidden === 0 ? text : members.withHidden(text, box.hidden));
  const plain = (text: string) => ({ text: told(text), names: [] });
  if (box.host) {
    const seesAll = type === 'pid';
    if (names.length === 0) return plain(seesAll ? members.hostSeesAll(total) : members.host);
    return listed(names, room, (shown, more) =>
      told(seesAll ? members.hostWithSeesAll(shown, more, total) : members.hostWith(shown, more)),
    );
  }
  const [only] = names;
  if (only === undefined) {
    const count = box.dots.length + box.condensed;
    if (box.absent) return plain(members.absent(count));
    return plain(box.key === UNKNOWN_BOX ? members.unknown(count) : members.none(count));
  }
  if (names.length === 1) {
    const name = Number.isFinite(room) ? shortenedInside(only, room, SAID) : only;
    return { text: told(members.alone(name)), names: [name] };
  }
  return listed(names, room, (shown, more) => told(members.shared(shown, more)));
}

/** As many names as there is room for, in a sentence. */
function listed(
  names: readonly string[],
  room: number,
  phrase: (shown: string[], more: number) => string,
): Said {
  // The last sentence that is asked for is the one that fits.
  let last: readonly string[] = [];
  const text = fittedList(names, room, SAID, (shown, more) => {
    last = shown;
    return phrase(shown, more);
  });
  return { text, names: last };
}

/** What is written at the top of a box, cut to its width. */
export function boxTitle(
  { box, x, y, width, spare }: PlacedBox,
  look: DotLook,
  type: NamespaceType,
  total: number,
  messages: LensMessages,
): BoxTitle {
  const twoLines = look.title >= TWO_LINES;
  const size = twoLines ? NAME : NAME - 2;
  const room = width - 2 * BESIDE;
  const widthOf = (text: string) => monoWidth(text, size);
  const said = (within: number, names?: readonly string[]) =>
    boxMembers(box, type, total, within, messages, names);
  const lines = 1 + Math.floor(spare / LINE);
  const whoInLines = () =>
    inLines([said(Infinity), said(Infinity, shortNames(box))], said(room), room, lines);
  const whole = boxName(box, messages);
  const short = box.key === UNKNOWN_BOX ? whole : `…${inodeOf(box.key).slice(-4)}`;
  const line = y + size + 7;
  if (twoLines) {
    const text = widthOf(whole) <= room ? whole : short;
    const who = whoInLines();
    return {
      name: { text, size, x: x + BESIDE, y: line },
      said: who.lines.map((each, nth) => ({
        text: each,
        x: x + BESIDE,
        y: line + 18 + nth * LINE,
      })),
      names: who.names,
    };
  }
  // One line for both. Who is in it says more than its number.
  const left = room - widthOf(short) - GAP;
  const name = { text: short, size, x: x + BESIDE, y: line };
  const wide = left >= WIDE;
  const { text, names } = said(wide ? left : Infinity);
  if (wide || sansWidth(text, SAID) <= left) {
    const after = name.x + widthOf(short) + GAP;
    return { name, said: [{ text: shortened(text, left, SAID), x: after, y: line }], names };
  }
  if (box.members.length === 0) return { name, said: [], names: [] };
  const { all, fitted } = namesAlone(box, room);
  const who = box.host ? whoInLines() : inLines([all], fitted, room, lines);
  return {
    name: null,
    said: who.lines.map((each, nth) => ({ text: each, x: x + BESIDE, y: line + nth * LINE })),
    names: who.names,
  };
}

/** The first of these that goes into so many lines, else what fits into one. */
function inLines(wanted: readonly Said[], fitted: Said, room: number, most: number) {
  for (const { text, names } of wanted) {
    const lines = wrapped(text, room, SAID);
    const fits = lines.length <= most && lines.every((each) => sansWidth(each, SAID) <= room);
    if (fits) return { lines, names };
  }
  return { lines: [shortened(fitted.text, room, SAID)], names: fitted.names };
}

/** The names of a box's members; what Compose put before them, or a pod, is left out where it does not fit. */
function namesIn(box: LensBox, room: number, phrase: (names: string[]) => string): string[] {
  // No ground tells a pod here.
  const names = box.members.map((each) => toldInPod(each, each.named));
  if (names.length === 1 || sansWidth(phrase(names), SAID) <= room) return names;
  return shortNames(box);
}

function shortNames(box: LensBox): string[] {
  return box.members.map((container) => withoutProject(container.named, projectOf(container)));
}

/** Nothing but the names of a box's members: all of them, and as many as fit into a line. */
function namesAlone(box: LensBox, room: number): { all: Said; fitted: Said } {
  const names = namesIn(box, room, (each) => each.join(', '));
  const all = { text: names.join(', '), names };
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0) {
    const name = shortenedInside(only, room, SAID);
    return { all, fitted: { text: name, names: [name] } };
  }
  const fitted = listed(names, room, (shown, more) =>
    more === 0 ? shown.join(', ') : `${shown.join(', ')} +${String(more)}`,
  );
  return { all, fitted };
}

/** How far apart the grey dots of a strip are, and their radius. */
const STRIP_STEP = 13;
const STRIP_DOT = 4;

/** What a strip shows of the processes that are only counted. */
export interface StripText {
  /** The dots that stand for them, as many as there is room for. */
  dots: readonly { x: number; y: number; radius: number }[];
  text: string;
  x: number;
  y: number;
}

/**
 * @param label what is said of them, the longest wording first; where none fits, their number alone
 */
export function stripText(
  box: LensBox,
  strip: NonNullable<PlacedBox['strip']>,
  labels: readonly string[],
): StripText {
  const [longest = ''] = labels;
  const text =
    labels.find((words) => sansWidth(words, SAID) <= strip.width - 8) ?? `+${box.condensed}`;
  const room = strip.width - sansWidth(longest, SAID) - 34;
  const count = Math.max(0, Math.min(box.condensed, Math.floor(room / STRIP_STEP)));
  const middle = strip.y + strip.height / 2 - 4;
  // Where there are more than dots, the last ones become smaller: and so on.
  const sizeOf = (index: number) => (count < box.condensed ? Math.min(1, (count - index) / 4) : 1);
  return {
    dots: Array.from({ length: count }, (_, index) => ({
      x: strip.x + 5 + index * STRIP_STEP,
      y: middle,
      radius: STRIP_DOT * sizeOf(index),
    })),
    text,
    x: strip.x + count * STRIP_STEP + 8,
    y: middle + 4,
  };
}

/** How many processes of no container a box only counts, in words. */
export function condensedText({ host, condensed }: LensBox, messages: LensMessages): string {
  return host ? messages.condensed(condensed) : messages.condensedElsewhere(condensed);
}
