import type { ListedProcess } from './process-list';
import { treeOf } from './tree';

/**
 * As many rows of a list as there is room for, in their order: those of the lowest ranks, of a rank the
 * first. In a tree those above a row come with it, and lines lead from one to the other.
 *
 * @param most at the most; a row that would need more for those above it is left out
 */
export function excerpt(
  rows: readonly ListedProcess[],
  most: number,
  rankOf: (row: ListedProcess) => number,
): ListedProcess[] {
  if (rows.length <= most) return [...rows];
  const byPid = new Map(rows.map((row) => [row.process.pid, row]));
  const kept = new Set<ListedProcess>();
  for (const row of rows.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const needed = withElders(row, byPid).filter((each) => !kept.has(each));
    if (kept.size + needed.length <= most) for (const each of needed) kept.add(each);
    if (kept.size >= most) break;
  }
  const left = rows.filter((row) => kept.has(row));
  if (left.every(({ branch }) => branch === null)) return left;
  const branches = new Map(treeOf(left).map(({ seen, branch }) => [seen.process.pid, branch]));
  return left.map((row) => {
    const branch = branches.get(row.process.pid) ?? row.branch;
    // What is folded away below it is so still.
    const descendants = row.branch?.descendants ?? 0;
    return { ...row, branch: branch === null ? null : { ...branch, descendants } };
  });
}

/** A row and those above it in the tree. */
function withElders(
  row: ListedProcess,
  byPid: ReadonlyMap<number, ListedProcess>,
): ListedProcess[] {
  const line: ListedProcess[] = [];
  let next: ListedProcess | undefined = row;
  while (next !== undefined && !line.includes(next)) {
    line.push(next);
    const parent: number | null = next.branch?.parent ?? null;
    next = parent === null ? undefined : byPid.get(parent);
  }
  return line;
}
