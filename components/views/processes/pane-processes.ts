import { isBlind } from '@lib/facts/blind';
import type { Snapshot } from '@lib/model/snapshot';
import { aroundContainers } from '@lib/select/around-containers';
import { findVantage, seenFrom, type SeenProcess, type Vantage } from '@lib/select/vantage';

/** What a pane has to tell. */
export interface PaneProcesses {
  /** `:host`, or a container's name or id. */
  ref: string;
  /** Null: no such container is there. */
  vantage: Vantage | null;
  /** All that the vantage sees; null: nothing can be seen from there. */
  seen: readonly SeenProcess[] | null;
  /** How many of these filters leave. */
  listed: number;
  /** Those of them that are told, the others are counted. */
  told: readonly SeenProcess[];
}

/**
 * What a pane has to tell of its vantage.
 *
 * @param listed what filters leave of the snapshot
 * @param spoken a class looks at few processes: of which of them a lesson speaks, by number on the host; null: it is no class
 */
export function paneProcesses(
  snapshot: Snapshot,
  listed: Snapshot,
  ref: string,
  spoken: Pick<ReadonlySet<number>, 'has'> | null,
): PaneProcesses {
  const vantage = findVantage(snapshot, ref);
  const seen = vantage === null || isBlind(vantage) ? null : seenFrom(snapshot, vantage);
  if (seen === null) return { ref, vantage, seen, listed: 0, told: [] };
  const pids = listed === snapshot ? null : new Set(listed.processes.map(({ pid }) => pid));
  const left = pids === null ? seen : seen.filter(({ process }) => pids.has(process.pid));
  const told = spoken === null ? left : aroundContainers(left, snapshot, spoken);
  return { ref, vantage, seen, listed: left.length, told };
}
