import { containerKey } from '../model/ids';
import { STOPPED_KEY, type StoppedFold } from '../sharing/stopped-fold';
import type { GroupTitle } from './groups';
import type { Matrix } from './matrix';
import type { MatrixRow } from './row';

/** What stands below the host's row, from top to bottom. */
export type MatrixItem =
  | { kind: 'heading'; key: string; title: GroupTitle; count: number }
  | { kind: 'container'; key: string; row: MatrixRow }
  | ({ kind: 'stopped'; key: typeof STOPPED_KEY } & StoppedFold);

/**
 * The groups and, where many containers are stopped, one row for all of these at the end.
 *
 * @param open have these a row each below it all the same?
 * @param chosen keys of what is selected: it has its row, open or not
 */
export function itemsOf(
  { groups, stopped }: Matrix,
  open: boolean,
  chosen: ReadonlySet<string>,
): MatrixItem[] {
  const items = groups.flatMap(({ key, title, rows }): MatrixItem[] => {
    const containers = rows.map(containerItem);
    if (title.kind === 'all') return containers;
    return [{ kind: 'heading', key: `group ${key}`, title, count: rows.length }, ...containers];
  });
  if (stopped.length === 0) return items;
  const drawn = open
    ? stopped
    : stopped.filter(({ node }) => chosen.has(containerKey(node.container)));
  const [count, folded] = [stopped.length, stopped.length - drawn.length];
  return [
    ...items,
    { kind: 'stopped', key: STOPPED_KEY, count, folded, open },
    ...drawn.map(containerItem),
  ];
}

function containerItem(row: MatrixRow): MatrixItem {
  return { kind: 'container', key: containerKey(row.node.container), row };
}
