import { contains, tooClose, type Box, type Point } from './geometry';

/** Side of a cell: about a slot, so that most things are in a few cells. */
const CELL = 160;
/** More cells to a side than any picture has. */
const MOST = 2 ** 20;

interface Indexed {
  box: Box;
}

interface Entry<T> {
  thing: T;
  /** The last search that met it: it is in several cells. */
  met: number;
}

/** Things by where they are, so that what is near something is found without a look at all the rest. */
export class BoxIndex<T extends Indexed> {
  private readonly cells = new Map<number, Entry<T>[]>();
  private searches = 0;

  constructor(things: Iterable<T> = []) {
    for (const thing of things) this.add(thing);
  }

  add(thing: T): void {
    const entry = { thing, met: 0 };
    eachCell(thing.box, 0, (cell) => {
      const there = this.cells.get(cell);
      if (there === undefined) this.cells.set(cell, [entry]);
      else there.push(entry);
    });
  }

  /** Those that come closer to the box than `gap`, each once, by rows and columns. */
  near(box: Box, gap: number): T[] {
    const found: T[] = [];
    this.searches += 1;
    eachCell(box, gap, (cell) => {
      for (const entry of this.cells.get(cell) ?? []) {
        if (entry.met === this.searches || !tooClose(entry.thing.box, box, gap)) continue;
        entry.met = this.searches;
        found.push(entry.thing);
      }
    });
    return found;
  }

  /** Those in which at least one of the points is, each once. */
  containing(points: readonly Point[]): T[] {
    const found: T[] = [];
    this.searches += 1;
    for (const point of points) {
      const cell = cellAt(Math.floor(point.y / CELL), Math.floor(point.x / CELL));
      for (const entry of this.cells.get(cell) ?? []) {
        if (entry.met === this.searches || !contains(entry.thing.box, point)) continue;
        entry.met = this.searches;
        found.push(entry.thing);
      }
    }
    return found;
  }
}

/** One number for each cell. */
function cellAt(row: number, column: number): number {
  return row * MOST + column;
}

/** Visits each cell that the box, so much larger on all sides, touches. */
function eachCell(
  { left, right, top, bottom }: Box,
  gap: number,
  visit: (cell: number) => void,
): void {
  const firstColumn = Math.floor((left - gap) / CELL);
  const lastColumn = Math.floor((right + gap) / CELL);
  const lastRow = Math.floor((bottom + gap) / CELL);
  for (let row = Math.floor((top - gap) / CELL); row <= lastRow; row += 1) {
    for (let column = firstColumn; column <= lastColumn; column += 1) visit(cellAt(row, column));
  }
}
