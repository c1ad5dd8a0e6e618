import { groundName } from '../layout/ground-name';
import type { Hub } from '../sharing/graph';
import type { Grouping } from '../view-state/matrix-choices';
import type { MatrixRow } from './row';

/** What a group has in common. */
export type GroupTitle =
  | { kind: 'all' }
  | { kind: 'project'; name: string }
  | { kind: 'no project' }
  /** What its members share, e.g. `PID-A`. */
  | { kind: 'sharing'; letters: readonly string[] }
  | { kind: 'alone' };

export interface MatrixGroup {
  key: string;
  title: GroupTitle;
  rows: readonly MatrixRow[];
}

/** Splits rows into groups, in the order of their first rows; those with nothing in common last. */
export function groupsOf(
  rows: readonly MatrixRow[],
  hubs: readonly Hub[],
  grouping: Grouping,
): MatrixGroup[] {
  if (grouping === 'none') return [{ key: 'all', title: { kind: 'all' }, rows }];
  const keyOf = grouping === 'project' ? projectKey : sharingKey(hubs);
  const groups = new Map<string, MatrixRow[]>();
  const rest: MatrixRow[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) rest.push(row);
    else groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const found = [...groups].map(([key, members]): MatrixGroup => {
    const title: GroupTitle =
      grouping === 'project'
        ? { kind: 'project', name: nameOf(key, members) }
        : { kind: 'sharing', letters: lettersOf(members) };
    return { key, title, rows: members };
  });
  if (rest.length === 0) return found;
  const title: GroupTitle = grouping === 'project' ? { kind: 'no project' } : { kind: 'alone' };
  return [...found, { key: '', title, rows: rest }];
}

function nameOf(project: string, rows: readonly MatrixRow[]): string {
  return groundName(
    project,
    rows.some(({ node }) => node.withPause),
  );
}

function projectKey({ node }: MatrixRow): string | null {
  return node.project;
}

/** Who shares with whom, and with whom these share, and so on: one key for all of them. */
function sharingKey(hubs: readonly Hub[]): (row: MatrixRow) => string | null {
  const keys = new Map<string, string>();
  for (const { members, ofEngine } of hubs) {
    // Those in an engine's namespace share it with the engine, and have no letter for it.
    if (ofEngine) continue;
    const [first] = members;
    if (first === undefined) continue;
    const merged = new Set(members.map((member) => keys.get(member) ?? member));
    const key = keys.get(first) ?? first;
    for (const [member, old] of keys) if (merged.has(old)) keys.set(member, key);
    for (const member of members) keys.set(member, key);
  }
  // What it shares with the pause container that its pod stands for is no hub.
  return ({ node }) => keys.get(node.key) ?? (node.withPause ? node.key : null);
}

/** `PID-A`, `NET-B`: what more than one row of a group says, in the order of the columns. */
function lettersOf(rows: readonly MatrixRow[]): string[] {
  const letters = rows.flatMap(({ cells }) =>
    cells.flatMap(({ type, letter }, column) =>
      letter === null ? [] : [{ column, type, letter }],
    ),
  );
  const ordered = letters.sort((a, b) => a.column - b.column || a.letter.localeCompare(b.letter));
  return [...new Set(ordered.map(({ type, letter }) => `${type.toUpperCase()}-${letter}`))];
}
