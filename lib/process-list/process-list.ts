import type { UsageTable } from '../select/usage';
import type { SeenProcess } from '../select/vantage';
import type { Sort } from '../view-state/process-columns';
import { sorted } from './sort';
import { treeOf, type Branch, type TreeRow } from './tree';

/** A row of a pane. */
export interface ListedProcess extends SeenProcess {
  /** Null: in a flat list. */
  branch: Branch | null;
  /** Only there because a process below it is what the filter asks for. */
  between: boolean;
  /** What is below it is folded away. */
  folded: boolean;
}

export interface ProcessList {
  rows: ListedProcess[];
  /** How many the filter leaves out. */
  hidden: number;
}

export interface ListWishes {
  tree: boolean;
  /** Host PIDs of those below which nothing shows. */
  folded: readonly number[];
  sort: Sort;
  matches: ((seen: SeenProcess) => boolean) | null;
}

/**
 * The processes that a vantage sees as a person wishes to have them. In a tree, those above one that the
 * filter asks for stay, so that one sees where it hangs.
 */
export function processList(
  seen: readonly SeenProcess[],
  { tree, folded, sort, matches }: ListWishes,
  usage: UsageTable,
): ProcessList {
  const ordered = sorted(seen, sort, usage);
  if (!tree) {
    const kept = matches === null ? ordered : ordered.filter(matches);
    const rows = kept.map((each) => ({ ...each, branch: null, between: false, folded: false }));
    return { rows, hidden: ordered.length - kept.length };
  }
  const whole = treeOf(ordered);
  const meant = matches === null ? null : whole.filter((row) => matches(row.seen));
  const kept = meant === null ? whole : treeOf(withElders(whole, meant));
  const asked = meant && new Set(meant.map((row) => row.seen.process.pid));
  const rows: ListedProcess[] = [];
  for (let index = 0; index < kept.length; index += 1) {
    const row = kept[index];
    if (row === undefined) break;
    const { pid } = row.seen.process;
    const isFolded = row.branch.descendants > 0 && folded.includes(pid);
    const between = asked !== null && !asked.has(pid);
    rows.push({ ...row.seen, branch: row.branch, between, folded: isFolded });
    // What is below a process follows it.
    if (isFolded) index += row.branch.descendants;
  }
  return { rows, hidden: whole.length - kept.length };
}

/** These rows of a tree and all that stand above them, in the order of the tree. */
function withElders(whole: readonly TreeRow[], rows: readonly TreeRow[]): SeenProcess[] {
  const byPid = new Map(whole.map((row) => [row.seen.process.pid, row]));
  const kept = new Set<TreeRow>();
  for (const row of rows) {
    let next: TreeRow | undefined = row;
    while (next !== undefined && !kept.has(next)) {
      kept.add(next);
      next = next.branch.parent === null ? undefined : byPid.get(next.branch.parent);
    }
  }
  return whole.filter((row) => kept.has(row)).map(({ seen }) => seen);
}
