import { isStopped } from '../model/is-stopped';
import type { Container } from '../model/container';
import { containerKey } from '../model/ids';
import { foldPauses } from './pause-fold';

/** What stands for all stopped containers goes by this; no container has such a name. */
export const STOPPED_KEY = ':stopped';

/** So many stopped containers are shown each; more of them are one thing with their number, which opens. */
const FEW_STOPPED = 20;

/** Many stopped containers as one thing. */
export interface StoppedFold {
  /** How many are stopped. */
  count: number;
  /** How many of them are not shown by themselves now. */
  folded: number;
  /** Did a person ask for each of them? */
  open: boolean;
}

/** Is a number of stopped containers shown as one thing, unless a person opens it? */
export function foldsStopped(count: number): boolean {
  return count > FEW_STOPPED;
}

/** How many of these are shown one by one, unless a person opens what is folded. */
export function countUnfolded(all: readonly Container[]): number {
  const containers = foldPauses(all, new Set());
  const stopped = containers.filter(isStopped).length;
  return containers.length - (foldsStopped(stopped) ? stopped : 0);
}

/**
 * Which of these are shown by themselves, and what stands for the others; null: they are few.
 *
 * @param open is each shown, however many they are?
 * @param chosen keys of what is selected: that is shown, folded or not
 */
export function foldStopped(
  containers: readonly Container[],
  open: boolean,
  chosen: ReadonlySet<string>,
): { shown: readonly Container[]; stopped: StoppedFold | null } {
  const count = containers.filter(isStopped).length;
  if (!foldsStopped(count)) return { shown: containers, stopped: null };
  const shown = containers.filter(
    (each) => open || !isStopped(each) || chosen.has(containerKey(each)),
  );
  return { shown, stopped: { count, folded: containers.length - shown.length, open } };
}
