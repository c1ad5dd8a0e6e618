import type { Messages } from '../../i18n/messages';
import { idOutside } from '../../model/id-map';
import type { Process } from '../../model/process';
import type { PlacedDot } from '../lens/lens-layout';
import { xOf } from './axis';
import { NUMBER } from './marked';
import { PADDING } from './measured';
import { monoEms } from '../mono-text';
import type { Standing } from './standing';
import type { Bundle, IdLine, PlacedFact, PlacedRow, UserPlacedBox } from './placed';
import type { Place, UserRow } from './rows';
import {
  ABOVE_RULER,
  BETWEEN,
  bundleHalf,
  boxHeight,
  DOT,
  FACT,
  headHeight,
  isBundled,
  rowHeight,
  rowsOfBox,
  TITLE,
} from './sized';

/** Between a dot and what is said of it, and the least room in which anything is. */
const ASIDE = 6;
const LEAST_SAID = 34;

/** The boxes of a stack, with the rows of who is in them right above the ruler. */
export function boxesOf(at: Standing, words: Messages['lensUser']): UserPlacedBox[] {
  const { sized, frame, depth, innerY } = at;
  const { stack, rows, many } = sized.measured;
  const shape = { x: frame.x, width: sized.width, depth, spare: 0, strip: null };
  const [only, ...more] = stack.boxes;
  if (only !== undefined && more.length === 0) {
    const own = rows[0] ?? [];
    const bottom = frame.ruler + sized.below;
    const inside = rowsAt(at, own, innerY - ABOVE_RULER - rowsOfBox(own, many), words);
    return [
      {
        ...shape,
        ...inside,
        box: only,
        y: frame.top,
        height: bottom - frame.top,
        titled: { width: sized.width, height: TITLE },
        told: sized.told[0] ?? [],
        facts: factsAt(at),
        heading: null,
      },
    ];
  }
  const all = rows.reduce((sum, each) => sum + boxHeight(each, many) + BETWEEN, 0);
  let y = innerY - ABOVE_RULER - all;
  return stack.boxes.map((box, nth) => {
    const own = rows[nth] ?? [];
    const inside = rowsAt(at, own, y + 1, words);
    const placed = {
      ...shape,
      ...inside,
      box,
      y,
      height: boxHeight(own, many),
      titled: { width: at.left - frame.x - 2, height: 24 },
      told: sized.told[nth] ?? [],
      facts: nth === 0 ? factsAt(at) : [],
      heading:
        nth > 0
          ? null
          : {
              text: words.alike(stack.boxes.length),
              ...{ x: frame.x + PADDING, y: frame.top + FACT.size },
            },
    };
    y += placed.height + BETWEEN;
    return placed;
  });
}

/** What is said of the maps of a stack: at its top, below the title if it has one. */
function factsAt({ sized, frame }: Standing): PlacedFact[] {
  let y = frame.top + headHeight(sized.measured, 0) + FACT.size;
  return sized.facts.map(({ wrapped, ...fact }) => ({
    ...fact,
    lines: wrapped.map((text) => {
      const line = { text, x: frame.x + PADDING, y };
      y += FACT.line;
      return line;
    }),
  }));
}

interface RowsAt {
  drops: IdLine[];
  rows: PlacedRow[];
  dots: PlacedDot[];
  bundles: Bundle[];
}

function rowsAt(
  at: Standing,
  rows: readonly UserRow[],
  top: number,
  words: Messages['lensUser'],
): RowsAt {
  const { frame, left, ownRight, sized, inner, innerY } = at;
  const { stack, many: lowRows } = sized.measured;
  const { host } = stack;
  const placed: RowsAt = { drops: [], rows: [], dots: [], bundles: [] };
  const tops = new Map<number, number>();
  let y = top;
  for (const row of rows) {
    const height = rowHeight(row, lowRows);
    const middle = y + height / 2;
    y += height;
    const stops: { x: number; half: number; processes: readonly Process[] }[] = [];
    for (const { place, processes } of row.runners) {
      const x = placeX(at, place);
      const many = isBundled(processes.length, lowRows);
      if (typeof place === 'number' && !tops.has(place)) tops.set(place, middle);
      stops.push({ x, half: many ? bundleHalf(processes.length) : DOT, processes });
      if (many) placed.bundles.push({ place, row, processes, x, y: middle });
      else placed.dots.push(...stacked(processes, x, middle));
    }
    placed.rows.push({
      ...{
        row,
        host,
        named: stack.boxes.length === 1 || row !== rows[0] || row.containers.length === 0,
        x: frame.x + PADDING,
        room: left - frame.x - PADDING - 22,
        y: middle,
      },
      right: ownRight,
      commands: stops.flatMap(({ x, half, processes }, nth) => {
        const from = x + half + ASIDE;
        const next = stops[nth + 1];
        const end =
          next === undefined ? ownRight + (at.slots.size > 0 ? 60 : 0) : next.x - next.half;
        if (end - ASIDE - from < LEAST_SAID) return [];
        // The kernel's own are the least that one asks for.
        const named = processes.toSorted((a, b) => Number(a.kernelThread) - Number(b.kernelThread));
        const names = [...new Set(named.map(({ comm }) => comm))];
        const text = wholeNames(names, end - ASIDE - from, words);
        return text === null ? [] : [{ text, x: from }];
      }),
    });
  }
  for (const [id, from] of tops) {
    const x = xOf(inner, id);
    if (x === null) continue;
    const onHost = host ? id : idOutside(stack.map ?? [], id);
    const ends = { from: { x, y: from }, to: { x, y: innerY } };
    placed.drops.push({ ...ends, root: id === 0, ofHost: id === 0 && onHost === 0 });
  }
  return placed;
}

/** As many names as there is room for, in the mono face; null: not even for one. */
function wholeNames(
  names: readonly string[],
  room: number,
  words: Messages['lensUser'],
): string | null {
  for (let count = names.length; count > 0; count -= 1) {
    const text = words.names(names.slice(0, count), names.length - count);
    if (monoEms(text) * NUMBER <= room) return text;
  }
  return null;
}

/** On the ruler, else beside it. */
function placeX({ inner, slots, ownRight }: Standing, place: Place): number {
  const onRuler = typeof place === 'number' ? xOf(inner, place) : null;
  return onRuler ?? slots.get(typeof place === 'number' ? 'more' : place) ?? ownRight;
}

/** One above another. */
function stacked(processes: readonly Process[], x: number, middle: number): PlacedDot[] {
  const step = 2 * DOT + 2;
  const first = middle - ((processes.length - 1) * step) / 2;
  return processes.map((process, nth) => ({ process, x, y: first + nth * step }));
}
