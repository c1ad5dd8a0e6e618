import { tooClose, type Box } from './geometry';

/** Side of a cell: about a slot, so that most things are in a few cells. */
const CELL = 160;
/** More cells to a side than any picture has. */
const MOST = 2 ** 20;

interface Indexed {
  box: Box;
}

/** Things by where they are, so that what is near something is found without a look at all the rest. */
export class BoxIndex<T extends Indexed> {
  private readonly cells = new Map<number, { thing: T; nth: number }[]>();
  private count = 0;

  constructor(things: Iterable<T> = []) {
    for (const thing of things) this.add(thing);
  }

  add(thing: T): void {
    const entry = { thing, nth: this.count };
    this.count += 1;
    for (const cell of cellsOf(thing.box, 0)) {
      const there = this.cells.get(cell);
      if (there === undefined) this.cells.set(cell, [entry]);
      else there.push(entry);
    }
  }

  /** Those that come closer to the box than `gap`, in the order in which they were added. */
  near(box: Box, gap: number): T[] {
    const found = new Map<number, T>();
    for (const cell of cellsOf(box, gap)) {
      for (const { thing, nth } of this.cells.get(cell) ?? []) {
        if (tooClose(thing.box, box, gap)) found.set(nth, thing);
      }
    }
    return [...found].sort(([a], [b]) => a - b).map(([, thing]) => thing);
  }
}

/** One number for each cell that the box, so much larger on all sides, touches. */
function* cellsOf({ left, right, top, bottom }: Box, gap: number): Generator<number> {
  const lastColumn = Math.floor((right + gap) / CELL);
  const lastRow = Math.floor((bottom + gap) / CELL);
  for (let row = Math.floor((top - gap) / CELL); row <= lastRow; row += 1) {
    for (let column = Math.floor((left - gap) / CELL); column <= lastColumn; column += 1) {
      yield row * MOST + column;
    }
  }
}
