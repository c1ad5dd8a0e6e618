import { containerKey } from '../../model/ids';
import { UNKNOWN_BOX } from '../lens/lens-boxes';
import type { Column } from './columns';

/** So many that are alike become one column where there is no room for each. */
const FOLDED = 3;

/** The column of all namespaces of no container; there is one at most. */
const OTHERS = 'others';

/** One column for all namespaces of no container: many services of a machine have one. */
export function together(columns: readonly Column[], opened: ReadonlySet<string>): Column[] {
  const others = columns.filter(isOther);
  const [first, ...more] = others;
  if (first === undefined || more.length === 0) return [...columns];
  if (opened.has(OTHERS)) {
    return columns.map((each) => (isOther(each) ? { ...each, openedFrom: OTHERS } : each));
  }
  const [box] = first.boxes;
  const one: Column = {
    ...{ key: OTHERS, boxes: [box, ...more.flatMap(({ boxes }) => boxes)], openedFrom: null },
    ...{ told: { is: 'known', mounts: [], landmarks: null }, various: true, hostTree: false },
    ...{ stack: null, tags: [], masked: 0, readonly: 0 },
  };
  return columns.flatMap((each) => (each === first ? [one] : isOther(each) ? [] : [each]));
}

function isOther({ key, boxes: [box] }: Column): boolean {
  return box.members.length === 0 && key !== UNKNOWN_BOX;
}

/**
 * One column for those that are alike: the same layers, and the same mounted for them.
 *
 * @param opened keys of columns that are to be drawn one by one all the same @param chosen is drawn as well
 */
export function folded(
  columns: readonly Column[],
  opened: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
): Column[] {
  const groups = new Map<string, Column[]>();
  for (const each of columns) {
    const word = alikeWord(each, chosen) ?? each.key;
    groups.set(word, [...(groups.get(word) ?? []), each]);
  }
  return [...groups].flatMap(([word, group]) => {
    const [first] = group;
    const [box, ...more] = group.flatMap(({ boxes }) => boxes);
    if (first === undefined || box === undefined || group.length < FOLDED) return group;
    const key = `alike ${shortOf(word)}`;
    return opened.has(key)
      ? group.map((each) => ({ ...each, openedFrom: key }))
      : [{ ...first, key, boxes: [box, ...more] }];
  });
}

/** What those that are alike have in common; null: it stands for itself. */
function alikeWord(column: Column, chosen: ReadonlySet<string>): string | null {
  const { boxes, told, stack, tags, hostTree, masked, readonly } = column;
  const [{ key, members }] = boxes;
  const isChosen = chosen.has(key) || members.some((each) => chosen.has(containerKey(each)));
  if (told.is !== 'known' || isChosen || column.various) return null;
  const given = tags.map(({ mount, writable, source, covers }) => {
    return [mount.target, mount.kind, mount.hidden, writable, source, covers];
  });
  const layers = stack?.layers ?? null;
  return JSON.stringify([members.length > 0, layers, given, hostTree, masked, readonly]);
}

/**
 * A text as a short one, by two hashes of 32 bits (as cyrb53): the key of what is alike goes by what that is, so
 * that it stays when the first of them ends.
 */
function shortOf(text: string): string {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x9e3779b1);
    other = Math.imul(other ^ code, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
}
