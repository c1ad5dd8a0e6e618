import { sansWidth } from '../node-text';
import { BAND_TEXT, SIGN } from './place-bands';
import type { BandText } from './placed';

/** Between two of them. */
const FREE = 14;

/** What the words of a band take, their sign included. */
export interface TextRoom {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function roomOf({ lines, same }: Pick<BandText, 'lines' | 'same'>): TextRoom {
  const left = Math.min(...lines.map(({ x }) => x)) - (same ? SIGN : 0);
  const right = Math.max(...lines.map(({ x, text }) => x + sansWidth(text, BAND_TEXT.size, true)));
  const [first, last] = [lines[0]?.y ?? 0, lines.at(-1)?.y ?? 0];
  const above = BAND_TEXT.size;
  const below = BAND_TEXT.size / 3;
  return { x: left, y: first - above, width: right - left, height: last - first + above + below };
}

/**
 * Words of bands so that none lie over others: what has no room where it stands moves aside, to the right
 * if it can; what has none at all is left out, for the box that it is of says it too.
 *
 * @param right where the room ends
 */
export function textsApart(texts: readonly BandText[], left: number, right: number): BandText[] {
  const taken: TextRoom[] = [];
  return texts.flatMap((text) => {
    const room = roomOf(text);
    const inTheWay = taken.filter((each) => {
      return each.y < room.y + room.height && room.y < each.y + each.height;
    });
    const wished = [
      room.x,
      ...inTheWay.map(({ x, width }) => x + width + FREE),
      ...inTheWay.map(({ x }) => x - FREE - room.width),
    ];
    const isFree = (x: number) =>
      x >= left &&
      x + room.width <= right &&
      inTheWay.every((each) => x + room.width <= each.x || each.x + each.width <= x);
    const found = wished
      .toSorted((a, b) => Math.abs(a - room.x) - Math.abs(b - room.x))
      .find(isFree);
    if (found === undefined) return [];
    taken.push({ ...room, x: found });
    const moved = text.lines.map((line) => ({ ...line, x: line.x + found - room.x }));
    return [{ ...text, lines: moved }];
  });
}
