import type { Process } from '../../model/process';
import type { Size } from '../geometry';
import { sansWidth } from '../node-text';
import { contentHeight, factLines } from './box-content';
import type { BoxContent, FactLine } from './fact-line';
import { DOT_LOOKS, type DotLook } from './dot-look';
import { dotHalf, shownPid } from './dot-text';
import { UNKNOWN_BOX, type LensBox } from './lens-boxes';
import { BESIDE, SAID } from './title-look';

/** A box where it stands; all coordinates are those of the picture. */
export interface PlacedBox {
  box: LensBox;
  x: number;
  y: number;
  width: number;
  height: number;
  /** How many boxes it is inside of. */
  depth: number;
  /** What is free below its title, for more lines of it. */
  spare: number;
  /** Where what it isolates is told; null where nothing is. */
  facts: FactBlock | null;
  dots: readonly PlacedDot[];
  /** Where the processes that are only counted are told of; null where all are drawn. */
  strip: { x: number; y: number; width: number; height: number } | null;
}

export interface PlacedDot {
  process: Process;
  x: number;
  y: number;
}

export interface FactBlock {
  x: number;
  y: number;
  width: number;
  lines: readonly FactLine[];
}

export interface LensLayout {
  /** Outer boxes before those inside them. */
  boxes: readonly PlacedBox[];
  look: DotLook;
  /** As wide as asked for; as high as the boxes need, at least as asked for. */
  size: Size;
}

/** Room for the outermost borders. */
const EDGE = 2;
/** Up to so many dots are numbered. */
const FEW = 150;
/** Height of the line that counts what is not drawn. */
const STRIP = 30;
/** Where there is room, so much is left above the dots of several containers, for all their names. */
const NAMES = 32;
/** What is written with names takes so much of their line. */
const WORDS = { host: 110, other: 90 };
/** A leaf of many dots is about so many times as wide as it is high. */
const ASPECT = 1.5;
/** A box so many times as high as most would make its row as high: it has one of its own. */
const TALL = 2;
/** Of no more than so many boxes each row may be as high as it likes. */
const FEW_BOXES = 4;
/** No box is narrower, so that it can be named. */
const NARROWEST = { full: 168, number: 132, nothing: 84 };

/** Nor where it tells what it isolates: the same whatever that is, so that dots stay when it is known. */
const TELLING = { full: 216, number: 168, nothing: 0 };

/** What boxes tell of what they isolate. */
type Contents = ReadonlyMap<LensBox['key'], BoxContent>;
const NO_CONTENTS: Contents = new Map();

/** A box with the room it takes by itself. */
interface Measured {
  box: LensBox;
  facts: readonly FactLine[];
  /** What is told instead where the box is higher than it has to be. */
  allFacts: readonly FactLine[];
  width: number;
  height: number;
  rows: readonly Measured[][];
}

/**
 * Stands boxes in rows, those inside others within them, with dots as large as lets all of it fit.
 * A pure function: the same boxes and size give the same picture.
 */
export function layOutLens(
  boxes: readonly LensBox[],
  size: Size,
  contents: Contents = NO_CONTENTS,
): LensLayout {
  let chosen: { look: DotLook; rows: Measured[][] } | null = null;
  const few = countDots(boxes) <= FEW;
  const width = size.width - 2 * EDGE;
  const known = boxes.filter(({ key }) => key !== UNKNOWN_BOX);
  const unknown = boxes.filter(({ key }) => key === UNKNOWN_BOX);
  const widest = longestNumber(boxes);
  for (const usual of DOT_LOOKS) {
    const look = widest === null ? usual : roomFor(widest, usual);
    // Few dots keep their numbers, even if one has to scroll to see them all.
    if (few && look.says === 'nothing') break;
    const rows = [
      ...shelve(known, width, look, contents),
      // What could not be read stands below all the rest.
      ...shelve(unknown, width, look, contents),
    ];
    chosen = { look, rows };
    if (heightOf(rows, look) + 2 * EDGE <= size.height) break;
  }
  if (chosen === null) throw new Error('there is no look for dots');
  const { look, rows } = chosen;
  // What is left over makes the boxes higher: a picture that fills its frame reads better.
  const height = Math.max(heightOf(rows, look) + 2 * EDGE, size.height);
  const placed: PlacedBox[] = [];
  const frame = { x: EDGE, y: EDGE, width, height: height - 2 * EDGE };
  placeRows(rows, frame, 0, look, placed);
  return { boxes: placed, look, size: { width: size.width, height } };
}

/** The process with the longest number; null where there is none. */
function longestNumber(boxes: readonly LensBox[]): Process | null {
  let longest: Process | null = null;
  const length = (process: Process) => String(shownPid(process)).length;
  for (const { dots, children } of boxes) {
    const inside = longestNumber(children);
    for (const process of inside === null ? dots : [...dots, inside]) {
      if (longest === null || length(process) > length(longest)) longest = process;
    }
  }
  return longest;
}

/** The look with cells in which the widest dot has room. */
function roomFor(widest: Process, look: DotLook): DotLook {
  const width = 2 * dotHalf(widest, look) + (look.cell.height - 2 * look.radius);
  if (look.says === 'nothing' || width <= look.cell.width) return look;
  return { ...look, cell: { ...look.cell, width } };
}

function countDots(boxes: readonly LensBox[]): number {
  return boxes.reduce((sum, { dots, children }) => sum + dots.length + countDots(children), 0);
}

/** Boxes side by side, as many as go into a row. */
function shelve(
  boxes: readonly LensBox[],
  width: number,
  look: DotLook,
  contents: Contents,
): Measured[][] {
  const rows: Measured[][] = [];
  let used = Infinity;
  const all = boxes.map((box) => measure(box, width, look, contents));
  const usual = middle(all.map(({ height }) => height));
  for (const measured of all) {
    const row = rows.at(-1);
    if (all.length > FEW_BOXES && measured.height > TALL * usual) {
      rows.push([measure(measured.box, width, look, contents, width)]);
      used = Infinity;
      continue;
    }
    if (row === undefined || used + look.gap + measured.width > width) {
      rows.push([measured]);
      used = measured.width;
    } else {
      row.push(measured);
      used += look.gap + measured.width;
    }
  }
  return rows;
}

function middle(heights: readonly number[]): number {
  return [...heights].sort((a, b) => a - b)[heights.length >> 1] ?? 0;
}

/** @param least the width that it has at the least */
function measure(
  box: LensBox,
  available: number,
  look: DotLook,
  contents: Contents,
  least = 0,
): Measured {
  const inner = available - 2 * look.padding;
  const rows = shelve(box.children, inner, look, contents);
  const told = contents.get(box.key);
  const facts = factLines(told, look);
  const allFacts = facts.length === 0 ? facts : (told?.full ?? facts);
  const wanted = Math.max(
    NARROWEST[look.says],
    facts.length === 0 ? 0 : TELLING[look.says],
    least - 2 * look.padding,
    columnsFor(box, look) * look.cell.width,
    ...rows.map((row) => widthOf(row, look)),
  );
  const content = Math.min(inner, wanted);
  const own = contentHeight(facts) + ownHeight(box, content, look);
  return {
    ...{ box, facts, allFacts, rows },
    width: content + 2 * look.padding,
    height: look.title + own + childrenHeight(rows, look) + look.padding,
  };
}

/** As many columns as make a leaf's dots a block of a pleasant shape. */
function columnsFor({ dots }: LensBox, { cell }: DotLook): number {
  return Math.ceil(Math.sqrt((dots.length * ASPECT * cell.height) / cell.width));
}

/** Height of the dots and the strip of a box, without the boxes inside. */
function ownHeight({ dots, condensed }: LensBox, content: number, { cell }: DotLook): number {
  const columns = Math.max(1, Math.floor(content / cell.width));
  return Math.ceil(dots.length / columns) * cell.height + (condensed > 0 ? STRIP : 0);
}

function childrenHeight(rows: readonly Measured[][], look: DotLook): number {
  return rows.length === 0 ? 0 : heightOf(rows, look) + look.gap;
}

function heightOf(rows: readonly Measured[][], look: DotLook): number {
  return rows.reduce((sum, row) => sum + highest(row), 0) + Math.max(0, rows.length - 1) * look.gap;
}

function widthOf(row: readonly Measured[], look: DotLook): number {
  return row.reduce((sum, { width }) => sum + width, 0) + (row.length - 1) * look.gap;
}

function highest(row: readonly Measured[]): number {
  return Math.max(...row.map(({ height }) => height));
}

/** Rows with nothing to be seen in them take no more room than they need. */
function grows(row: readonly Measured[]): boolean {
  return row.some(({ box, rows }) => box.dots.length > 0 || rows.length > 0);
}

/** What is left below the title for names, where they are too many for one line. */
function namesRoom({ members, host }: LensBox, width: number): number {
  const names = members.reduce((sum, { named }) => sum + sansWidth(`${named}, `, SAID), 0);
  return names + (host ? WORDS.host : WORDS.other) > width ? NAMES : 0;
}

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Rows take the width and height of their frame, each box its share. */
function placeRows(
  rows: readonly Measured[][],
  frame: Frame,
  depth: number,
  look: DotLook,
  into: PlacedBox[],
): void {
  const growing = rows.filter(grows).length;
  const spare = Math.max(0, frame.height - heightOf(rows, look)) / Math.max(1, growing);
  let { y } = frame;
  for (const row of rows) {
    const height = highest(row) + (grows(row) ? spare : 0);
    const gaps = (row.length - 1) * look.gap;
    const stretch = (frame.width - gaps) / (widthOf(row, look) - gaps);
    let { x } = frame;
    for (const measured of row) {
      const width = measured.width * stretch;
      placeBox(measured, { x, y, width, height }, depth, look, into);
      x += width + look.gap;
    }
    y += height + look.gap;
  }
}

function placeBox(
  { box, facts: least, allFacts, rows }: Measured,
  frame: Frame,
  depth: number,
  look: DotLook,
  into: PlacedBox[],
): void {
  const { padding, cell, title } = look;
  const left = frame.x + padding;
  const width = frame.width - 2 * padding;
  const columns = Math.max(1, Math.floor(width / cell.width));
  const lines = Math.ceil(box.dots.length / columns);
  const top = frame.y + title;
  const below = childrenHeight(rows, look);
  const strip = box.condensed > 0 ? STRIP : 0;
  // Dots of a box without boxes inside stand in its middle, with their strip; else below its title.
  const room = frame.height - title - padding - strip - lines * cell.height - below;
  const facts = rows.length === 0 && contentHeight(allFacts) <= room ? allFacts : least;
  const told = contentHeight(facts);
  const spare = room - told;
  const free = rows.length === 0 && box.dots.length > 0 ? Math.max(0, spare) : 0;
  const wanted = told > 0 ? namesRoom(box, width) : NAMES;
  const names = Math.min(free, box.members.length > 1 ? wanted : 0);
  // What is told stands right below the names, so that it does not move as dots come and go.
  const above = told > 0 ? names : Math.max(free / 2, names);
  const factsTop = top + (told > 0 ? names : 0);
  const stripTop = top + told + (told > 0 ? names + (free - names) / 2 : above);
  const dotsTop = stripTop + strip;
  const across = Math.min(columns, Math.max(1, box.dots.length));
  const dotsLeft = left + (rows.length === 0 ? (width - across * cell.width) / 2 : 0);
  into.push({
    box,
    ...frame,
    depth,
    spare: above,
    facts:
      facts.length === 0
        ? null
        : { x: frame.x + BESIDE, y: factsTop, width: frame.width - 2 * BESIDE, lines: facts },
    strip: strip === 0 ? null : { x: left, y: stripTop, width, height: STRIP },
    dots: box.dots.map((process, index) => ({
      process,
      x: dotsLeft + (index % columns) * cell.width + cell.width / 2,
      y: dotsTop + Math.floor(index / columns) * cell.height + look.radius + 2,
    })),
  });
  if (rows.length === 0) return;
  const childrenTop = dotsTop + lines * cell.height + look.gap;
  const inside = {
    x: left,
    y: childrenTop,
    width,
    height: frame.y + frame.height - padding - childrenTop,
  };
  placeRows(rows, inside, depth + 1, look, into);
}
