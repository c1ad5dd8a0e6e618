import { IDENTITY, isSameMap, NO_ID } from '../../model/id-map';
import type { IdMapRow } from '../../model/namespace';
import { uidMapOf } from '../../select/user-numbers';
import type { LensBox } from '../lens/lens-boxes';

/** User namespaces side by side that lend the same ids in the same way: they have one ruler. */
export interface Stack {
  boxes: readonly LensBox[];
  /** To the ids of the host; null: not known. */
  map: readonly IdMapRow[] | null;
  /** To the ids of the namespace around them. */
  into: readonly IdMapRow[];
  /** Of the only box in it, if it has some. */
  children: readonly Stack[];
  /** Is it the host's own? Then each id is itself. */
  host: boolean;
}

/** Boxes as stacks, the ones first whose ids come first outside, so that no two bands need to cross. */
export function stacksOf(
  boxes: readonly LensBox[],
  around: readonly IdMapRow[] | null = IDENTITY,
): Stack[] {
  const stacks: { boxes: LensBox[]; map: readonly IdMapRow[] | null }[] = [];
  for (const box of boxes) {
    const map = box.namespace === null ? null : uidMapOf(box.namespace);
    const alike = stacks.find(({ boxes: [first], map: other }) => {
      if (first === undefined || map === null || other === null) return false;
      return isLeaf(first) && isLeaf(box) && isSameMap(map, other) && haveSameGroups(first, box);
    });
    if (alike === undefined) stacks.push({ boxes: [box], map });
    else alike.boxes.push(box);
  }
  return stacks
    .map(({ boxes: some, map }) => ({
      boxes: some,
      map,
      into: map === null || around === null ? [] : mapInto(around, map),
      children: stacksOf(some.length === 1 ? (some[0]?.children ?? []) : [], map),
      host: some.some(({ host }) => host),
    }))
    .sort((a, b) => Number(b.host) - Number(a.host) || firstOutside(a) - firstOutside(b) || 0);
}

/**
 * The map of a namespace as the one around it numbers what is outside: both are told to the ids of the
 * host, where the kernel keeps them.
 */
export function mapInto(around: readonly IdMapRow[], map: readonly IdMapRow[]): IdMapRow[] {
  return map.flatMap(([inside, outside, length]) =>
    around.flatMap(([to, from, count]): IdMapRow[] => {
      if (outside === NO_ID || from === NO_ID) return [];
      const first = Math.max(outside, from);
      const end = Math.min(outside + length, from + count);
      return first < end ? [[inside + first - outside, to + first - from, end - first]] : [];
    }),
  );
}

function isLeaf({ children, host }: LensBox): boolean {
  return children.length === 0 && !host;
}

function haveSameGroups({ namespace: one }: LensBox, { namespace: other }: LensBox): boolean {
  const [a, b] = [one?.gidMap ?? null, other?.gidMap ?? null];
  return a === null || b === null ? a === b : isSameMap(a, b);
}

function firstOutside({ into }: Stack): number {
  return Math.min(...into.map(([, outside]) => outside));
}
