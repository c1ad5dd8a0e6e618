import type { Cord } from './cords';
import type { PlacedColumn, PlacedCord, PlacedEnd } from './placed';

/** A cord with what is written above it. */
export const LANE = 22;

/** Where cords run: from the host's edge, by lanes one below the other, down before each column. */
interface Ways {
  x: number;
  top: number;
  /** Where what is seen at first ends: what is written over cords goes no farther. */
  right: number;
  /** Between two columns. */
  gap: number;
}

/** Each cord on its lane, and down to its plugs: those that come from above turn nearest to the column. */
export function placeCords(
  cords: readonly Cord[],
  columns: readonly PlacedColumn[],
  { x, top, right, gap }: Ways,
): PlacedCord[] {
  const turns = new Map<number, number>();
  const inColumn = (nth: number) =>
    cords.reduce((sum, { ends }) => sum + ends.filter(({ column }) => column === nth).length, 0);
  /** Where cords that are above come down. */
  const above: number[] = [];
  return cords.map((cord, nth) => {
    const lane = top + nth * LANE + 18;
    const ends = cord.ends.flatMap(({ column, tag }): PlacedEnd[] => {
      const placed = columns[column];
      const at = placed === undefined ? null : plugIn(placed, tag);
      if (placed === undefined || at === null) return [];
      const taken = turns.get(column) ?? 0;
      turns.set(column, taken + 1);
      const step = Math.min(6, (gap - 9) / Math.max(1, inColumn(column)));
      return [
        {
          turn: placed.x - 8 - taken * step,
          ...at,
          to: placed.column.boxes.map(({ key }) => key).join(' '),
        },
      ];
    });
    const room = Math.min(right, ...above) - x;
    above.push(...ends.map(({ turn }) => turn));
    return { cord, lane, x, room, ends };
  });
}

/** Where a cord ends: at its tag, or at the one that stands for it and others. */
function plugIn(
  { tags, more }: PlacedColumn,
  { mount, writable }: Cord['ends'][number]['tag'],
): Pick<PlacedEnd, 'x' | 'y' | 'writable'> | null {
  const own = tags.find((each) => each.tag.mount === mount);
  if (own !== undefined) return { x: own.x, y: own.y + own.height / 2, writable };
  if (more === null) return null;
  const isWritable = more.folded.some((each) => each.writable);
  return { x: more.x, y: more.y + more.height / 2, writable: isWritable };
}
