import type { Point, Size } from '../geometry';
import type { LensBox } from '../lens/lens-boxes';
import { CHIP_HEIGHT, chipOf, type Chip } from './chip';
import { stacksOf, type Stack } from './columns';
import { measureBox, partsOf, PADDING, type MeasuredBox, type Measuring } from './measure';
import type { Rail } from './wiring';

/** Boxes are at least so wide, and no wider than is good for reading. */
const BOX = { least: 176, most: 236 };
/** Free beside a column: wires of what stands higher pass there. */
export const GUTTER = 22;
/** More of it between the boxes of one rail and those of the next. */
const APART = 14;
const ROW_GAP = 14;
const CHIP_GAP = 8;
/** From so many boxes on those that have nothing peculiar are chips. */
const MANY_BOXES = 30;

/** As high as a box is about, with what is free below it; and of how many heights of the room they take chips are instead. */
const USUAL_HEIGHT = 320;
const MOST_ROOMS = 1.5;

/** Are there so many boxes, for so much room, that those without anything peculiar are chips? */
export function areChips(boxes: number, { width, height }: Size): boolean {
  const columns = Math.max(1, Math.floor((width + GUTTER) / (BOX.least + GUTTER)));
  const rows = Math.ceil(boxes / columns);
  return boxes >= MANY_BOXES || (rows > 1 && rows * USUAL_HEIGHT > MOST_ROOMS * height);
}

/** A box, or a chip, where it stands. */
export interface Standing {
  box: LensBox;
  x: number;
  y: number;
  width: number;
  height: number;
  measured: MeasuredBox | null;
  chip: Chip | null;
  /** The column that it stands in, counted from the left, and that column's left edge. */
  column: number;
  /** Nothing stands below it in its column. */
  lowest: boolean;
}

/** The room above a rail. */
export interface Block {
  rail: Rail | null;
  x: number;
  width: number;
  /** How many rails stand above this one in the same room. */
  tier: number;
}

export interface Site {
  standing: readonly Standing[];
  blocks: readonly Block[];
  height: number;
}

/** What has to be known of a box to stand it. */
export interface Wanted {
  isChip: (box: LensBox) => boolean;
  /** Index of the device at which the wire to the box's rail starts; null: none is known. */
  deviceOf: (box: LensBox) => number | null;
}

/** The boxes of a ground in columns, those of a rail together, as they will stand above it. */
export function siteOf(
  rails: readonly Rail[],
  loose: readonly LensBox[],
  left: number,
  room: number,
  wanted: Wanted,
  measuring: Measuring,
): Site {
  const groups: { rail: Rail | null; boxes: readonly LensBox[] }[] = rails.map((rail) => ({
    rail,
    boxes: rail.boxes,
  }));
  if (loose.length > 0) groups.push({ rail: null, boxes: loose });
  if (groups.length === 0) return { standing: [], blocks: [], height: 0 };
  const fitting = (apart: number) =>
    Math.max(1, Math.floor((room - apart + GUTTER) / (BOX.least + GUTTER)));
  const all = fitting(0);
  const columns = fitting(APART * (Math.min(groups.length, all) - 1));
  const counts = groups.map(({ boxes }) => boxes.length);
  const stacks = lowest(counts, columns, loose.length > 0);
  const used = stacks.reduce((sum, each) => sum + each.columns, 0);
  const free = room - (used - 1) * GUTTER - (stacks.length - 1) * APART;
  const width = Math.max(Math.min(BOX.least, room), Math.min(BOX.most, Math.floor(free / used)));
  return stood(groups, stacks, { left, width, room }, wanted, measuring);
}

/** Boxes without a wire may stand with those of the last rail, where that makes the picture lower. */
function lowest(counts: readonly number[], columns: number, withLoose: boolean): Stack[] {
  const apart = stacksOf(counts, columns);
  if (!withLoose || counts.length < 2) return apart;
  const last = counts.length - 2;
  const together = [...counts.slice(0, last), (counts[last] ?? 0) + (counts[last + 1] ?? 0)];
  const rows = (stacks: readonly Stack[], of: readonly number[]) =>
    Math.max(
      ...stacks.map(({ rails, columns: across }) =>
        Math.ceil(rails.reduce((sum, nth) => sum + (of[nth] ?? 0), 0) / across),
      ),
    );
  const joined = stacksOf(together, columns);
  if (rows(joined, together) >= rows(apart, counts)) return apart;
  return joined.map((stack) =>
    stack.rails.includes(last) ? { ...stack, rails: [...stack.rails, last + 1] } : stack,
  );
}

type Group = { rail: Rail | null; boxes: readonly LensBox[] };

function stood(
  groups: readonly Group[],
  stacks: readonly Stack[],
  { left, width, room }: { left: number; width: number; room: number },
  wanted: Wanted,
  measuring: Measuring,
): Site {
  const blocks: Block[] = [];
  const columns: Columns[] = [];
  let x = left;
  stacks.forEach((stack, nth) => {
    const boxes = stack.rails.flatMap((rail) => groups[rail]?.boxes ?? []);
    const whole = boxes
      .filter((box) => !wanted.isChip(box))
      .map((box) => measureBox(box, width, wanted.deviceOf(box), measuring));
    const chips = boxes
      .filter(wanted.isChip)
      .map((box) => chipOf(box, width, wanted.deviceOf(box), measuring));
    const across = Math.min(stack.columns, Math.max(1, boxes.length));
    const rows: MeasuredBox[][] = [];
    for (let at = 0; at < whole.length; at += across) rows.push(whole.slice(at, at + across));
    columns.push({ whole: rows, chips, x, of: across });
    // Above the room of boxes without a wire there is no rail in its way.
    const last = stacks
      .slice(nth + 1)
      .every(({ rails }) => rails.every((rail) => groups[rail]?.rail === null));
    const blockWidth = across * width + (across - 1) * GUTTER;
    stack.rails.forEach((rail, tier) => {
      blocks.push({
        ...{ rail: groups[rail]?.rail ?? null, tier, x: x - GUTTER + 4 },
        width: (last ? left + room - x : blockWidth) + GUTTER - 4,
      });
    });
    x += blockWidth + GUTTER + APART;
  });
  return { ...placed(columns, width), blocks };
}

type Columns = { whole: MeasuredBox[][]; chips: Chip[]; x: number; of: number };

/** Rows of all stacks at the same heights; chips below what is whole, each in the column that is the lowest so far. */
function placed(
  stacks: readonly Columns[],
  width: number,
): { standing: Standing[]; height: number } {
  const most = Math.max(...stacks.map(({ whole }) => whole.length));
  const rows = Array.from({ length: most }, (_, nth) => {
    const boxes = stacks.flatMap(({ whole }) => whole[nth] ?? []);
    return {
      height: Math.max(...boxes.map(({ height }) => height)),
      below: Math.max(...boxes.map(({ below }) => below)),
    };
  });
  const topOf = (row: number) =>
    rows.slice(0, row).reduce((sum, { height, below }) => sum + height + below + ROW_GAP, 0);
  const standing: Standing[] = [];
  const ends: number[] = [];
  let firstColumn = 0;
  for (const { whole, chips, x, of } of stacks) {
    const at = (column: number) => ({
      ...{ x: x + column * (width + GUTTER), width },
      column: firstColumn + column,
    });
    /** How many boxes stand in a column. */
    const filled = (column: number) => whole.filter((boxes) => column < boxes.length).length;
    const bottoms = Array.from({ length: of }, (_, column) => topOf(filled(column)));
    const columnsOfChips = chips.map((chip) => {
      const column = bottoms.indexOf(Math.min(...bottoms));
      const y = bottoms[column] ?? 0;
      bottoms[column] = y + CHIP_HEIGHT + CHIP_GAP;
      return { chip, column, y };
    });
    whole.forEach((boxes, row) => {
      boxes.forEach((measured, column) => {
        const isLast = row === filled(column) - 1;
        standing.push({
          ...{ box: measured.box, measured, chip: null, y: topOf(row) },
          height: rows[row]?.height ?? measured.height,
          lowest: isLast && !columnsOfChips.some((each) => each.column === column),
          ...at(column),
        });
      });
    });
    for (const { chip, column, y } of columnsOfChips) {
      standing.push({
        ...{ box: chip.box, chip, measured: null, y, height: CHIP_HEIGHT, lowest: false },
        ...at(column),
      });
    }
    ends.push(...bottoms);
    firstColumn += of;
  }
  return { standing, height: Math.max(...ends) };
}

/** Where a device's sign is, at which its wire starts; null: it is not drawn. */
export function signPlace(standing: Standing, index: number): Point | null {
  const { x, y, chip, measured, height } = standing;
  if (chip !== null) {
    const line = chip.lines[1];
    return line === undefined ? null : { x: x + line.x + 6, y: y + line.y + 8.5 };
  }
  if (measured === null) return null;
  const at = partsOf(measured, height).devices.find(({ block }) => block.device === index);
  const [line] = at?.block.lines ?? [];
  if (at === undefined || line === undefined) return null;
  return { x: x + PADDING.x + 6, y: y + at.y + line.height / 2 };
}
