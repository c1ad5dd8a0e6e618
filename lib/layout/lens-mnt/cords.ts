import type { Danger } from '../../inside/danger';
import type { Tag } from './tags';

/** Something of the host, and where it is mounted. */
export interface Cord {
  /** Its path on the host. */
  source: string;
  /** The name of the volume that it is; null: it is none. */
  volume: string | null;
  danger: Danger | null;
  /** Columns and their tags, from left to right. */
  ends: readonly { column: number; tag: Tag }[];
}

/** …/volumes/NAME/_data, wherever the engine keeps its data. */
const VOLUME = /\/volumes\/([^/]+)\/_data$/;

/**
 * The cords of a picture, the uppermost first: who goes farthest to the right is above the others, so that
 * those that end earlier do not cross it. At most so many are drawn: what is dangerous, then what several
 * have, then the rest from left to right.
 *
 * @param columns the tags of each
 */
export function cordsOf(
  columns: readonly (readonly Tag[])[],
  most: number,
): { cords: Cord[]; more: number } {
  const bySource = new Map<string, { column: number; tag: Tag }[]>();
  columns.forEach((tags, column) => {
    for (const tag of tags) {
      if (tag.source === null) continue;
      const ends = bySource.get(tag.source);
      if (ends === undefined) bySource.set(tag.source, [{ column, tag }]);
      else ends.push({ column, tag });
    }
  });
  const all = [...bySource].map(([source, ends]): Cord => {
    const danger = ends.find(({ tag }) => tag.danger !== null)?.tag.danger ?? null;
    return { source, volume: VOLUME.exec(source)?.[1] ?? null, danger, ends };
  });
  const rank = ({ danger, ends }: Cord) => (danger !== null ? 0 : ends.length > 1 ? 1 : 2);
  const cords = all
    .map((cord, nth) => ({ cord, nth }))
    .sort((a, b) => rank(a.cord) - rank(b.cord) || a.nth - b.nth)
    .slice(0, most)
    .map(({ cord }) => cord);
  const farthest = ({ ends }: Cord) => ends.at(-1)?.column ?? 0;
  const nearest = ({ ends }: Cord) => ends[0]?.column ?? 0;
  cords.sort(
    (a, b) =>
      farthest(b) - farthest(a) || nearest(b) - nearest(a) || (a.source < b.source ? -1 : 1),
  );
  return { cords, more: all.length - cords.length };
}
