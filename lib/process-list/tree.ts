import type { SeenProcess } from '../select/vantage';

/** Where a process stands in the tree of a vantage. */
export interface Branch {
  /** 0: at a root. */
  depth: number;
  /** One character for each level below the root: `│` an elder's line goes on, `├` and `└` its own. */
  lines: string;
  /** Among its siblings, from 1. */
  position: number;
  siblings: number;
  /** How many processes are below it, children's children included. */
  descendants: number;
  /** The host PID of the parent; null at a root. */
  parent: number | null;
}

export interface TreeRow {
  seen: SeenProcess;
  branch: Branch;
}

/**
 * The tree of the processes that a vantage sees, from top to bottom; siblings stay in the order given.
 * Who has no parent there is a root: the first process of a PID namespace, and what was put into it from
 * outside (`docker exec`). Each process is there exactly once, also where parents make no sense: of those
 * that descend from each other the first given is taken for a root.
 */
export function treeOf(seen: readonly SeenProcess[]): TreeRow[] {
  const here = new Set(seen.map(({ process }) => process.pid));
  const children = new Map<number | null, SeenProcess[]>();
  for (const each of seen) {
    const { pid, ppid } = each.process;
    const parent = ppid !== pid && here.has(ppid) ? ppid : null;
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [each]);
    else known.push(each);
  }
  const met = new Set<number>();
  const rootsOf = (roots: readonly SeenProcess[]) => reach(roots, children, met);
  const trees = rootsOf(children.get(null) ?? []);
  // Who was not reached descends from itself.
  for (const each of seen) {
    if (!met.has(each.process.pid)) trees.push(...rootsOf([each]));
  }
  return withPlaces(trees);
}

/** A process before its siblings are known for sure. */
interface Met {
  seen: SeenProcess;
  parent: number | null;
}

/** All that can be reached from some roots and was not met before, elders first. */
function reach(
  roots: readonly SeenProcess[],
  children: ReadonlyMap<number | null, readonly SeenProcess[]>,
  met: Set<number>,
): Met[] {
  const found: Met[] = [];
  const waiting: Met[] = roots.map((seen) => ({ seen, parent: null })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { pid } = next.seen.process;
    if (met.has(pid)) continue;
    met.add(pid);
    found.push(next);
    for (const child of children.get(pid)?.toReversed() ?? []) {
      waiting.push({ seen: child, parent: pid });
    }
  }
  return found;
}

function withPlaces(found: readonly Met[]): TreeRow[] {
  const siblings = new Map<number | null, number>();
  for (const { parent } of found) siblings.set(parent, (siblings.get(parent) ?? 0) + 1);
  const counted = new Map<number | null, number>();
  const placed = new Map<number, TreeRow>();
  const rows = found.map(({ seen, parent }) => {
    const position = (counted.get(parent) ?? 0) + 1;
    counted.set(parent, position);
    const count = siblings.get(parent) ?? 1;
    const elder = parent === null ? undefined : placed.get(parent)?.branch;
    const branch: Branch = {
      depth: elder === undefined ? 0 : elder.depth + 1,
      lines: elder === undefined ? '' : below(elder.lines) + (position === count ? '└' : '├'),
      position,
      siblings: count,
      descendants: 0,
      parent,
    };
    const row = { seen, branch };
    placed.set(seen.process.pid, row);
    return row;
  });
  for (const { branch } of rows.toReversed()) {
    const elder = branch.parent === null ? undefined : placed.get(branch.parent);
    if (elder !== undefined) elder.branch.descendants += branch.descendants + 1;
  }
  return rows;
}

/** What stands before the children of a process with these lines. */
function below(lines: string): string {
  if (lines === '') return '';
  return lines.slice(0, -1) + (lines.endsWith('├') ? '│' : ' ');
}

/** Levels that are drawn; of what is deeper, the number is said. */
const MOST_LEVELS = 10;

/** The lines that are drawn before a process, and how many levels above them are not. */
export function drawnLines(lines: string, most = MOST_LEVELS): { drawn: string; undrawn: number } {
  const undrawn = Math.max(0, lines.length - Math.min(most, MOST_LEVELS));
  return { drawn: lines.slice(undrawn), undrawn };
}
