import type { Messages } from '../../i18n/messages';
import type { UserNames } from '../../inside/user-names';
import { idOutside } from '../../model/id-map';
import type { Point } from '../geometry';
import { sansWidth } from '../node-text';
import { windowWidth, xOf, type PlacedWindow } from './axis';
import { placeLabels, type Wish } from './labels';
import { ASIDE, LAST_ID, labelWidth, NUMBER, type Marked } from './marked';
import { OVERHANG, PADDING, SIDE } from './measured';
import type { Stack } from './stacks';
import type { Standing } from './standing';
import type { Ruler, RulerMark } from './placed';

/** Baselines below a ruler: of a large number, and of the two lines of others. */
const BASELINES = { big: 28, lines: [19, 36] } as const;
/** In a break so wide it is said how many ids are left out. */
const WIDE_BREAK = 110;
/** What is said of a whole ruler gives way to what is marked on it. */
/** A name comes after its number, and before numbers of less weight. */
const BELOW_NUMBER = 0.5;
const LAST_RANK = 8;
const LEFT_OUT_RANK = 9;

/** The rulers of a stack: the one that its own processes stand on, and the one that all in it lead to. */
export function rulersOf(at: Standing, names: UserNames, words: Messages['lensUser']): Ruler[] {
  const { sized, frame, innerY, inner, outer, ownRight, right, big } = at;
  const { stack, two, marked, outerMarked } = sized.measured;
  if (stack.map === null && !stack.host) return [];
  const own = ruler(at, 'inside', words, {
    y: innerY,
    windows: inner,
    marked,
    big: new Set([0]),
    right: two ? ownRight : endOf(inner),
    room: two ? ownRight + OVERHANG : right + PADDING - ASIDE,
    // Of two rulers the last one says it.
    counts: !two,
    nameOf: (id) => (id === 0 ? undefined : nameIn(stack, id, names)),
  });
  if (!two) return own;
  const side = stack.host ? 'host' : 'around';
  return [
    ...own,
    ...ruler(at, side, words, {
      ...{ y: frame.ruler, windows: outer, marked: outerMarked, big },
      ...{ right: stack.host ? right : endOf(outer), room: right, counts: true },
      nameOf: (id) => (stack.host && id !== 0 ? names.onHost(id) : undefined),
    }),
  ];
}

/** Of several with one ruler each has names of its own. */
function nameIn({ boxes: [box, ...others] }: Stack, id: number, names: UserNames) {
  const namespace = others.length > 0 ? null : (box?.namespace ?? null);
  return namespace === null ? undefined : names.inside(namespace.id, id);
}

interface RulerOf {
  y: number;
  windows: readonly PlacedWindow[];
  marked: readonly Marked[];
  big: ReadonlySet<number>;
  right: number;
  room: number;
  /** Does it say how many ids are left out? */
  counts: boolean;
  /** What the user is called; null: it has no name; undefined: that is not known. */
  nameOf: (id: number) => string | null | undefined;
}

function ruler(
  at: Standing,
  side: Ruler['side'],
  words: Messages['lensUser'],
  { y, windows, marked, big, right, room, counts, nameOf }: RulerOf,
): Ruler[] {
  const { sized, left, frame } = at;
  const { stack } = sized.measured;
  const [first] = windows;
  if (first === undefined) return [];
  const of = stack.boxes.flatMap(({ namespace }) => namespace?.id ?? []);
  const shown = marked.flatMap(({ id, rank }) => {
    const x = xOf(windows, id);
    return x === null ? [] : [{ id, rank, x }];
  });
  const numbers = shown.map(({ id, rank, x }): Wish => ({
    x: x + ASIDE,
    width: labelWidth(id, big.has(id), id === 0 ? words.root : null),
    rank: big.has(id) ? 0 : rank,
    tall: big.has(id),
  }));
  const called = shown.map(({ id }) => nameOf(id));
  const names = called.map((name, nth) => {
    const number = numbers[nth];
    if (name === undefined || number === undefined) return null;
    const width = sansWidth(name ?? words.noName, NUMBER);
    // Below a number, or beside a large one.
    const x = number.tall ? number.x + number.width + ASIDE : number.x;
    return { x, width, rank: number.rank + BELOW_NUMBER, tall: false, low: !number.tall };
  });
  const gap = counts ? widestBreak(windows) : null;
  const count = gap === null ? 0 : gap.after.from - gap.before.to - 1;
  const leftOut = gap === null ? null : wish(words.leftOut(count), middleOf(gap), LEFT_OUT_RANK);
  const last = side === 'host' ? wish(words.lastId(LAST_ID), room, LAST_RANK) : null;
  const places = placeWishes([...numbers, ...names, last, leftOut], room, y);
  const marks = shown.map(({ id, x }, nth): RulerMark => {
    const isBig = big.has(id);
    const label = places[nth] ?? null;
    const name = places[shown.length + nth] ?? null;
    const text = called[nth];
    const isNamed = name !== null && label !== null && (isBig || label.y < name.y);
    return {
      ...{ id, x, y, big: isBig, root: id === 0 },
      onHost: side === 'host' || stack.host ? id : idOutside(stack.map ?? [], id),
      label: label === null ? null : { x: label.x, y: isBig ? y + BASELINES.big : label.y },
      name:
        isNamed && text !== undefined
          ? { ...name, text: text ?? words.noName, none: text === null }
          : null,
    };
  });
  const [end = null, missing = null] = places.slice(2 * shown.length);
  return [
    {
      key: `${of[0] ?? ''} ${side}`,
      ...{ of, side, y, windows, marks },
      left: Math.min(left, first.x),
      right: Math.max(right, endOf(windows)),
      said: { x: frame.x + PADDING, y: y + SIDE * 0.36 },
      last: end,
      leftOut: missing === null ? null : { count, ...missing },
    },
  ];
}

/** Where those stand that are wished for and have room. */
function placeWishes(wishes: readonly (Wish | null)[], right: number, y: number): (Point | null)[] {
  const labels = placeLabels(
    wishes.filter((each) => each !== null),
    right,
  );
  let next = 0;
  return wishes.map((each) => {
    const label = each === null ? null : (labels[next++] ?? null);
    return label === null ? null : { x: label.x, y: y + BASELINES.lines[label.line] };
  });
}

/** A text that wants to stand around a place. */
function wish(text: string, middle: number, rank: number): Wish {
  const width = sansWidth(text, NUMBER);
  return { x: middle - width / 2, width, rank, tall: false };
}

interface Break {
  before: PlacedWindow;
  after: PlacedWindow;
}

function middleOf({ before, after }: Break): number {
  return (before.x + windowWidth(before) + after.x) / 2;
}

function widestBreak(windows: readonly PlacedWindow[]): Break | null {
  let widest: Break | null = null;
  const width = ({ before, after }: Break) => after.x - before.x - windowWidth(before);
  for (const [nth, before] of windows.entries()) {
    const after = windows[nth + 1];
    if (after === undefined) break;
    const found = { before, after };
    if (width(found) >= WIDE_BREAK && (widest === null || width(found) > width(widest))) {
      widest = found;
    }
  }
  return widest;
}

function endOf(windows: readonly PlacedWindow[]): number {
  const last = windows.at(-1);
  return last === undefined ? 0 : last.x + windowWidth(last);
}
