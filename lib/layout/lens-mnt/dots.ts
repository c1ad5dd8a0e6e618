import type { Process } from '../../model/process';
import { DOT_LOOKS, type DotLook } from '../lens/dot-look';
import type { PlacedDot } from '../lens/lens-layout';
import type { Column } from './columns';
import type { Frame } from './placed';

const PADDING = 9;
/** So high dots may stand before smaller ones are taken. */
const MOST_HEIGHT = 110;

/** The processes of all that a column stands for. */
export function dotsOf({ boxes }: Column): Process[] {
  return boxes.flatMap(({ dots }) => dots);
}

/**
 * The largest look in which no column's dots stand too high.
 *
 * @param brief is it looked at from the back row? Then numbers are large, however many there are
 */
export function lookFor(columns: readonly Column[], width: number, brief: boolean): DotLook {
  const looks = DOT_LOOKS.filter(({ says }) => says !== 'full');
  const fitting = looks.find((look) => brief || highestDots(columns, width, look) <= MOST_HEIGHT);
  const look = fitting ?? looks.at(-1);
  if (look === undefined) throw new Error('there is no look for dots');
  return look;
}

export function highestDots(columns: readonly Column[], width: number, look: DotLook): number {
  return Math.max(
    0,
    ...columns.map((column) => rowsOf(dotsOf(column).length, width, look) * look.cell.height),
  );
}

function rowsOf(dots: number, width: number, { cell }: DotLook): number {
  return Math.ceil(dots / Math.max(1, Math.floor((width - 2 * PADDING) / cell.width)));
}

/** Dots in rows below `top`. */
export function placeDots(
  processes: readonly Process[],
  { x, width }: Pick<Frame, 'x' | 'width'>,
  top: number,
  look: DotLook,
): PlacedDot[] {
  const { cell, radius } = look;
  const across = Math.max(1, Math.floor((width - 2 * PADDING) / cell.width));
  return processes.map((process, nth) => ({
    process,
    x: x + PADDING + (nth % across) * cell.width + cell.width / 2,
    y: top + Math.floor(nth / across) * cell.height + radius + 2,
  }));
}
