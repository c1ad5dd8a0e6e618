import type { Messages } from '../../i18n/messages';
import type { Insides } from '../../inside/insides';
import { sansWidth } from '../node-text';
import { wrapped } from '../wrapped';
import { NUMBER } from './marked';
import { APART, PADDING, type Measured } from './measured';
import { factsOf, type UserFact } from './facts';
import type { UserRow } from './rows';

/** Height of the title of a box by itself; one of many has it beside its first row. */
export const TITLE = 46;
/** A line of what is said of maps, and its size. */
export const FACT = { line: 18, size: 12 };
/** Between the last row and the ruler. */
export const ABOVE_RULER = 12;
/** The numbers below a ruler. */
export const BELOW_RULER = 46;
/** Between two rulers, where ids of the one lead to those of the other. */
export const MOST_BAND = 260;
/** What is said below the host's last line: two lines. */
const NOTE = 46;
/** The radius of what stands for many. */
export const BUNDLE = 10;
/** Between boxes of one stack. */
export const BETWEEN = 6;
/** The radius of a dot, and how high each makes its row. */
export const DOT = 6;
const DOT_LINE = 2 * DOT + 2;
const ROW = 26;
/** So many processes of one user stand one above another, of few containers and of many; more are one thing. */
const SINGLE = { few: 3, many: 1 };
/** Of the width that nobody needs, so much goes to the own processes of a namespace with others in it. */
const OWN_SHARE = 0.4;

/** Half the width of what stands for so many. */
export function bundleHalf(count: number): number {
  return Math.max(BUNDLE, sansWidth(String(count), NUMBER, true) / 2 + 6);
}

/** How high a picture is. */
export interface Fit {
  /** How far apart two rulers are, at the least. */
  band: number;
  /** Is it said what is seen? */
  notes: boolean;
}

export const FITS: { full: Fit; tight: Fit } = {
  full: { band: 150, notes: true },
  tight: { band: 112, notes: false },
};

/** A stack with its width, and what that makes of its height. */
export interface Sized {
  measured: Measured;
  width: number;
  /** Of that, for its own processes and their ruler. */
  own: number;
  children: readonly Sized[];
  /** What is said of its maps, each in as many lines as it takes. */
  facts: readonly (UserFact & { wrapped: readonly string[] })[];
  /** The same of each of its boxes. */
  told: readonly (readonly UserFact[])[];
  /** From its top to its last ruler. */
  toRuler: number;
  /** Between its two rulers. */
  band: number;
  /** Below its last one. */
  below: number;
}

export function sized(
  measured: Measured,
  width: number,
  insides: Insides,
  fit: Fit,
  words: Messages['lensUser'],
): Sized {
  const { children, two } = measured;
  const free = Math.max(0, width - measured.width);
  const each = children.length === 0 ? 0 : (free * (1 - OWN_SHARE)) / children.length;
  const inside = children.map((child) => sized(child, child.width + each, insides, fit, words));
  const beside = inside.reduce((sum, child) => sum + APART + child.width, 0);
  const own = width - 2 * PADDING - beside;
  const facts = factsOf(measured.stack, insides, words).map((fact) => {
    // What is not known is seen by more than its colour.
    const text = fact.state === 'unknown' ? `? ${fact.text}` : fact.text;
    return { ...fact, wrapped: wrapped(text, width - 2 * PADDING, FACT.size) };
  });
  const told = measured.stack.boxes.map((box) =>
    factsOf({ ...measured.stack, boxes: [box] }, insides, words),
  );
  const lines = facts.reduce((sum, fact) => sum + fact.wrapped.length, 0);
  const content = Math.max(
    rowsHeight(measured) + ABOVE_RULER,
    ...inside.map(({ toRuler }) => toRuler),
  );
  const band = two ? fit.band : 0;
  const toRuler = headHeight(measured, lines) + content + band;
  const below = BELOW_RULER + (measured.stack.host && fit.notes ? NOTE : 0);
  return { measured, width, own, children: inside, facts, told, toRuler, band, below };
}

/**
 * The title of a box by itself, or how many have a map in common, and below it what is said of that.
 *
 * @param lines of what is said
 */
export function headHeight({ stack }: Measured, lines: number): number {
  return (stack.boxes.length === 1 ? TITLE : FACT.line) + lines * FACT.line;
}

/** The rows of all boxes of a stack. */
function rowsHeight({ rows, many }: Measured): number {
  if (rows.length === 1) return rowsOfBox(rows[0] ?? [], many);
  return rows.reduce((sum, each) => sum + boxHeight(each, many) + BETWEEN, 0);
}

/** The height of one of many boxes. */
export function boxHeight(rows: readonly UserRow[], many: boolean): number {
  return Math.max(ROW, rowsOfBox(rows, many)) + 2;
}

export function rowsOfBox(rows: readonly UserRow[], many: boolean): number {
  return rows.reduce((sum, row) => sum + rowHeight(row, many), 0);
}

export function rowHeight({ runners }: UserRow, many: boolean): number {
  const most = Math.max(
    1,
    ...runners.map(({ processes: { length } }) => (isBundled(length, many) ? 1 : length)),
  );
  return Math.max(ROW, most * DOT_LINE + 6);
}

/** Are so many processes of one user one thing with a number? */
export function isBundled(processes: number, many: boolean): boolean {
  return processes > (many ? SINGLE.many : SINGLE.few);
}
