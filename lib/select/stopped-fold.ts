import type { Snapshot } from '../model/snapshot';

/** So many stopped containers are shown each; more of them are one thing with their number, which opens. */
const FEW_STOPPED = 20;

/** Is a number of stopped containers shown as one thing, unless a person opens it? */
export function foldsStopped(count: number): boolean {
  return count > FEW_STOPPED;
}

/** How many containers of a snapshot are shown one by one, unless a person opens what is folded. */
export function countUnfolded({ containers }: Snapshot): number {
  const stopped = containers.filter(({ pid }) => pid === 0).length;
  return containers.length - (foldsStopped(stopped) ? stopped : 0);
}
