import type { Cord } from './cords';
import type { Frame, PlacedColumn } from './placed';
import type { Tag } from './tags';

const TAG = { height: 25, gap: 5, indent: 8 };
const STEP = TAG.height + TAG.gap;
/** Of more the rest is one tag, until it is opened. What is dangerous, or spoken of, has more room. */
const MOST = { usual: 6, dangerous: 12, opened: 60 };

/** By what the tags of a column are opened. */
export function tagsKey(column: string): string {
  return `tags ${column}`;
}

/**
 * The tags of a column: what is dangerous first, then what a lesson speaks of, then the one whose cord is above the
 * others; what covers another stays below it.
 */
export function inOrder(tags: readonly Tag[], cords: readonly Cord[]): Tag[] {
  const lanes = new Map(cords.map(({ source }, nth) => [source, nth]));
  const lane = ({ source }: Tag) =>
    (source === null ? undefined : lanes.get(source)) ?? cords.length;
  const blocks: { tags: Tag[]; lane: number; isSafe: boolean; isSpoken: boolean }[] = [];
  for (const tag of tags) {
    const last = blocks.at(-1);
    const isSafe = tag.danger === null;
    if (tag.covers && last !== undefined) {
      last.tags.push(tag);
      last.isSafe &&= isSafe;
      last.isSpoken ||= tag.spoken;
    } else {
      blocks.push({ tags: [tag], lane: lane(tag), isSafe, isSpoken: tag.spoken });
    }
  }
  return blocks
    .sort(
      (a, b) =>
        Number(a.isSafe) - Number(b.isSafe) ||
        Number(b.isSpoken) - Number(a.isSpoken) ||
        a.lane - b.lane,
    )
    .flatMap((block) => block.tags);
}

/** How much of a column's height its tags take. */
export function heightOfTags(tags: readonly Tag[], isOpened: boolean): number {
  const shown = shownOf(tags, isOpened);
  return (shown + (hasMore(tags) ? 1 : 0)) * STEP;
}

/** Tags one below the other; those for which there is no room are one at the end, that opens and closes. */
export function placeTags(
  tags: readonly Tag[],
  { x, y, width }: Frame,
  isOpened: boolean,
): Pick<PlacedColumn, 'tags' | 'more'> {
  const count = shownOf(tags, isOpened);
  const placed = tags.slice(0, count).map((tag, nth) => {
    const indent = tag.covers ? TAG.indent : 0;
    // What covers another lies over its lower edge.
    const top = y + nth * STEP - (tag.covers ? TAG.gap + 3 : 0);
    return { tag, x: x + 6 + indent, y: top, width: width - 12 - indent, height: TAG.height };
  });
  const more = {
    ...{ x: x + 6, y: y + count * STEP, width: width - 12, height: TAG.height },
    ...{ folded: tags.slice(count), isOpened },
  };
  return { tags: placed, more: hasMore(tags) ? more : null };
}

/** A tag that stands for one alone would take as much room as that one. */
function hasMore(tags: readonly Tag[]): boolean {
  return tags.length > usuallyShown(tags) + 1;
}

function usuallyShown(tags: readonly Tag[]): number {
  const told = tags.findLastIndex(({ danger, spoken }) => danger !== null || spoken) + 1;
  return Math.max(MOST.usual, Math.min(told, MOST.dangerous));
}

function shownOf(tags: readonly Tag[], isOpened: boolean): number {
  if (!hasMore(tags)) return tags.length;
  return Math.min(tags.length, isOpened ? MOST.opened : usuallyShown(tags));
}
