import { sansWidth } from '../node-text';
import { BAND_TEXT, SIGN } from './place-bands';
import type { BandText, IdLine } from './placed';

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
 * if it can; what has none at all is left out, for the box that it is of says it too. Where the thick line
 * of a root would lead through them, they stand higher or lower.
 *
 * @param right where the room ends
 */
export function textsApart(
  texts: readonly BandText[],
  lines: readonly IdLine[],
  left: number,
  right: number,
): BandText[] {
  const roots = lines.filter(({ root }) => root);
  const taken: TextRoom[] = [];
  return texts
    .map((each) => besideLines(each, roots))
    .flatMap((text) => {
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

/** In the middle, else at the top or the bottom: where the fewest lines lead through its words. */
function besideLines(text: BandText, lines: readonly IdLine[]): BandText {
  const [best = text] = [0, -text.slack, text.slack]
    .map((down) => ({
      ...text,
      lines: text.lines.map((line) => ({ ...line, y: line.y + down })),
    }))
    .map((moved) => ({ moved, crossed: crossingsOf(moved, lines) }))
    .sort((a, b) => a.crossed - b.crossed)
    .map(({ moved }) => moved);
  return best;
}

function crossingsOf(text: BandText, lines: readonly IdLine[]): number {
  const rooms = text.lines.map((line) => roomOf({ lines: [line], same: false }));
  return lines.filter((line) => rooms.some((room) => leadsThrough(line, room))).length;
}

/** Lines lead from above downwards, or straight down. */
function leadsThrough({ from, to }: IdLine, { x, y, width, height }: TextRoom): boolean {
  if (to.y <= y || from.y >= y + height) return false;
  const at = (level: number) => from.x + ((to.x - from.x) * (level - from.y)) / (to.y - from.y);
  const ends = [at(Math.max(from.y, y)), at(Math.min(to.y, y + height))];
  return Math.max(...ends) > x && Math.min(...ends) < x + width;
}
