import type { Process } from '../model/process';
import type { Watch } from '../protocol/from-viewer';
import type { UsageMessage } from '../protocol/usage';
import { afterUsage, usageOfRows, type UsageTable } from './usage';

/** A state that was told of a process by itself; null: it was not told. */
interface StateTold extends Pick<Process, 'pid' | 'startTicks'> {
  state: string | null;
}

/** What is told of the rows on screen. */
export interface UsageTold {
  rows: UsageTable;
  /** States that were told after these, by PID. */
  states: ReadonlyMap<number, StateTold>;
}

export const NO_USAGE_TOLD: UsageTold = { rows: new Map(), states: new Map() };

/** With a message, which is newer than all states that were told: see {@link afterUsage}. */
export function withUsage(
  before: UsageTold,
  message: UsageMessage,
  watched: Watch['rows'],
  there: readonly Pick<Process, 'pid'>[],
): UsageTold {
  return { rows: afterUsage(before.rows, message, watched, there), states: new Map() };
}

/** With states of rows on screen, told just now; the very same where each was told before. */
export function withStates(
  before: UsageTold,
  told: readonly StateTold[],
  watched: Watch['rows'],
): UsageTold {
  const { states } = before;
  const isWatched = watchedIn(watched);
  const news = told.filter((each) => {
    const { pid, startTicks, state } = each;
    if (state === null || !isWatched(pid)) return false;
    const known = states.get(pid);
    return known?.startTicks !== startTicks || known.state !== state;
  });
  if (news.length === 0) return before;
  return {
    ...before,
    states: new Map([...states, ...news.map((each) => [each.pid, each] as const)]),
  };
}

/** Of rows that are on screen; what is there no more is forgotten. */
export function ofRows({ rows, states }: UsageTold, watched: Watch['rows']): UsageTold {
  const isWatched = watchedIn(watched);
  return {
    rows: usageOfRows(rows, watched),
    states: new Map([...states].filter(([pid]) => isWatched(pid))),
  };
}

/** The state that was told of this very process after its usage; null: none was. */
export function newerState({ states }: UsageTold, { pid, startTicks }: Process): string | null {
  const known = states.get(pid);
  return known?.startTicks === startTicks ? known.state : null;
}

function watchedIn(watched: Watch['rows']): (pid: number) => boolean {
  if (watched === 'all') return () => true;
  const pids = new Set(watched);
  return (pid) => pids.has(pid);
}
